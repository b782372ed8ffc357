using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;

namespace Workflow.Directives.Directory;

/// <summary>
/// The whole directory at one moment, indexed by every name. Holds units of all times, so one snapshot resolves for any day. Immutable in use.
/// </summary>
public sealed class DirectorySnapshot
{
    private static readonly string ProvincialLevel = " " + VietnameseFold.Word("tỉnh");

    private const char Separator = ',';

    private readonly Dictionary<Guid, Unit> units;
    private readonly Dictionary<Guid, Post> posts;
    private readonly Dictionary<string, List<Unit>> unitsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<UnitGroup>> groupsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<Post>> postsByKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, IReadOnlyList<Unit>> members;
    private readonly Abbreviations abbreviations;
    private readonly string[] province;

    private DirectorySnapshot(List<Unit> units, List<UnitGroup> groups, List<Post> posts, Abbreviations abbreviations)
    {
        this.units = units.ToDictionary(unit => unit.Id);
        this.posts = posts.ToDictionary(post => post.Id);
        this.abbreviations = abbreviations;
        province = ProvinceWords(units);
        members = groups.ToDictionary(
            group => group.Id,
            group => (IReadOnlyList<Unit>)[.. units.Where(unit => group.TakesIn(unit, IsUnder)).OrderBy(ByCode, StringComparer.Ordinal)]);
        Units = units;
        Groups = groups;
        Posts = posts;
        foreach (var unit in units)
        {
            Enter(unitsByKey, unit, [unit.Name, unit.ShortName, .. unit.Aliases.Select(alias => alias.Text)]);
        }

        foreach (var group in groups)
        {
            Enter(groupsByKey, group, [group.Name, .. group.Aliases.Select(alias => alias.Text)]);
        }

        foreach (var post in posts)
        {
            Enter(postsByKey, post, [post.Name, .. post.Aliases.Select(alias => alias.Text)]);
        }
    }

    /// <summary>All units, of all times.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>All groups, of all times.</summary>
    public IReadOnlyList<UnitGroup> Groups { get; }

    /// <summary>All posts, of all times.</summary>
    public IReadOnlyList<Post> Posts { get; }

    /// <summary>Builds a snapshot of what is given, with no posts and the standard abbreviations.</summary>
    /// <param name="units">Units with aliases, successors and contacts.</param>
    /// <param name="groups">Groups with aliases, rules and members.</param>
    public static DirectorySnapshot Of(IEnumerable<Unit> units, IEnumerable<UnitGroup> groups) => Of(units, groups, [], null);

    /// <summary>Builds a snapshot of what is given.</summary>
    /// <param name="units">Units with aliases, successors and contacts.</param>
    /// <param name="groups">Groups with aliases, rules, members and posts.</param>
    /// <param name="posts">Posts with aliases and holders.</param>
    /// <param name="abbreviations">The abbreviations; null takes the standard set.</param>
    public static DirectorySnapshot Of(
        IEnumerable<Unit> units, IEnumerable<UnitGroup> groups, IEnumerable<Post> posts, IEnumerable<Abbreviation>? abbreviations) =>
        new([.. units], [.. groups], [.. posts], abbreviations is null ? Abbreviations.Standard : Abbreviations.Of(abbreviations));

    /// <summary>Reads the directory from the database.</summary>
    /// <param name="db">The database; nothing is tracked.</param>
    /// <param name="ct">Stops the reading.</param>
    public static async Task<DirectorySnapshot> LoadAsync(WorkflowDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var units = await db.Set<Unit>().AsNoTracking().AsSplitQuery()
            .Include(unit => unit.Aliases).Include(unit => unit.Successors).Include(unit => unit.Contacts)
            .OrderBy(unit => unit.Code).ToListAsync(ct).ConfigureAwait(false);
        var groups = await db.Set<UnitGroup>().AsNoTracking().AsSplitQuery()
            .Include(group => group.Aliases).Include(group => group.Rules).Include(group => group.Members).Include(group => group.Posts)
            .OrderBy(group => group.Name).ToListAsync(ct).ConfigureAwait(false);
        var posts = await db.Set<Post>().AsNoTracking().AsSplitQuery()
            .Include(post => post.Aliases).Include(post => post.Holders)
            .OrderBy(post => post.Code).ToListAsync(ct).ConfigureAwait(false);
        var abbreviations = await db.Set<Abbreviation>().AsNoTracking().ToListAsync(ct).ConfigureAwait(false);
        return Of(units, groups, posts, abbreviations);
    }

    /// <summary>The unit with the key, or null.</summary>
    /// <param name="id">The key of the unit.</param>
    public Unit? Find(Guid id) => units.GetValueOrDefault(id);

    /// <summary>Every unit that belongs to the group on some day, living or not, by code; whoever ever held one of its posts too.</summary>
    /// <param name="group">A group of this snapshot.</param>
    public IReadOnlyList<Unit> MembersOf(UnitGroup group) => Members(group, null);

    /// <summary>The units that belong to the group on the day, by code: those that live, and those who hold one of its posts.</summary>
    /// <param name="group">A group of this snapshot.</param>
    /// <param name="at">The day.</param>
    public IReadOnlyList<Unit> MembersOn(UnitGroup group, DateOnly at) => Members(group, at);

    /// <summary>The persons who hold a post on the day, by code.</summary>
    /// <param name="post">A post of this snapshot.</param>
    /// <param name="at">The day.</param>
    public IReadOnlyList<Unit> HoldersOn(Post post, DateOnly at)
    {
        ArgumentNullException.ThrowIfNull(post);
        return !post.ExistsOn(at) ? [] : [.. post.Holders.Where(holder => holder.HoldsOn(at)).Select(holder => Find(holder.UnitId)).OfType<Unit>()
            .Where(person => person.LivesOn(at)).DistinctBy(person => person.Id).OrderBy(ByCode, StringComparer.Ordinal)];
    }

