using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;

namespace Workflow.Directives.Directory.Changes;

/// <summary>The whole directory, tracked, so that rows can be put into it: for a preview, which throws it away, and for the change itself.</summary>
internal sealed class DirectoryContent
{
    private readonly WorkflowDb db;
    private readonly Dictionary<Guid, string> codes = [];
    private ILookup<string, Unit>? named;

    private DirectoryContent(WorkflowDb db, DateTime now) => (this.db, Now) = (db, now);

    /// <summary>The moment of the change, UTC.</summary>
    public DateTime Now { get; }

    public Dictionary<string, Unit> Units { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, UnitGroup> Groups { get; } = new(StringComparer.OrdinalIgnoreCase);

    public Dictionary<string, Post> Posts { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, Abbreviation> Abbreviations { get; } = new(StringComparer.Ordinal);

    public static async Task<DirectoryContent> LoadAsync(WorkflowDb db, DateTime now, CancellationToken ct)
    {
        var content = new DirectoryContent(db, now);
        foreach (var unit in await db.Set<Unit>().AsSplitQuery()
            .Include(unit => unit.Aliases).Include(unit => unit.Successors).Include(unit => unit.Contacts).ToListAsync(ct))
        {
            content.Units.Add(unit.Code, unit);
            content.codes.Add(unit.Id, unit.Code);
        }

        foreach (var group in await db.Set<UnitGroup>().AsSplitQuery()
            .Include(group => group.Aliases).Include(group => group.Rules).Include(group => group.Members).Include(group => group.Posts)
            .ToListAsync(ct))
        {
            content.Groups.Add(group.Name, group);
        }

        foreach (var post in await db.Set<Post>().AsSplitQuery().Include(post => post.Aliases).Include(post => post.Holders).ToListAsync(ct))
        {
            content.Posts.Add(post.Code, post);
            content.codes.Add(post.Id, post.Code);
        }

        foreach (var abbreviation in await db.Set<Abbreviation>().ToListAsync(ct))
        {
            content.Abbreviations.Add(abbreviation.Short, abbreviation);
        }

        return content;
    }

    public Guid NewId() => Guid.CreateVersion7(Now);

    /// <summary>Code of a unit or post by its key.</summary>
    public string CodeOf(Guid id) => codes[id];

    public Guid? UnitIdOf(string code) => Units.GetValueOrDefault(code)?.Id;

    /// <summary>The unit of the name, if just one living on the day of the change bears it; units that are only now being added are named by code.</summary>
    public Unit? OnlyNamed(string name)
    {
        var today = WorkingCalendar.LocalDate(Now);
        named ??= Units.Values.Where(unit => unit.LivesOn(today)).ToLookup(unit => unit.Name, StringComparer.OrdinalIgnoreCase);
        return named[name.Trim()].Take(2).ToList() is [var one] ? one : null;
    }

    public Unit Add(Unit unit)
    {
        Units.Add(unit.Code, unit);
        codes.Add(unit.Id, unit.Code);
        db.Add(unit);
        return unit;
    }

    public UnitGroup Add(UnitGroup group)
    {
        Groups.Add(group.Name, group);
        db.Add(group);
        return group;
    }

    public Post Add(Post post)
    {
        Posts.Add(post.Code, post);
        codes.Add(post.Id, post.Code);
        db.Add(post);
        return post;
    }

    public void Add(Abbreviation abbreviation)
    {
        Abbreviations.Add(abbreviation.Short, abbreviation);
        db.Add(abbreviation);
    }

    public void Remove(Abbreviation abbreviation)
    {
        Abbreviations.Remove(abbreviation.Short);
        db.Remove(abbreviation);
    }

    /// <summary>The directory as it stands in memory. Holds the same objects, so it is looked at before they change again.</summary>
    public DirectorySnapshot Snapshot() => DirectorySnapshot.Of(Units.Values, Groups.Values, Posts.Values, Abbreviations.Values);
}
