using System.Text.Json;
using Workflow.Directives.Directory;
using static Workflow.Directives.Tests.Directory.SampleDirectory;

namespace Workflow.Directives.Tests.Directory;

/// <summary>Recipient lines of real directives, where a folder with them is at hand.</summary>
public sealed class CorpusRecipientsTests
{
    [CorpusFact]
    public void EveryLineOf2021_ResolvesWithoutProblem()
    {
        var lines = Documents().SelectMany(document => RecipientResolver.ResolveAll(Snapshot, document.Recipients, Before, document.Addressees)).ToList();

        Assert.Equal(36, lines.Count);
        Assert.All(lines, line => Assert.True(line.Clear, line.Text));
        Assert.All(lines, line => Assert.True(line.Archive || line.Units.Count > 0, line.Text));
        Assert.Equal((5, 1), (lines.Count(line => line.Archive), lines.Count(line => line.BackReference)));
    }

    [CorpusFact]
    public void EveryAddresseeLineOf2021_ResolvesWithoutProblem() =>
        Assert.All(
            Documents().SelectMany(document => RecipientResolver.ResolveAll(Snapshot, document.Addressees, Before, [])),
            line => Assert.True(line.Clear && line.Units.Count > 0, line.Text));

    [CorpusFact]
    public void EveryLineOf2021_ReadToday_IsFlaggedOrHasUnits() =>
        Assert.All(
            Documents().SelectMany(document => RecipientResolver.ResolveAll(Snapshot, document.Recipients, Now, document.Addressees)),
            line => Assert.True(line.Archive || line.Units.Count > 0 || line.Problems.Count > 0, line.Text));

    private static IEnumerable<(RecipientText[] Recipients, RecipientText[] Addressees)> Documents()
    {
        var folder = Path.Combine(Environment.GetEnvironmentVariable(CorpusFactAttribute.Variable)!, "expected");
        foreach (var file in System.IO.Directory.GetFiles(folder, "*.json").Order(StringComparer.Ordinal))
        {
            using var json = JsonDocument.Parse(File.ReadAllText(file));
            yield return (Lines(json, "recipients"), Lines(json, "addressees"));
        }
    }

    private static RecipientText[] Lines(JsonDocument json, string list) =>
        [.. json.RootElement.GetProperty(list).EnumerateArray().Select((line, index) => new RecipientText(index + 1, line.GetProperty("text").GetString()!))];
}

/// <summary>Runs where the folder of real documents is named by <see cref="Variable"/>; elsewhere it shows as skipped.</summary>
public sealed class CorpusFactAttribute : FactAttribute
{
    public const string Variable = "DIRECTIVE_CORPUS";

    public CorpusFactAttribute() =>
        Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) ? $"Set {Variable} to the folder of real documents." : null;
}
