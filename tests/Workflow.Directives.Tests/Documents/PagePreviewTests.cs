using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed partial class PagePreviewTests
{
    private const string Attack = "<script>alert(\"1\")</script>&'";

    [Fact]
    public void Html_ScriptInEveryField_IsEncoded()
    {
        var html = PagePreview.Html(Hostile(), new PreviewOptions { SignatureNote = Attack, SealNote = Attack, DraftMark = true });

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("\"1\"", html, StringComparison.Ordinal);
        Assert.Equal(28, Encoded().Count(html));
    }

    [Fact]
    public void Html_OfAnySample_HasClassesOnly()
    {
        foreach (var sample in SampleTests.Names)
        {
            var html = PagePreview.Html(DocumentReader.Read(SampleTests.Text(sample)), new PreviewOptions());

            Assert.DoesNotMatch(@"\s(?:style|on\w+|src|href)=", html);
        }
    }

    [Fact]
    public void Html_EveryClass_IsStyled()
    {
        var html = string.Concat(SampleTests.Names.Select(sample => PagePreview.Html(
            DocumentReader.Read(SampleTests.Text(sample)),
            new PreviewOptions { SealNote = "dấu", DraftMark = true, ReadingMode = true })));
        var unstyled = ClassNames().Matches(html).SelectMany(match => match.Groups[1].Value.Split(' ')).Distinct()
            .Where(name => !DirectiveTemplates.PageStyle.Contains('.' + name, StringComparison.Ordinal));

        Assert.Empty(unstyled);
    }

    [Fact]
    public void Html_DraftWithoutNumber_LeavesGapsOfTheirWidth()
    {
        var draft = DocumentReader.Read(SampleTests.Text("hong")) with { Date = null };

        var html = PagePreview.Html(draft, new PreviewOptions { DraftYear = 2026 });

        Assert.Contains("Số      -CT/TU", html, StringComparison.Ordinal);
        Assert.Contains("Lạng Sơn, ngày      tháng      năm 2026", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_NumberFromTheRegistry_ReplacesTheGap()
    {
        var draft = DocumentReader.Read(SampleTests.Text("hong"));

        var html = PagePreview.Html(draft, new PreviewOptions { NumberAndDate = new("10-CT/TU", new DateOnly(2027, 1, 5)) });

        Assert.Contains("Số 10-CT/TU", html, StringComparison.Ordinal);
        Assert.Contains("Lạng Sơn, ngày 05 tháng 01 năm 2027", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_StatePaper_CarriesTheNationalMotto()
    {
        var html = PagePreview.Html(DocumentReader.Read(SampleTests.Text("chi-thi-nha-nuoc")), new PreviewOptions());

        Assert.Contains("Độc lập - Tự do - Hạnh phúc", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ĐẢNG CỘNG SẢN", html, StringComparison.Ordinal);
        Assert.Matches(@"class=""authority"">TM\. ỦY BAN NHÂN DÂN</p>\s*<p class=""authority"">KT\. CHỦ TỊCH<", html);
    }

    [Fact]
    public void Html_Letter_PrintsItsSubjectUnderTheNumberAndNoTypeName()
    {
        var html = PagePreview.Html(DocumentReader.Read(SampleTests.Text("cong-van")), new PreviewOptions());

        Assert.Contains("<p class=\"letter-subject\">V/v chuẩn bị", html, StringComparison.Ordinal);
        Assert.DoesNotContain("document-type", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Html_Heading_IsBoldAndNotRepeated()
    {
        var html = PagePreview.Html(DocumentReader.Read(SampleTests.Text("thong-bao-ket-luan")), new PreviewOptions());

        Assert.Contains(
            "<span class=\"marker\">1.</span> <b class=\"heading\">Về tình hình chung:</b> Tiến độ ba tháng", html, StringComparison.Ordinal);
    }

    private static DirectiveDocument Hostile() => new()
    {
        Type = new DocumentType("X", Attack),
        Number = Attack,
        Symbol = "X/" + Attack,
        SuperiorOrgan = Attack,
        Issuer = Attack,
        Place = Attack,
        Secrecy = Attack,
        Urgency = Attack,
        DraftMark = Attack,
        Subject = Attack,
        AddresseesLabel = Attack,
        Addressees = [new(Attack, RecipientKind.Mixed, 1)],
        Preamble = [new(Attack, Attack, 1)],
        Sections = [new(Attack, Attack, [new($"{Attack}:{Attack}", null, 1), new(Attack, Attack, 1)])],
        Closing = [new(Attack, null, 1)],
        Recipients = [new(Attack, RecipientKind.Mixed, RecipientPurpose.Report, 1, Attack)],
        Signature = new(Attack, Attack, Attack, Attack),
        Annex = [new(Attack, Attack, 1)],
    };

    [GeneratedRegex("&lt;script&gt;", RegexOptions.IgnoreCase)]
    private static partial Regex Encoded();

    [GeneratedRegex("class=\"([^\"]+)\"")]
    private static partial Regex ClassNames();
}
