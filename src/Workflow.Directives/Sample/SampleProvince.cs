using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;

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
        return group;
    }

    /// <summary>A rule is a kind, or a kind and a territory: <c>CommuneParty/Ward</c>.</summary>
    private static UnitGroupRule RuleOf(string rule, UnitGroup group)
    {
        var parts = rule.Split('/');
        return new UnitGroupRule
        {
            Id = IdOf($"group/{group.Name}/rule/{rule}"),
            GroupId = group.Id,
            Kind = Enum.Parse<UnitKind>(parts[0]),
            AreaKind = parts.Length > 1 ? Enum.Parse<AreaKind>(parts[1]) : null,
        };
    }
}
