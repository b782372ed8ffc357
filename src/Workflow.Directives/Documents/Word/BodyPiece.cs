using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Word;

/// <summary>How a paragraph of the body stands on the page.</summary>
internal enum BodyLook
{
    /// <summary>Running text.</summary>
    Text,

    /// <summary>What the paper rests on: <c>Căn cứ …</c>.</summary>
    Basis,

    /// <summary>A numbered or listed paragraph.</summary>
    Point,

    /// <summary>Phần, Chương, Mục: centred, its title on a line of its own.</summary>
    Chapter,

    /// <summary>Điều.</summary>
    Article,

    /// <summary>A point whose title stands in bold letters.</summary>
    Titled,

    /// <summary>Words in capitals that stand alone, such as <c>QUYẾT ĐỊNH:</c>.</summary>
    Decree,
}

/// <summary>A paragraph of the body, told apart into what is printed bold and what is not.</summary>
/// <param name="Look">How it stands.</param>
/// <param name="Bold">Mark and title.</param>
/// <param name="Rest">What follows.</param>
/// <param name="Depth">Depth among the titles, from 0; null when it has none.</param>
internal sealed partial record BodyPiece(BodyLook Look, string Bold, string Rest, int? Depth)
{
    private const int LongestTitle = 120;
    private const int LongestDecree = 160;
    private static readonly string[] ChapterWords = ["Phần ", "Chương ", "Mục "];

    /// <summary>Whether it names what comes next, and so may not end a page.</summary>
    internal bool LeadsOn => Rest.Length == 0 && Bold.Length > 0;

    /// <summary>The paragraphs of the body in order, each with its form.</summary>
    internal static IEnumerable<BodyPiece> All(DirectiveDocument d)
    {
        var preamble = d.Preamble.Select(paragraph => Of(paragraph, isFollowed: true, depth: 0))
            .Select(piece => piece.Look is BodyLook.Text or BodyLook.Point && IsBasis(piece.Rest) ? piece with { Look = BodyLook.Basis } : piece);
        var points = d.Sections.SelectMany(OfSection);
        var closing = d.Closing.Select(paragraph => Of(paragraph, isFollowed: false, depth: 0));
        return [.. preamble, .. points, .. closing];
    }

    private static IEnumerable<BodyPiece> OfSection(Section section)
    {
        yield return OfTop(section);
        for (var i = 1; i < section.Paragraphs.Length; i++)
        {
            yield return Of(section.Paragraphs[i], isFollowed: i + 1 < section.Paragraphs.Length, depth: 1);
        }
    }

    private static BodyPiece OfTop(Section section)
    {
        var text = section.Paragraphs[0].Text;
        var (title, rest) = Split(text, section.Heading);
        return IsChapter(section.Marker) ? new(BodyLook.Chapter, Joined(section.Marker, title.Length > 0 ? title : text, '\n'), title.Length > 0 ? rest : "", 0)
            : IsArticle(section.Marker) ? new(BodyLook.Article, Joined(section.Marker, title, ' '), rest, 0)
            : title.Length > 0 ? new(BodyLook.Titled, Joined(section.Marker, title, ' '), rest, 0)
            : new(BodyLook.Point, "", Joined(section.Marker, text, ' '), 0);
    }

    private static BodyPiece Of(Paragraph paragraph, bool isFollowed, int depth)
    {
        var isNumbered = paragraph.Marker is { } mark && mark.Any(char.IsLetterOrDigit);
        var isTitle = isFollowed && paragraph.Text.Length is > 0 and <= LongestTitle && !BodyBlock.EndsSentence(paragraph.Text);
        return paragraph.Marker is null
            ? new(IsDecree(paragraph.Text) ? BodyLook.Decree : BodyLook.Text, "", paragraph.Text, null)
            : IsChapter(paragraph.Marker) ? new(BodyLook.Chapter, Joined(paragraph.Marker, paragraph.Text, '\n'), "", depth)
            : IsArticle(paragraph.Marker) ? OfArticle(paragraph, isTitle, depth)
            : isNumbered && isTitle && !IsLetterPoint(paragraph.Marker)
                ? new(BodyLook.Titled, Joined(paragraph.Marker, paragraph.Text, ' '), "", depth + Steps(paragraph.Marker))
                : new(BodyLook.Point, "", Joined(paragraph.Marker, paragraph.Text, ' '), null);
    }

    private static BodyPiece OfArticle(Paragraph paragraph, bool isTitle, int depth) => isTitle
        ? new(BodyLook.Article, Joined(paragraph.Marker!, paragraph.Text, ' '), "", depth)
        : new(BodyLook.Article, paragraph.Marker!, paragraph.Text, depth);

    // The colon belongs to the title; after a title that ends its line nothing follows.
    private static (string Title, string After) Split(string text, string? heading)
    {
        if (heading is null || !text.StartsWith(heading, StringComparison.Ordinal))
        {
            return ("", text);
        }

        var end = heading.Length + (text.AsSpan(heading.Length).StartsWith(":") ? 1 : 0);
        return (text[..end], text[end..].Trim());
    }

    private static string Joined(string marker, string text, char between) => text.Length > 0 ? $"{marker}{between}{text}" : marker;

    private static bool IsChapter(string marker) =>
        Array.Exists(ChapterWords, word => marker.StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private static bool IsArticle(string marker) => marker.StartsWith("Điều ", StringComparison.OrdinalIgnoreCase);

    // "a)" is a điểm, never a title of its own (Hướng dẫn 05-HD/VPTW).
    private static bool IsLetterPoint(string marker) => char.IsLower(marker[0]);

    [GeneratedRegex(@"^(?:- )?(?:Căn cứ|Xét đề nghị|Theo đề nghị)\s", RegexOptions.CultureInvariant)]
    private static partial Regex Basis();

    private static bool IsBasis(string text) => Basis().IsMatch(text);

    // "BAN THƯỜNG VỤ TỈNH ỦY QUYẾT ĐỊNH" above the articles.
    private static bool IsDecree(string text) => text.Length is > 0 and <= LongestDecree && VietnameseText.IsCapitals(text) && text[^1] is not (';' or ',');

    private static int Steps(string marker) => marker.TrimEnd('.', ')').Count(letter => letter == '.');
}
