using System.IO.Compression;
using System.Text;
using Workflow.Directives.Directory.Exchange;

namespace Workflow.Directives.Tests.Directory.Exchange;

/// <summary>Workbooks as spreadsheets write them, and as nobody should.</summary>
public sealed class WorkbookTests
{
    private const string Sheet = "xl/worksheets/sheet1.xml";
    private const string Main = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";

    [Fact]
    public void Table_WrittenAndRead_IsTheSame()
    {
        string[][] records = [["code", "name"], ["A", "Ủy ban <&> \"x\"\ndòng hai"], ["=1+1", " +84 203"], ["", "'x"]];

        Assert.Equal(records, Read(WorkbookWriter.Write("don-vi", records)).Value.Records.Select(record => record.Cells));
    }

    [Fact]
    public void Cells_OfEveryKind_AreRead_WithTheirColumns()
    {
        var table = Read(Zip(
            (Sheet, $"<worksheet {Main}><sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>1</v></c><c r=\"C1\" t=\"inlineStr\"><is><r><t>Sở </t></r><r><t>Y tế</t></r><rPh><t>x</t></rPh></is></c></row>"
                + "<row r=\"5\"><c r=\"B5\"><v>45839</v></c><c r=\"C5\" t=\"str\"><v>chữ</v></c><c r=\"D5\"/></row></sheetData></worksheet>"),
            ("xl/sharedStrings.xml", $"<sst {Main}><si><t>không</t></si><si><t>mã</t></si></sst>"))).Value;

        Assert.Equal([1, 5], table.Records.Select(record => record.Row));
        Assert.Equal(["mã", "", "Sở Y tế"], table.Records[0].Cells);
        Assert.Equal(["", "45839", "chữ", ""], table.Records[1].Cells);
        Assert.Empty(table.Problems);
    }

    [Fact]
    [Trait("BadInput", "22")]
    public void Formula_IsAProblemOfItsRow()
    {
        var table = Read(Zip((Sheet, $"<worksheet {Main}><sheetData><row r=\"7\"><c r=\"A7\"><f>HYPERLINK(\"http://x\")</f><v>SYT</v></c></row></sheetData></worksheet>"))).Value;

        Assert.Equal(7, Assert.Single(table.Problems).Line);
    }

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&a;</t></is></c></row></sheetData></worksheet>")]
    [InlineData("<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>")]
    [InlineData("<worksheet><sheetData><row>")]
    [InlineData("<worksheet><sheetData><row><c t=\"s\"><v>x</v></c></row></sheetData></worksheet>")]
    [Trait("BadInput", "32")]
    public void Workbook_WithADocumentTypeOrDamage_IsRefused(string sheet) =>
        Assert.Equal("directory.file", Read(Zip((Sheet, sheet))).Refusal?.Code);

    [Fact]
    public void File_ThatOnlyBeginsLikeAWorkbook_IsRefused()
    {
        Assert.Equal("directory.file", Read([.. "PK\u0003\u0004"u8, .. new byte[100]]).Refusal?.Code);
        Assert.Equal("directory.file", Read(Zip(("word/document.xml", "<x/>"))).Refusal?.Code);
    }

    [Fact]
    [Trait("BadInput", "30")]
    public void Workbook_ThatUnpacksToMoreThanIsTaken_IsRefused()
    {
        var blanks = new string(' ', 66 * 1024 * 1024);

        Assert.Equal("directory.file-too-large", Read(Zip((Sheet, $"<worksheet>{blanks}</worksheet>"))).Refusal?.Code);
    }

    [Fact]
    public void Workbook_WithTooManyRowsOrColumns_IsRefused()
    {
        var rows = string.Concat(Enumerable.Repeat("<row><c><v>1</v></c></row>", 20_002));

        Assert.Equal("directory.too-many-rows", Read(Zip((Sheet, $"<worksheet><sheetData>{rows}</sheetData></worksheet>"))).Refusal?.Code);
        Assert.Equal("directory.file-too-large", Read(Zip((Sheet, "<worksheet><sheetData><row><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>"))).Refusal?.Code);
    }

    [Fact]
    public void File_LargerThanIsTaken_IsRefused() => Assert.Equal("directory.file-too-large", Read(new byte[TableFile.LongestFile + 1]).Refusal?.Code);

    private static Result<TableFile> Read(byte[] file) => TableFile.Read(file);

    private static byte[] Zip(params (string Name, string Content)[] parts)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(content);
            }
        }

        return file.ToArray();
    }
}
