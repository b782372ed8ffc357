using Workflow.Directives.People;

namespace Workflow.Directives.Sample;

/// <summary>In whose name a person signs, and how the position is printed under it.</summary>
/// <param name="Authority">The first line, e.g. <c>T/M BAN THƯỜNG VỤ</c>.</param>
/// <param name="Position">The second line, e.g. <c>PHÓ BÍ THƯ</c>.</param>
public sealed record SampleSigningCapacity(string Authority, string Position);

/// <summary>One of the sample's people.</summary>
/// <param name="Id">Key, the same on every machine.</param>
/// <param name="Name">Full name.</param>
/// <param name="Email">Sign-in address, under <c>.example</c>.</param>
/// <param name="Roles">Roles held.</param>
/// <param name="Position">Position in Vietnamese.</param>
/// <param name="PositionEnglish">Position in English.</param>
/// <param name="UnitCode">Code of the sample unit the person works in.</param>
/// <param name="Capacity">How the person signs, or null.</param>
/// <param name="About">One sentence about who the person is, in Vietnamese.</param>
public sealed record SamplePerson(
    Guid Id,
    string Name,
    string Email,
    IReadOnlyList<Role> Roles,
    string Position,
    string PositionEnglish,
    string UnitCode,
    SampleSigningCapacity? Capacity,
    string About);

/// <summary>The people of the sample province: at least two in every role, and two clerks in several recipient units.</summary>
public static class SamplePeople
{
    /// <summary>Everyone, in the order of the file.</summary>
    public static IReadOnlyList<SamplePerson> All { get; } = [.. SampleTable.Read("sample-people.csv").Select(PersonOf)];

    private static SamplePerson PersonOf(SampleRow row) => new(
        SampleProvince.IdOf("person/" + row["email"]),
        row["name"],
        row["email"],
        [.. row.List("roles").Select(Enum.Parse<Role>)],
        row["position"],
        row["position_en"],
        row["unit"],
        row.Optional("signs_for") is { } authority ? new SampleSigningCapacity(authority, row["signs_as"]) : null,
        row["about"]);
}
