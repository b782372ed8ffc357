using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Word;
using static Workflow.Directives.Tests.Documents.Word.WrittenTexts;

namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>The file says in its own words what the form rule says in millimetres and points.</summary>
public sealed class PrescribedFormTests
{
    private const double TwipsPerMillimetre = 1440 / 25.4;

    [Fact]
    public void Sheet_OfHd05_HasItsMarginsAndNumbersFromTheSecondPage()
    {
        using var word = Opened(Written(Document("template chi-thi")));

        var section = word.MainDocumentPart!.Document.Body!.Elements<SectionProperties>().Single();
        var margins = section.Elements<PageMargin>().Single();
        Assert.Equal([20, 20, 30, 15, 10], new[] { (double)margins.Top!.Value, margins.Bottom!.Value, margins.Left!.Value, margins.Right!.Value, margins.Header!.Value }
            .Select(twips => Math.Round(twips / TwipsPerMillimetre, 1)));
        Assert.NotNull(section.Elements<TitlePage>().SingleOrDefault());
        Assert.Contains("PAGE", word.MainDocumentPart.HeaderParts.Single().Header.Descendants<SimpleField>().Single().Instruction!.Value, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tiêu đề", 30, true, false)]
    [InlineData("Cơ quan ban hành", 28, true, false)]
    [InlineData("Địa danh và ngày tháng", 28, false, true)]
    [InlineData("Tên loại văn bản", 32, true, false)]
    [InlineData("Chức vụ", 28, false, false)]
    [InlineData("Dòng nơi nhận", 24, false, false)]
    public void Style_OfAnElement_HasTheLettersOfHd05(string name, int halfPoints, bool bold, bool italic)
    {
        using var word = Opened(Written(Document("template chi-thi")));

        var letters = Styles(word).Single(style => style.StyleName!.Val == name).StyleRunProperties!;

        Assert.Equal((halfPoints.ToString(System.Globalization.CultureInfo.InvariantCulture), bold, italic), (letters.FontSize!.Val!.Value, letters.Bold is not null, letters.Italic is not null));
    }

    [Fact]
    public void Text_OfHd05_StandsAtExactLinesWithTheFirstLineIn()
    {
        using var word = Opened(Written(Document("template chi-thi")));

        var form = Styles(word).Single(style => style.StyleName!.Val == "Nội dung").StyleParagraphProperties!;

        Assert.Equal(("400", LineSpacingRuleValues.Exact, "120"), (form.SpacingBetweenLines!.Line!.Value, form.SpacingBetweenLines.LineRule!.Value, form.SpacingBetweenLines.Before!.Value));
        Assert.Equal("567", form.Indentation!.FirstLine!.Value);
        Assert.Equal(JustificationValues.Both, form.Justification!.Val!.Value);
        Assert.Equal("vi-VN", word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.DocDefaults!.RunPropertiesDefault!.RunPropertiesBaseStyle!.Languages!.Val!.Value);
    }

    [Fact]
    public void Headings_OfChaptersAndArticles_AreThoseOfTheNavigationPane()
    {
        using var word = Opened(Written(Document("clean-quy-che-lam-viec")));

        Assert.Equal(["Chương IQUY ĐỊNH CHUNG", "Chương IITRÁCH NHIỆM VÀ QUAN HỆ PHỐI HỢP", "Chương IIITỔ CHỨC THỰC HIỆN"], InStyle(word, "Heading1"));
        Assert.StartsWith("Điều 1. Phạm vi điều chỉnh", InStyle(word, "Heading2").First(), StringComparison.Ordinal);
        Assert.Equal("heading 1", Styles(word).Single(style => style.StyleId == "Heading1").StyleName!.Val!.Value);
    }

    [Fact]
    public async Task Recipients_ByProfile_EndWithItsMark()
    {
        var document = Document("template cong-van");

        Assert.Contains("Như trên;", (await TextOfAsync(Written(document))).Text, StringComparison.Ordinal);
        var earlier = DirectiveDocx.Write(document, FormProfiles.ByCode("HD36")!, new DocxOptions());
        Assert.Contains("Như trên,", (await TextOfAsync(earlier)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NumberDateAndSignature_OnceGiven_StandOnThePage()
    {
        var options = new DocxOptions { NumberAndDate = new AssignedNumber("08-CT/TU", new DateOnly(2026, 2, 9)), SignedNote = "(Đã ký)" };

        var read = await ReadBackAsync(Written(Document("template chi-thi"), options));

        Assert.Equal(("08-CT/TU", new DateOnly(2026, 2, 9), "(Đã ký)", null), (read.Number, read.Date, read.Signature!.Note, read.DraftMark));
    }

    [Theory]
    [InlineData(null, "Dự thảo")]
    [InlineData("DỰ THẢO LẦN 2", "Dự thảo lần 2")]
    [InlineData("DỰ THẢO LẦN II", "Dự thảo lần II")]
    public async Task DraftMark_WhereWanted_IsPrintedInSmallLetters(string? own, string printed)
    {
        var document = Document("template chi-thi") with { DraftMark = own };

        Assert.Contains($"\n{printed}\n", (await TextOfAsync(Written(document, new DocxOptions { DraftMark = true }))).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(printed, (await TextOfAsync(Written(document, new DocxOptions()))).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Secret_IsNotWritten() =>
        Assert.Throws<ArgumentException>(() => Written(Document("template chi-thi") with { Secrecy = "MẬT" }));

    private static IEnumerable<Style> Styles(WordprocessingDocument word) => word.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Elements<Style>();

    private static List<string> InStyle(WordprocessingDocument word, string style) =>
        [.. word.MainDocumentPart!.Document.Body!.Elements<DocumentFormat.OpenXml.Wordprocessing.Paragraph>()
            .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == style).Select(paragraph => paragraph.InnerText)];

    private static WordprocessingDocument Opened(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);
}
