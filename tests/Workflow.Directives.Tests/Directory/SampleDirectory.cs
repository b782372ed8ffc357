using Workflow.Directives.Directory;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Directory;

/// <summary>The sample's directory, built once, and the days the tests ask about.</summary>
internal static class SampleDirectory
{
    public static readonly DateOnly Before = new(2021, 8, 31);
    public static readonly DateOnly Now = new(2026, 11, 22);

    public static DirectorySnapshot Snapshot { get; } =
        DirectorySnapshot.Of(SampleProvince.Units(new DateTime(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc)), SampleProvince.Groups(), SampleProvince.Posts(), null);

    public static LineResolution Resolve(string text, DateOnly at, params string[] addressees) => RecipientResolver.Resolve(
        Snapshot, new RecipientText(1, text), at, [.. addressees.Select((addressee, index) => new RecipientText(index + 1, addressee))]);

    public static string Code(Guid unit) => Snapshot.Find(unit)!.Code;

    public static string[] Codes(LineResolution line) => [.. line.Units.Select(unit => Code(unit.UnitId))];
}
