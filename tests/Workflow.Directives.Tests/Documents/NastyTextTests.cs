using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

/// <summary>Work is bounded by counting what is allocated, not by a clock; the benchmarks hold the clock.</summary>
public sealed class NastyTextTests
{
    private const int Length = 40_000;
    private const double MostGrowth = 2.5;

    /// <summary>What the runtime itself may allocate at any moment.</summary>
    private const long Slack = 200_000;

    public static TheoryData<string> Shapes { get; } = [.. NastyTexts.Names];

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reader_TwiceTheText_AllocatesAboutTwice(string shape)
    {
        var (once, twice) = (NastyTexts.Text(shape, Length), NastyTexts.Text(shape, 2 * Length));
        DocumentReader.Read(once);

        var (small, large) = (Allocated(once), Allocated(twice));

        Assert.InRange(large, 0, Math.Max(small * MostGrowth, small + Slack));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Reader_NastyText_LosesNothing(string shape)
    {
        var text = NastyTexts.Text(shape, Length);

        var read = DocumentReader.Read(text);

        Assert.Null(Coverage.Fault(text, read));
        Assert.NotNull(TextRules.Check(text, read, new DateOnly(2026, 11, 2)));
        Assert.NotNull(PlainText.Write(read));
    }

    [Theory]
    [InlineData("capitals")]
    [InlineData("columns")]
    [InlineData("blanks before a date")]
    [InlineData("commas then a bracket")]
    [InlineData("marks out of order")]
    [InlineData("short lines")]
    public void Reader_OneMegabyte_LosesNothing(string shape)
    {
        var text = NastyTexts.Text(shape, TextRules.LongestText);

        Assert.Null(Coverage.Fault(text, DocumentReader.Read(text)));
    }

    private static long Allocated(string text)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        DocumentReader.Read(text);
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
}
