using Workflow.Directives.Directory;
using static Workflow.Directives.Tests.Directory.SampleDirectory;

namespace Workflow.Directives.Tests.Directory;

/// <summary>A list of names means what its names mean: nothing is lost, nothing is added by standing side by side.</summary>
public sealed class ComposeRecipientsTests
{
    private static readonly string[] Names =
    [
        .. Snapshot.Units.Where(unit => unit.LivesOn(Now) || unit.Kind is not (UnitKind.CommuneParty or UnitKind.CommuneGovernment))
            .Select(unit => unit.Name).Distinct().Where((_, at) => at % 3 == 0),
        .. Snapshot.Groups.Select(group => group.Name),
        "Trạm Khí tượng Hòn Mây", "Câu lạc bộ Hưu trí", "Tổng kho xăng dầu",
    ];

    private static readonly Dictionary<string, LineResolution> Alone = Names.ToDictionary(name => name, name => Resolve(name, Now));

    [Fact]
    public void TwoNames_OnOneLine_MeanWhatTheyMeanAlone()
    {
        foreach (var first in Names)
        {
            foreach (var second in Names.Where(name => name != first))
            {
                AssertComposed([first, second]);
            }
        }
    }

    private static void AssertComposed(string[] names)
    {
        var text = string.Join(", ", names);
        var line = Resolve(text, Now);
        var expected = names.SelectMany(name => Alone[name].Units).Select(unit => unit.UnitId).Distinct();
        Assert.True(expected.SequenceEqual(line.Units.Select(unit => unit.UnitId)), $"{text}: {string.Join(' ', Codes(line))}");
        var problems = names.SelectMany(name => Alone[name].Problems).Select(problem => (problem.Code, problem.Part)).Distinct();
        Assert.True(
            problems.SequenceEqual(line.Problems.Select(problem => (problem.Code, problem.Part))),
            $"{text}: {string.Join(" | ", line.Problems.Select(problem => $"{problem.Code} {problem.Part}"))}");
    }
}
