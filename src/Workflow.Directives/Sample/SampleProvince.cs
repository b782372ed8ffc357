using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;

namespace Workflow.Directives.Sample;

/// <summary>
/// A province that does not exist, as it stands since 1/7/2025, with the bodies that ended before and who took over. For trying the product and for tests.
/// Addresses are under <c>.example</c> (RFC 2606), so no mail can leave for a real body.
/// </summary>
public static class SampleProvince
{
    /// <summary>Name of the province, without "tỉnh".</summary>
    public const string Name = "Nam Bình";

    /// <summary>Code of the unit that issues: the provincial committee.</summary>
    public const string IssuerCode = "TU";

    /// <summary>Adds units, contacts and groups, and saves. Does nothing when the sample is already there.</summary>
    /// <param name="db">The database.</param>
    /// <param name="now">The moment written on every contact, UTC.</param>
    /// <param name="ct">Stops the loading; nothing is half saved.</param>
    public static async Task LoadAsync(WorkflowDb db, DateTime now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        var issuer = IdOf(IssuerCode);
        if (await db.Set<Unit>().AnyAsync(unit => unit.Id == issuer, ct).ConfigureAwait(false))
        {
            return;
        }

        db.Set<Unit>().AddRange(Units(now));
        db.Set<Post>().AddRange(Posts());
        db.Set<UnitGroup>().AddRange(Groups());
        await db.SaveChangesAsync(ct).ConfigureAwait(false);
    }

    /// <summary>The units with aliases, successors and contacts, as new objects.</summary>
    /// <param name="now">The moment written on every contact, UTC.</param>
    public static IReadOnlyList<Unit> Units(DateTime now)
    {
        var contacts = SampleTable.Read("sample-contacts.csv").ToLookup(row => row["unit"]);
        return [.. SampleTable.Read("sample-units.csv").Select(row => UnitOf(row, contacts[row["code"]], now))];
    }

    /// <summary>The groups, as new objects.</summary>
    public static IReadOnlyList<UnitGroup> Groups() => [.. SampleTable.Read("sample-groups.csv").Select(GroupOf)];

    /// <summary>The posts with their holders, as new objects.</summary>
    public static IReadOnlyList<Post> Posts() => [.. SampleTable.Read("sample-posts.csv").Select(PostOf)];

    /// <summary>The key of a sample unit: the same on every machine.</summary>
    /// <param name="code">The unit's code.</param>
    public static Guid IdOf(string code) => new(SHA256.HashData(Encoding.UTF8.GetBytes("nam-binh/" + code)).AsSpan(0, 16));

    private static Unit UnitOf(SampleRow row, IEnumerable<SampleRow> contacts, DateTime now)
    {
        var code = row["code"];
        var unit = new Unit
        {
            Id = IdOf(code),
            Code = code,
            Name = row["name"],
            ShortName = row.Optional("short"),
            Kind = row.Choice<UnitKind>("kind"),
            AreaKind = row.Optional("area") is null ? null : row.Choice<AreaKind>("area"),
            System = row.Choice<UnitSystem>("system"),
            ParentId = row.Optional("parent") is { } parent ? IdOf(parent) : null,
            ValidFrom = row.Day("valid_from"),
            ValidUntil = row.OptionalDay("valid_until"),
        };
        unit.Aliases.AddRange(row.List("aliases").Select(text =>
            new UnitAlias { Id = IdOf($"{code}/alias/{text}"), UnitId = unit.Id, Text = text }));
        unit.Successors.AddRange(row.List("successors").Select(next => new UnitSuccessor { UnitId = unit.Id, SuccessorId = IdOf(next) }));
        unit.Contacts.AddRange(contacts.Select(contact => ContactOf(contact, unit, now)));
        return unit;
    }

    private static UnitContact ContactOf(SampleRow row, Unit unit, DateTime now) => new()
    {
        Id = IdOf($"{unit.Code}/contact/{row["order"]}"),
        UnitId = unit.Id,
        Order = row.Number("order"),
        Name = row["name"],
        Position = row["position"],
        Email = row["email"],
        Phone = row.Optional("phone"),
        UpdatedAt = now,
    };

    private static UnitGroup GroupOf(SampleRow row)
    {
        var name = row["name"];
        var group = new UnitGroup
        {
            Id = IdOf("group/" + name),
            Name = name,
            ValidFrom = row.Day("valid_from"),
            ValidUntil = row.OptionalDay("valid_until"),
        };
        group.Aliases.AddRange(row.List("aliases").Select(text =>
            new UnitGroupAlias { Id = IdOf($"group/{name}/alias/{text}"), GroupId = group.Id, Text = text }));
        group.Rules.AddRange(row.List("rules").Select(rule => RuleOf(rule, group)));
        group.Members.AddRange(row.List("members").Select(code => new UnitGroupMember { GroupId = group.Id, UnitId = IdOf(code) }));
        group.Members.AddRange(row.List("exceptions").Select(code =>
            new UnitGroupMember { GroupId = group.Id, UnitId = IdOf(code), Excepted = true }));
        group.Posts.AddRange(row.List("posts").Select(code => new UnitGroupPost { GroupId = group.Id, PostId = PostIdOf(code) }));
        return group;
    }

    private static UnitGroupRule RuleOf(string text, UnitGroup group)
    {
        var rule = new UnitGroupRule { Id = IdOf($"group/{group.Name}/rule/{text}"), GroupId = group.Id };
        return RuleText.Read(text, rule, code => IdOf(code))
            ? rule
            : throw new InvalidDataException($"sample-groups.csv: the rule \"{text}\" of \"{group.Name}\" is not understood.");
    }

    private static Post PostOf(SampleRow row)
    {
        var code = row["code"];
        var post = new Post
        {
            Id = PostIdOf(code),
            Code = code,
            Name = row["name"],
            ValidFrom = row.Day("valid_from"),
            ValidUntil = row.OptionalDay("valid_until"),
        };
        post.Aliases.AddRange(row.List("aliases").Select(text => new PostAlias { Id = IdOf($"post/{code}/alias/{text}"), PostId = post.Id, Text = text }));
        post.Holders.AddRange(row.List("holders").Select(text => HolderOf(text, post)));
        return post;
    }

    private static PostHolder HolderOf(string text, Post post)
    {
        var parts = text.Split([" ", ".."], StringSplitOptions.None);
        return new PostHolder
        {
            Id = IdOf($"post/{post.Code}/holder/{text}"),
            PostId = post.Id,
            UnitId = IdOf(parts[0]),
            From = RowReader.DayOf(parts[1]) ?? throw new InvalidDataException($"sample-posts.csv: \"{text}\" has no first day."),
            Until = RowReader.DayOf(parts[2]),
        };
    }

    private static Guid PostIdOf(string code) => IdOf("post/" + code);
}
