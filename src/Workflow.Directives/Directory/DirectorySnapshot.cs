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
    private readonly Dictionary<string, List<Unit>> unitsByKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<UnitGroup>> groupsByKey = new(StringComparer.Ordinal);
    private readonly HashSet<string> lists = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, IReadOnlyList<Unit>> members;
    private readonly string[] province;

    private DirectorySnapshot(List<Unit> units, List<UnitGroup> groups)
    {
        this.units = units.ToDictionary(unit => unit.Id);
        province = ProvinceWords(units);
        members = groups.ToDictionary(
            group => group.Id,
            group => (IReadOnlyList<Unit>)[.. units.Where(group.TakesIn).OrderBy(unit => unit.Code, StringComparer.Ordinal)]);
        Units = units;
        Groups = groups;
        foreach (var unit in units)
        {
            Enter(unitsByKey, unit, [unit.Name, unit.ShortName, .. unit.Aliases.Select(alias => alias.Text)]);
        }

        foreach (var group in groups)
        {
            Enter(groupsByKey, group, [group.Name, .. group.Aliases.Select(alias => alias.Text)]);
        }
    }

    /// <summary>All units, of all times.</summary>
    public IReadOnlyList<Unit> Units { get; }

    /// <summary>All groups, of all times.</summary>
    public IReadOnlyList<UnitGroup> Groups { get; }

    /// <summary>Builds a snapshot of what is given.</summary>
    /// <param name="units">Units with aliases, successors and contacts.</param>
    /// <param name="groups">Groups with aliases, rules and members.</param>
    public static DirectorySnapshot Of(IEnumerable<Unit> units, IEnumerable<UnitGroup> groups) => new([.. units], [.. groups]);

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
            .Include(group => group.Aliases).Include(group => group.Rules).Include(group => group.Members)
            .OrderBy(group => group.Name).ToListAsync(ct).ConfigureAwait(false);
        return Of(units, groups);
    }

    /// <summary>The unit with the key, or null.</summary>
    /// <param name="id">The key of the unit.</param>
    public Unit? Find(Guid id) => units.GetValueOrDefault(id);

    /// <summary>Every unit that belongs to the group, living or not, by code.</summary>
    /// <param name="group">A group of this snapshot.</param>
    public IReadOnlyList<Unit> MembersOf(UnitGroup group) =>
        group is null ? throw new ArgumentNullException(nameof(group)) : members[group.Id];

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

        return [.. heirs.OrderBy(heir => heir.Code, StringComparer.Ordinal)];
    }

    /// <summary>Cuts a line the way this directory's names were cut.</summary>
    internal List<LineSegment> Segments(string line) => RecipientWords.Segments(line, province);

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
        unitsByKey.Keys.Union(groupsByKey.Keys).Select(key => (key, Exactly(key)));

    private NamedEntries Exactly(string key) => new(unitsByKey.GetValueOrDefault(key) ?? [], groupsByKey.GetValueOrDefault(key) ?? []);

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
internal sealed record NamedEntries(IReadOnlyList<Unit> Units, IReadOnlyList<UnitGroup> Groups)
{
    public static NamedEntries None { get; } = new([], []);

    public bool Any => Units.Count + Groups.Count > 0;
}
