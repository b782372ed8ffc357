using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Word;
using static Workflow.Directives.Tests.Documents.Word.WrittenTexts;

namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>What is written is a valid package by the schemas of the standard.</summary>
public sealed class OpenXmlTests
{
    public static TheoryData<string> Texts { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Texts))]
    public void Document_Written_IsValid(string name) => Assert.Empty(Problems(Written(Document(name))));

    [Fact]
    public void Document_WithEveryMark_IsValid()
    {
        var document = Document("cong-van-hoa-toc") with { DraftMark = "DỰ THẢO LẦN II", Annex = [new("PHỤ LỤC I", null, 0), new("Danh mục", null, 0), new("Một", "1.", 0)] };
        var options = new DocxOptions { NumberAndDate = new AssignedNumber("08-CV/TU", new DateOnly(2026, 8, 1)), SignedNote = "(Đã ký)", DraftMark = true };

        Assert.Empty(Problems(Written(document, options)));
    }

    [Fact]
    public void Document_OfNothing_IsValid() => Assert.Empty(Problems(Written(new DirectiveDocument())));

    [Fact]
    public async Task Document_WithWhatXmlCannotHold_LeavesThatOut()
    {
        var file = Written(new DirectiveDocument { Issuer = "TỈNH\u0001 ỦY\uD83D", Preamble = [new("Một \uD83D\uDE00 hai \u0008ba", null, 0)] });

        Assert.Empty(Problems(file));
        Assert.Contains("Một \uD83D\uDE00 hai ba", (await TextOfAsync(file)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Document_WrittenTwice_HasTheSameBytes() => Assert.Equal(Written(Document("chi-thi")), Written(Document("chi-thi")));

    [Fact]
    public void Document_Properties_NameTitleIssuerAndLanguage()
    {
        using var file = new MemoryStream(Written(Document("chi-thi")));
        using var word = WordprocessingDocument.Open(file, isEditable: false);

        var properties = word.PackageProperties;

        Assert.StartsWith("Chỉ thị", properties.Title, StringComparison.Ordinal);
        Assert.Equal((Document("chi-thi").Issuer, "vi-VN"), (properties.Creator, properties.Language));
    }

    private static List<string> Problems(byte[] file)
    {
        using var stream = new MemoryStream(file);
        using var word = WordprocessingDocument.Open(stream, isEditable: false);
        return [.. new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word)
            .Select(problem => $"{problem.Part?.Uri} {problem.Path?.XPath} {problem.Description}")];
    }
}
