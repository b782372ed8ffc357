using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Layout;

/// <summary>The text and the annexes: paragraphs justified with the first line in, headings bold, titles of chapters in the middle.</summary>
internal sealed partial class BodyLayout(FormProfile profile, Node root, double width)
{
    /// <summary>A numbered line without an end mark and no longer than this is a heading.</summary>
    private const int LongestHeading = 120;
    private const int LongestTitle = 160;
    private const double WidestTitleMm = 140;

    private readonly Lettering text = Lettering.Of(profile[FormElement.Body]);
    private readonly Lettering heading = Lettering.Of(profile[FormElement.Heading]);
    private Node? list;

    internal IEnumerable<FlowBlock> Body(DirectiveDocument d)
    {
        foreach (var paragraph in d.Preamble)
        {
            yield return Paragraph(paragraph, IsBasis(paragraph.Text));
        }

        foreach (var section in d.Sections)
        {
            foreach (var block in Section(section))
            {
                yield return block;
            }
        }

        foreach (var paragraph in d.Closing)
        {
            yield return Paragraph(paragraph, false);
        }
    }

    internal IEnumerable<FlowBlock> Annex(DirectiveDocument d)
    {
        var (isTitle, isFirst) = (true, true);
        foreach (var paragraph in d.Annex)
        {
            var words = Joined(paragraph.Marker, paragraph.Text);
            var begins = isFirst || AnnexHeading().IsMatch(words);
            isTitle = begins || (isTitle && (IsTitle(words) || IsBracketed(words)));
            yield return isTitle
                ? Centred(words, IsBracketed(words) ? text with { Face = Fonts.FontFace.Italic } : Lettering.Of(profile[FormElement.AnnexTitle]), "H2", begins)
                : Paragraph(paragraph, false);
            isFirst = false;
        }
    }

    private IEnumerable<FlowBlock> Section(Section section)
    {
        var first = section.Paragraphs[0];
        if (ChapterMarker().IsMatch(section.Marker))
        {
            yield return Centred(section.Marker, Lettering.Of(profile[FormElement.Chapter]), "H2", false);
            if (first.Text.Length > 0)
            {
                yield return Centred(first.Text, Lettering.Of(profile[FormElement.Chapter]), "H2", false) with { GapBefore = 0 };
            }
        }
        else
        {
            yield return Numbered(section, first);
        }

        foreach (var paragraph in section.Paragraphs.Skip(1))
        {
            yield return Paragraph(paragraph, false);
        }
    }

    private FlowBlock Numbered(Section section, Paragraph first)
    {
        var title = section.Heading is { Length: > 0 } given && first.Text.StartsWith(given, StringComparison.Ordinal) ? given : "";
        var rest = first.Text[title.Length..];
        if (title.Length > 0 && rest.Length > 0 && rest[0] is ':' or '.')
        {
            (title, rest) = (title + rest[0], rest[1..]);
        }

        var isHeading = rest.Trim().Length == 0 && title.Length > 0;
        var isBold = title.Length > 0 || section.Marker.StartsWith("Điều", StringComparison.OrdinalIgnoreCase);
        list = null;
        return Justified(
            [new(section.Marker, isBold ? heading : text), .. Spaced(title, heading), .. Spaced(rest, text)], root.Add(isHeading ? "H2" : "P"), isHeading);
    }

    private FlowBlock Paragraph(Paragraph paragraph, bool isBasis)
    {
        var words = Joined(paragraph.Marker, paragraph.Text);
        if (paragraph.Marker is null && IsTitle(words))
        {
            return Centred(words, heading, "P", false);
        }

        var isItem = paragraph.Marker is { Length: 1 } bullet && !char.IsLetterOrDigit(bullet[0]);
        var isHeading = paragraph.Marker is not null && NumberMarker().IsMatch(paragraph.Marker) && paragraph.Text.Length <= LongestHeading
            && paragraph.Text.Length > 0 && char.IsLetterOrDigit(paragraph.Text[^1]);
        list = isItem ? list ?? root.Add("L") : null;
        var node = list is not null ? list.Add("LI").Add("LBody") : root.Add("P");
        var look = isBasis ? text with { Face = Fonts.FontFace.Italic } : isHeading ? heading : text;
        return Justified([new(words, look)], node, isHeading);
    }

    private FlowBlock Justified(IEnumerable<Span> spans, Node node, bool isHeading)
    {
        var indent = Length.Mm(profile.Body.FirstLineIndentMm);
        var lines = LineBreaking.Justified(Words.Of(spans, width - indent), width, indent);
        return new(
            [.. lines.Select((line, i) => FlowLine.Of(
                profile.Body.LinePt, text, [.. Words.Place(line.Words, i == 0 ? indent : 0, 0, line.Wider, node)]))],
            profile.Body.GapPt,
            isHeading);
    }

    private FlowBlock Centred(string words, Lettering look, string type, bool newPage)
    {
        list = null;
        var node = root.Add(type);
        var lines = LineBreaking.Balanced(Words.Of([new(words, look)], Length.Mm(WidestTitleMm)), Length.Mm(WidestTitleMm));
        return new(
            [.. lines.Select(line => FlowLine.Of(profile.Body.LinePt, look, [.. Words.Place(line, (width - Words.Width(line)) / 2, 0, 0, node)]))],
            profile.Body.GapPt,
            KeepWithNext: true,
            newPage);
    }

    // What a state paper rests on is printed slanted.
    private bool IsBasis(string words) => profile.IsState && Basis().IsMatch(words);

    private static bool IsTitle(string words) => words.Length <= LongestTitle && VietnameseText.IsCapitals(words) && words[^1] is not ';' and not ',';

    private static bool IsBracketed(string words) => words.Length <= LongestTitle && words.StartsWith('(') && words.EndsWith(')');

    private static string Joined(string? marker, string words) => marker is null ? words : $"{marker} {words}".Trim();

    private static IEnumerable<Span> Spaced(string words, Lettering look) => words.Trim().Length == 0 ? [] : [new(" " + words.Trim(), look)];

    [GeneratedRegex(@"^(?:Chương|Phần|Mục)\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ChapterMarker();

    [GeneratedRegex(@"^(?:[0-9]+(?:\.[0-9]+)*[.)]?|[IVX]+[-.)])$")]
    private static partial Regex NumberMarker();

    [GeneratedRegex(@"^PHỤ LỤC\b|^Phụ lục(?: số)? [0-9IVX]+\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexHeading();

    [GeneratedRegex(@"^(?:Căn cứ|Xét đề nghị|Theo đề nghị)\s.*[;,.]$", RegexOptions.CultureInvariant)]
    private static partial Regex Basis();
}
