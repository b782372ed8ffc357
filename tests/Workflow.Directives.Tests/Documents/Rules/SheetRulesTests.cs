using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Rules;
using Workflow.Directives.Tests.Documents.Files;

namespace Workflow.Directives.Tests.Documents.Rules;

public sealed class SheetRulesTests
{
    private const string A4 = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
    private const string Margins = "<w:pgMar w:top=\"1134\" w:right=\"851\" w:bottom=\"1134\" w:left=\"1701\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";
    private const string Letters = "<w:rFonts w:ascii=\"Times New Roman\" w:hAnsi=\"Times New Roman\"/><w:sz w:val=\"28\"/>";

    [Fact]
    public async Task Sheet_AsPrescribed_IsLeftAlone() => Assert.Empty(await CheckAsync(A4 + Margins, Letters));

    [Theory]
    [InlineData("page-size", "<w:pgSz w:w=\"12240\" w:h=\"15840\"/>", Margins, Letters)]
    [InlineData("page-margins", A4, "<w:pgMar w:top=\"1440\" w:right=\"1440\" w:bottom=\"1440\" w:left=\"1440\"/>", Letters)]
    [InlineData("page-margins", A4, "<w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1701\"/>", Letters)]
    [InlineData("page-font", A4, Margins, "<w:rFonts w:ascii=\"Calibri\"/><w:sz w:val=\"28\"/>")]
    [InlineData("page-font", A4, Margins, "<w:rFonts w:ascii=\"Times New Roman\"/><w:sz w:val=\"24\"/>")]
    public async Task Sheet_OtherThanPrescribed_IsTold(string rule, string size, string margins, string letters)
    {
        var finding = Assert.Single(await CheckAsync(size + margins, letters));

        Assert.Equal((rule, Severity.Warning), (finding.Rule, finding.Severity));
        Assert.Equal(finding.Severity, finding.Entry.Severity);
    }

    [Fact]
    public async Task Sheet_TurnedForAWideTable_IsNotHeldToTheMargins() =>
        Assert.Empty(await CheckAsync("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/><w:pgMar w:top=\"1701\" w:right=\"1134\" w:bottom=\"851\" w:left=\"1134\"/>", Letters));

    [Fact]
    public async Task Sheet_OfAnEarlierSection_IsReadToo()
    {
        var first = $"<w:sectPr><w:pgSz w:w=\"12240\" w:h=\"15840\"/>{Margins}</w:sectPr>";

        Assert.Equal(["page-size"], (await CheckAsync(A4 + Margins, Letters, first)).Select(finding => finding.Rule));
    }

    [Fact]
    public async Task Sheet_LettersOfTheStyle_Count()
    {
        var file = File("<w:pStyle w:val=\"Thuong\"/>", "", A4 + Margins).With(
            "styles", $"<w:styles {WordFile.Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"Thuong\"><w:rPr><w:rFonts w:ascii=\"Arial\"/></w:rPr></w:style></w:styles>");

        var source = (await new SourceFileReader().ReadAsync("a.docx", file.ToBytes(), default)).Value;

        Assert.Equal(["Arial"], source.Sheet!.Fonts.Select(font => font.Font));
        Assert.Null(source.Sheet.UsualSizePt);
    }

    [Fact]
    public async Task Sheet_OfAStatePaper_MayHaveWiderMargins()
    {
        var state = "<w:pgMar w:top=\"1361\" w:right=\"1134\" w:bottom=\"1361\" w:left=\"1928\"/>";
        var sheet = (await ReadAsync(A4 + state, Letters)).Sheet!;

        Assert.Empty(SheetRules.Check(sheet, new DirectiveDocument { Title = HeadTitle.State }, new(2026, 11, 2)));
        Assert.Equal(["page-margins"], SheetRules.Check(sheet, new DirectiveDocument { Title = HeadTitle.Party }, new(2026, 11, 2)).Select(finding => finding.Rule));
    }

    [Fact]
    public async Task Sheet_OfAPlainText_IsNone() =>
        Assert.Null((await new SourceFileReader().ReadAsync("a.txt", "một hai ba"u8.ToArray(), default)).Value.Sheet);

    private static async Task<List<TextFinding>> CheckAsync(string section, string letters, string inFirstParagraph = "")
    {
        var source = await ReadAsync(section, letters, inFirstParagraph);
        return [.. SheetRules.Check(source.Sheet!, DocumentReader.Read(source.Text), new(2026, 11, 2))];
    }

    private static async Task<SourceText> ReadAsync(string section, string letters, string inFirstParagraph = "") =>
        (await new SourceFileReader().ReadAsync("a.docx", File(inFirstParagraph, letters, section).ToBytes(), default)).Value;

    private static WordFile File(string inParagraph, string letters, string section) => new(
        "", document: $"<w:document {WordFile.Namespaces}><w:body><w:p><w:pPr>{inParagraph}</w:pPr>{WordFile.R("ĐẢNG CỘNG SẢN VIỆT NAM", letters)}</w:p><w:sectPr>{section}</w:sectPr></w:body></w:document>");
}