    /// <summary>Whether a unit is under another: its parent, the parent's parent and so on.</summary>
    /// <param name="unit">The unit.</param>
    /// <param name="above">Key of the other.</param>
    public bool IsUnder(Unit unit, Guid above)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var seen = new HashSet<Guid> { unit.Id };
        for (var parent = unit.ParentId; parent is { } id && seen.Add(id); parent = Find(id)?.ParentId)
        {
            if (id == above)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>
    /// Who carries on a unit's work on a day: its successors, and theirs where a successor has ended too. Empty when nobody does.
    /// </summary>
    /// <param name="unit">The unit that ended.</param>
    /// <param name="at">The day.</param>
    public IReadOnlyList<Unit> HeirsOf(Unit unit, DateOnly at)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var heirs = new List<Unit>();
        var seen = new HashSet<Guid> { unit.Id };
        var open = new Queue<Unit>([unit]);
        while (open.TryDequeue(out var ended))
        {
            foreach (var heir in ended.Successors.Where(next => seen.Add(next.SuccessorId)).Select(next => Find(next.SuccessorId)).OfType<Unit>())
            {
                if (heir.LivesOn(at))
                {
                    heirs.Add(heir);
                }
                else
                {
                    open.Enqueue(heir);
                }
            }
        }

        return [.. heirs.OrderBy(ByCode, StringComparer.Ordinal)];
    }

    /// <summary>Cuts a line the way this directory's names were cut.</summary>
    internal List<LineSegment> Segments(string line) => RecipientWords.Segments(line, province, abbreviations);

    /// <summary>Units under a key, or under the key without a final "tỉnh".</summary>
    internal NamedEntries Lookup(string key)
    {
        var found = Exactly(key);
        return found.Any || !key.EndsWith(ProvincialLevel, StringComparison.Ordinal)
            ? found
            : Exactly(key[..^ProvincialLevel.Length]);
    }

    /// <summary>Whether a name of the directory is written with separators at just these places: "Các sở, ban, ngành".</summary>
    internal bool IsWrittenAsList(IEnumerable<string> segmentKeys)
    {
        var list = string.Join(Separator, segmentKeys);
        return lists.Contains(list)
            || (list.EndsWith(ProvincialLevel, StringComparison.Ordinal) && lists.Contains(list[..^ProvincialLevel.Length]));
    }

    /// <summary>Every key with what it means, for looking for what is near.</summary>
    internal IEnumerable<(string Key, NamedEntries Entries)> Keys() =>
        unitsByKey.Keys.Union(groupsByKey.Keys).Union(postsByKey.Keys).Select(key => (key, Exactly(key)));

    private static string ByCode(Unit unit) => unit.Code;

    private NamedEntries Exactly(string key) =>
        new(unitsByKey.GetValueOrDefault(key) ?? [], groupsByKey.GetValueOrDefault(key) ?? [], postsByKey.GetValueOrDefault(key) ?? []);

    private IReadOnlyList<Unit> Members(UnitGroup group, DateOnly? at)
    {
        ArgumentNullException.ThrowIfNull(group);
        var lasting = members[group.Id].Where(unit => at is null || unit.LivesOn(at.Value));
        if (group.Posts.Count == 0)
        {
            return [.. lasting];
        }

        var excepted = group.Members.Where(member => member.Excepted).Select(member => member.UnitId).ToHashSet();
        var holding = group.Posts.Select(one => posts.GetValueOrDefault(one.PostId)).OfType<Post>()
            .SelectMany(post => at is { } day ? HoldersOn(post, day) : post.Holders.Select(holder => Find(holder.UnitId)).OfType<Unit>())
            .Where(person => !excepted.Contains(person.Id));
        return [.. lasting.Concat(holding).DistinctBy(unit => unit.Id).OrderBy(ByCode, StringComparer.Ordinal)];
    }

    private void Enter<T>(Dictionary<string, List<T>> index, T value, IEnumerable<string?> names)
        where T : class
    {
        var entered = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names.OfType<string>())
        {
            var segments = Segments(name.Normalize(NormalizationForm.FormC));
            var key = string.Join(' ', segments.SelectMany(segment => segment.Words));
            lists.Add(string.Join(Separator, segments.Select(segment => segment.Key)));
            if (key.Length == 0 || !entered.Add(key))
            {
                continue;
            }

            if (!index.TryGetValue(key, out var same))
            {
                index[key] = same = [];
            }

            same.Add(value);
        }
    }

    private static string[] ProvinceWords(List<Unit> units)
    {
        const string title = "Tỉnh ủy ";
        var committee = units.Find(unit => unit.Kind == UnitKind.ProvincialCommittee)?.Name.Normalize(NormalizationForm.FormC);
        return committee is not null && committee.StartsWith(title, StringComparison.OrdinalIgnoreCase)
            ? RecipientWords.FoldAll(committee[title.Length..])
            : [];
    }
}

/// <summary>What one name means in the directory, whatever the day.</summary>
internal sealed record NamedEntries(IReadOnlyList<Unit> Units, IReadOnlyList<UnitGroup> Groups, IReadOnlyList<Post> Posts)
{
    public static NamedEntries None { get; } = new([], [], []);

    public bool Any => Units.Count + Groups.Count + Posts.Count > 0;
}
