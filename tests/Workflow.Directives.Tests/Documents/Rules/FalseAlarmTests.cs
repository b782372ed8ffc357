using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents.Rules;

/// <summary>What the rules say of papers that careful offices wrote: nothing but what a person finds there too.</summary>
public sealed class FalseAlarmTests
{
    /// <summary>Findings of clean samples, each looked at and true of the sample.</summary>
    private static readonly Dictionary<string, string[]> TrueOf = new()
    {
        // An earlier mention of the same kind has its date, this one has not.
        ["clean-bao-cao-tinh-uy-dai"] = ["citation-incomplete"],
        ["clean-thong-bao-thuong-truc"] = ["citation-incomplete"],

        // Cites a decision two weeks younger than itself.
        ["clean-du-an"] = ["citation-future"],

        // Bears no number.
        ["clean-tuyen-bo"] = ["head-incomplete"],
    };

    public static TheoryData<string> Clean { get; } =
    [
        .. new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Documents", "Samples"))
            .GetFiles("clean-*.txt").Select(file => Path.GetFileNameWithoutExtension(file.Name)).Order(StringComparer.Ordinal),
        "chi-thi", "chi-thi-nha-nuoc", "cong-van", "cong-van-hoa-toc", "nghi-quyet", "thong-bao-ket-luan", "to-trinh",
    ];

    [Theory]
    [MemberData(nameof(Clean))]
    public void Check_CleanSample_FindsOnlyWhatIsThere(string sample) =>
        Assert.Equal(TrueOf.GetValueOrDefault(sample, []), Found(SampleTests.Text(sample), new(2026, 11, 2)));

    // 000, 002 and 003 came without the head of the page; 004 mixes the marks of its list, and lost number and authority under the stamp.
    [CorpusTheory]
    [InlineData("000", "head-incomplete")]
    [InlineData("001", "citation-incomplete,not-nfc")]
    [InlineData("002", "head-incomplete")]
    [InlineData("003", "head-incomplete")]
    [InlineData("004", "head-incomplete,straight-quotes,terminators-mixed,signature-incomplete")]
    public async Task Check_RealDirective_FindsOnlyWhatIsThere(string document, string rules)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, document + ".txt"));

        Assert.Equal(rules.Split(','), Found(text, new(2021, 8, 31)));
    }

    private static IEnumerable<string> Found(string text, DateOnly today) =>
        TextRules.Check(text, DocumentReader.Read(text), today).Select(finding => finding.Rule);
}
