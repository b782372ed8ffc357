using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Sample;

public sealed class SampleTableTests
{
    [Fact]
    public void Field_InQuotes_KeepsCommasQuotesAndLineEnds()
    {
        var row = Assert.Single(SampleTable.Parse("t.csv", "a,b\r\n\"x, \"\"y\"\"\nz\",last"));

        Assert.Equal(("x, \"y\"\nz", "last"), (row["a"], row["b"]));
    }

    [Fact]
    public void Row_WithAFieldTooFew_IsRefused() =>
        Assert.Contains("t.csv", Assert.Throws<InvalidDataException>(() => SampleTable.Parse("t.csv", "a,b\n1\n")).Message, StringComparison.Ordinal);
}
