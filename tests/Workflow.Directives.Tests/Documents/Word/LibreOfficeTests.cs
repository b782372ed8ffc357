using System.Text.RegularExpressions;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Layout;
using static Workflow.Directives.Tests.Documents.Word.WrittenTexts;

namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>A word processor that is not ours prints the file as it is meant.</summary>
public sealed partial class LibreOfficeTests
{
    [LibreOfficeTheory]
    [InlineData("chi-thi")]
    [InlineData("clean-quy-che-lam-viec")]
    public async Task Document_Printed_HasEveryWordAndThePagesOfThePdf(string name)
    {
        var document = Document(name);
        using var office = new LibreOffice();

        var pages = await office.PagesAsync(Written(document));

        var expected = DirectiveLayout.Of(document, ProfileOf(document), new LayoutOptions()).Pages.Length;
        Assert.InRange(pages.Length, expected - 1, expected + 1);
        Assert.Equal(Words(PlainText.Write(document)), Words(string.Join(' ', pages.Select(WithoutNumber))));
        Assert.DoesNotContain("1", pages[0].Split('\n')[0], StringComparison.Ordinal);
        Assert.All(pages.Skip(1), (page, i) => Assert.Equal($"{i + 2}", page.TrimStart('\n').Split('\n')[0].Trim()));
    }

    private static string WithoutNumber(string page, int index) => index == 0 ? page : page[(page.IndexOf($"{index + 1}", StringComparison.Ordinal) + 1)..];

    // Columns come out side by side, so words are counted, not followed.
    private static List<string> Words(string text) => [.. Word().Matches(text).Select(word => word.Value).Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();
}
