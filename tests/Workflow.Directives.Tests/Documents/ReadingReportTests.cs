using System.Text.Json.Nodes;
using Workflow.Directives.Documents;
using Xunit.Abstractions;

namespace Workflow.Directives.Tests.Documents;

/// <summary>
/// How much of the sample documents the reader has right. Run with <c>--logger "console;verbosity=detailed"</c> to see the tables;
/// set <c>READING_REPORT</c> to see every wrong value too.
/// </summary>
public sealed class ReadingReportTests(ITestOutputHelper output)
{
    private static readonly string[] DamagedOfOld = ["hong", "thong-bao-y-kien"];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Documents", "Samples");

    private static string[] Names =>
        [.. new DirectoryInfo(Folder).GetFiles("*.json").Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData(false, 0.98)]
    [InlineData(true, 0.92)]
    public void Reader_AllSamplesOfAClass_ReachTheMark(bool damaged, double mark)
    {
        var report = new ReadingReport();
        foreach (var name in Names.Where(name => IsDamaged(name) == damaged))
        {
            report.Add(name, Expected(name), JsonNode.Parse(CorpusJson.Write(DocumentReader.Read(SampleTests.Text(name))))!);
        }

        output.WriteLine(report.Table(damaged ? "damaged" : "clean"));
        if (Environment.GetEnvironmentVariable("READING_REPORT") is not null)
        {
            output.WriteLine(report.Wrong);
        }

        Assert.True(report.Share >= mark, $"{report.Share:P1} is under {mark:P0}\n{report.Wrong}");
    }

    [Fact]
    public void Samples_OfEveryType_AreAtHand()
    {
        var types = Names.Select(name => (string)Expected(name)["type"]!["code"]!).ToHashSet();

        Assert.Empty(DocumentTypes.All.Select(type => type.Code).Except(types));
        Assert.InRange(Names.Length, 48, int.MaxValue);
        Assert.InRange(Names.Count(IsDamaged), 20, Names.Length - 28);
    }

    private static bool IsDamaged(string name) => name.StartsWith("damaged-", StringComparison.Ordinal) || DamagedOfOld.Contains(name);

    private static JsonNode Expected(string name) => JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, name + ".json")))!;
}
