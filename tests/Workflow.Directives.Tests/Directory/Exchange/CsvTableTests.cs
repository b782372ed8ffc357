using System.Text;
using Workflow.Directives.Directory.Exchange;

namespace Workflow.Directives.Tests.Directory.Exchange;

public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=HYPERLINK(\"http://x\",\"y\")", "'=HYPERLINK")]
    [InlineData("+84 203 123", "'+84")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM")]
    [InlineData("\tx", "'\tx")]
    [InlineData("'=x", "''=x")]
    [InlineData("''x", "'''x")]
    [InlineData("'x", "'x")]
    [Trait("BadInput", "22")]
    public void Text_ThatASpreadsheetWouldRun_IsGuarded_AndReadBackAsItWas(string text, string written)
    {
        var file = CsvTable.Write([["a"], [text]]);

        Assert.Contains(written, Encoding.UTF8.GetString(file), StringComparison.Ordinal);
        Assert.Equal(text, TableFile.Read(file).Value.Records[1].Cells[0]);
    }

    [Fact]
    public void Export_BeginsWithAByteOrderMark() => Assert.Equal<byte>([0xEF, 0xBB, 0xBF], CsvTable.Write([["a"]])[..3]);

    [Fact]
    public void Row_WithTooManyColumns_IsRefused() =>
        Assert.Equal("directory.file-too-large", TableFile.Read(Encoding.UTF8.GetBytes(new string(',', 200))).Refusal?.Code);
}
