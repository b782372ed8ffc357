using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed partial class DirectiveTemplatesTests
{
    public static TheoryData<string> Keys { get; } = [.. DirectiveTemplates.All.Select(template => template.Key)];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Template_Filled_ReadsAsItsTypeWithNothingLeftOver(string key)
    {
        var template = DirectiveTemplates.ByKey(key)!;

        var read = DocumentReader.Read(Fill(template));

        Assert.Equal(template.TypeCode, read.Type?.Code);
        Assert.Empty(read.Unrecognised);
        Assert.Equal("TỈNH ỦY VĨNH LONG", read.Issuer);
        Assert.Equal("Bến Tre", read.Place);
        Assert.Null(read.Number);
        Assert.Null(read.Date);
        Assert.Equal(HeadTitle.Party, read.Title);
        Assert.StartsWith(template.Authority, read.Signature?.Authority, StringComparison.Ordinal);
        Assert.Equal("Lê Thị Mai", read.Signature?.Name);
        Assert.NotNull(read.Subject);
        Assert.NotEmpty(read.Sections);
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Template_Filled_StillAsksForItsPlacesAndNothingElse(string key)
    {
        var text = Fill(DirectiveTemplates.ByKey(key)!);

        var rules = TextRules.Check(text, DocumentReader.Read(text), new DateOnly(2026, 11, 2)).Select(finding => finding.Rule);

        Assert.Equal(["placeholder"], rules.Distinct());
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Template_WithEveryPlaceWritten_PassesAllRules(string key)
    {
        var text = Place().Replace(Fill(DirectiveTemplates.ByKey(key)!), "đoạn đã viết");

        Assert.Empty(TextRules.Check(text, DocumentReader.Read(text), new DateOnly(2026, 11, 2)));
    }

    [Theory]
    [MemberData(nameof(Keys))]
    public void Template_ThroughPlainText_ReadsBackTheSame(string key)
    {
        var read = DocumentReader.Read(Fill(DirectiveTemplates.ByKey(key)!));

        Assert.Equal(ReadingComparison.Of(read), ReadingComparison.Of(DocumentReader.Read(PlainText.Write(read))));
    }

    [Fact]
    public void Templates_CoverEveryReleasedKey() => Assert.Superset(
        new HashSet<string>(
        [
            "chi-thi", "cong-van", "thong-bao-ket-luan", "thong-bao-y-kien", "nghi-quyet", "quyet-dinh", "ke-hoach", "bao-cao",
            "huong-dan", "ket-luan", "to-trinh", "quy-dinh", "chuong-trinh", "giay-moi",
        ]),
        DirectiveTemplates.All.Select(template => template.Key).ToHashSet());

    [Fact]
    public void Template_UrgentLetter_IsMarked() =>
        Assert.Equal("HỎA TỐC", DocumentReader.Read(Fill(DirectiveTemplates.ByKey("cong-van-hoa-toc")!)).Urgency);

    [Fact]
    public void ByKey_Unknown_IsNull() => Assert.Null(DirectiveTemplates.ByKey("khong-co"));

    private static string Fill(DirectiveTemplate template) =>
        template.Fill("Bến Tre", "Tỉnh ủy Vĩnh Long", template.Authority == "T/L" ? "Chánh Văn phòng" : "Phó Bí thư", "Lê Thị Mai");

    [GeneratedRegex(@"\[[^\]]+\]")]
    private static partial Regex Place();
}
