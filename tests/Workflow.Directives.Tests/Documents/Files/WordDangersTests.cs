using Workflow.Directives.Documents.Files;
using static Workflow.Directives.Tests.Documents.Files.WordFile;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>Word documents that would do something on the machine of whoever opens them.</summary>
public sealed class WordDangersTests
{
    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    [Theory]
    [InlineData("attachedTemplate", "http://127.0.0.1:9/x.dotm", "word/_rels/settings.xml.rels")]
    [InlineData("attachedTemplate", "file://///server/share/x.dotm", "word/_rels/settings.xml.rels")]
    [InlineData("image", "http://169.254.169.254/latest/meta-data", "word/_rels/header1.xml.rels")]
    [InlineData("oleObject", "file:///C:/x.xlsx", "word/_rels/footer1.xml.rels")]
    [InlineData("frame", "http://127.0.0.1:9/", "word/_rels/webSettings.xml.rels")]
    [InlineData("subDocument", "\\\\\\\\server\\\\x.docx", "word/_rels/settings.xml.rels")]
    [Trait("BadInput", "32")]
    [Trait("BadInput", "46")]
    public async Task Content_FromElsewhere_Is422(string kind, string target, string part) => await RefusedAsync(
        new WordFile(P("Văn bản")).Add(part, Relation(kind, target, "External")), FileRefusals.Outside);

    [Fact]
    public async Task Content_FromElsewhereThatIsNotSaidToBe_Is422() => await RefusedAsync(
        new WordFile(P("Văn bản")).Add("word/_rels/settings.xml.rels", Relation("attachedTemplate", "http://127.0.0.1:9/x.dotm", "Internal")), FileRefusals.Outside);

    [Fact]
    public async Task Link_IsText() => Assert.Null((await ReadAsync(
        new WordFile(P("Văn bản")).Add("word/_rels/footer1.xml.rels", Relation("hyperlink", "https://tinhuy.example/", "External")))).Refusal);

    [Theory]
    [InlineData("word/embeddings/oleObject1.bin")]
    [InlineData("word/embeddings/Sheet1.xlsx")]
    [InlineData("word/activeX/activeX1.bin")]
    [Trait("BadInput", "32")]
    public async Task Object_Embedded_Is422(string part) => await RefusedAsync(new WordFile(P("Văn bản")).Add(part, "x"), FileRefusals.Embedded);

    [Theory]
    [InlineData("<w:fldSimple w:instr=\" DDEAUTO c:\\windows\\system32\\cmd.exe &quot;/k calc&quot; \"/>")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText> DDE excel x </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")]
    [InlineData("<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>D</w:instrText></w:r><w:r><w:instrText>dE x</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")]
    [InlineData("<w:fldSimple w:instr=\"INCLUDEPICTURE &quot;http://127.0.0.1:9/x.png&quot; \\d\"/>")]
    [InlineData("<w:fldSimple w:instr=\"INCLUDETEXT c:\\x.txt\"/>")]
    [Trait("BadInput", "32")]
    public async Task Field_ThatStartsProgramsOrFetches_Is422(string field) =>
        await RefusedAsync(new WordFile($"<w:p>{field}{R("Văn bản")}</w:p>"), FileRefusals.ActiveField);

    [Theory]
    [InlineData("<w:fldSimple w:instr=\" PAGE \"/>")]
    [InlineData("<w:fldSimple w:instr=\" HYPERLINK &quot;https://tinhuy.example/link dde&quot; \"/>")]
    public async Task Field_OfAnotherKind_IsRead(string field) => Assert.Null((await ReadAsync(new WordFile($"<w:p>{field}{R("Văn bản")}</w:p>"))).Refusal);

    private static string Relation(string kind, string target, string mode) =>
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + $"<Relationship Id=\"x\" Type=\"{Kinds}{kind}\" Target=\"{target}\" TargetMode=\"{mode}\"/></Relationships>";

    private static Task<Result<SourceText>> ReadAsync(WordFile file) => new SourceFileReader().ReadAsync("a.docx", file.ToBytes(), default);

    private static async Task RefusedAsync(WordFile file, Refusal refusal)
    {
        Assert.Equal(refusal, (await ReadAsync(file)).Refusal);
        Assert.Equal(RefusalKind.Invalid, refusal.Kind);
    }
}
