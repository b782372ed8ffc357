using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Xunit.Abstractions;

namespace Workflow.Web.Tests.Security;

/// <summary>The list of what OWASP ASVS 5.0 asks at levels 1 and 2 (tests/security/asvs.csv) is whole, and names only tests that exist.</summary>
public sealed partial class AsvsTests(ITestOutputHelper output)
{
    private const int LevelOne = 70;
    private const int LevelTwo = 183;
    private const double Automatic = 0.8;

    [Fact]
    public void List_HoldsEveryRequirementOnce_WithItsPlaceOrTheReasonItDoesNotApply()
    {
        var list = Requirements();

        Assert.Equal((LevelOne, LevelTwo), (list.Count(one => one.Level == "1"), list.Count(one => one.Level == "2")));
        Assert.Equal(list.Count, list.Select(one => one.Id).Distinct().Count());
        Assert.All(list, one => Assert.Matches(Id(), one.Id));
        Assert.All(list, one => Assert.True(one.Applies is "yes" or "no" && one.Where.Length > 3, $"{one.Id} says neither where nor why not."));
        Assert.All(list, one => Assert.True((one.Test.Length > 0) == (one.Applies == "yes"), $"{one.Id} has a test it does not need, or none and does not say so."));
    }

    [Fact]
    public void Tests_NamedInTheList_AreThere()
    {
        var known = KnownTests();
        var missing = Requirements().Where(one => one.IsTried && !known.Contains(one.Test)).Select(one => $"{one.Id}: {one.Test}");

        Assert.Empty(missing);
    }

    [Fact]
    public void Requirements_ThatApply_AreMostlyTriedAutomatically()
    {
        var apply = Requirements().Where(one => one.Applies == "yes").ToList();
        var tried = apply.Count(one => one.IsTried);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{LevelOne + LevelTwo} requirements, {apply.Count} apply, {tried} tried automatically ({100.0 * tried / apply.Count:0.0} %)"));

        Assert.True(tried >= Automatic * apply.Count, $"{tried} of {apply.Count}");
    }

    private static List<Requirement> Requirements() =>
    [
        .. File.ReadLines(Path.Combine(Root(), "tests", "security", "asvs.csv")).Skip(1).Select(line => line[1..^1].Split("\",\""))
            .Select(cells => new Requirement(cells[0], cells[1], cells[2], cells[3], cells[4])),
    ];

    /// <summary>Every test as Class.Method, every attack by its file's name.</summary>
    private static HashSet<string> KnownTests()
    {
        var tests = Path.Combine(Root(), "tests");
        var known = Directory.EnumerateFiles(Path.Combine(tests, "security"), "*.sh").Select(Path.GetFileName).OfType<string>().ToHashSet();
        foreach (var file in Directory.EnumerateFiles(tests, "*Tests.cs", SearchOption.AllDirectories))
        {
            known.UnionWith(TestMethod().Matches(File.ReadAllText(file)).Select(method => $"{Path.GetFileNameWithoutExtension(file)}.{method.Groups[1].Value}"));
        }

        return known;
    }

    private static string Root([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", ".."));

    [GeneratedRegex(@"^V\d+\.\d+\.\d+$")]
    private static partial Regex Id();

    [GeneratedRegex(@"public (?:async Task|Task|void) (\w+)\(")]
    private static partial Regex TestMethod();

    private sealed record Requirement(string Id, string Level, string Applies, string Where, string Test)
    {
        public bool IsTried => Applies == "yes" && !Test.StartsWith("open: ", StringComparison.Ordinal);
    }
}
