using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Reads the body: paragraphs, top-level points with their headings, and what closes it.</summary>
internal static partial class BodyReader
{
    private const int LongestHeading = 100;
    private const int LongestSkippedNumbers = 5;

    /// <summary>A line shorter than this ends where its author ended it; a longer one may have been wrapped.</summary>
    private const int ShortestWrappedLine = 60;

    internal static DirectiveDocument Read(SourcePage page, int start, int end, DirectiveDocument read)
    {
        var paragraphs = Paragraphs(page, start, end);
        var family = SectionMarker.TopLevel(paragraphs.Select(paragraph => paragraph.Marker));
        var preamble = new List<Paragraph>();
        var sections = new List<List<Paragraph>>();
        var count = 0;
        foreach (var paragraph in paragraphs)
        {
            var ordinal = family == MarkerFamily.None ? 0 : SectionMarker.OrdinalIn(family, paragraph.Marker);
            if (ordinal > count && (sections.Count == 0 || ordinal <= count + LongestSkippedNumbers))
            {
                count = ordinal;
                sections.Add([paragraph]);
            }
            else
            {
                (sections.Count > 0 ? sections[^1] : preamble).Add(paragraph);
            }
        }

        var closing = TakeClosing(sections.Count > 0 ? sections[^1] : preamble);
        return read with { Preamble = [.. preamble], Sections = [.. sections.Select(SectionOf)], Closing = closing };
    }

    internal static Paragraph ParagraphOf(SourceLine line)
    {
        var (marker, text) = SectionMarker.Split(line.Text);
        return new Paragraph(text, marker, line.Number);
    }

    private static List<Paragraph> Paragraphs(SourcePage page, int start, int end)
    {
        var paragraphs = new List<Paragraph>();
        var last = -2;
        foreach (var i in page.Open(start, end).ToList())
        {
            page[i].Used = true;
            if (Labels.IsRule(page[i].Text) || page[i].Text == "./.")
            {
                continue;
            }

            var next = ParagraphOf(page[i]);
            if (last == i - 1 && paragraphs.Count > 0 && IsWrapped(page[last].Text, next))
            {
                paragraphs[^1] = paragraphs[^1] with { Text = $"{paragraphs[^1].Text} {next.Text}".Trim() };
            }
            else
            {
                paragraphs.Add(next);
            }

            last = i;
        }

        return paragraphs;
    }

    private static bool IsWrapped(string before, Paragraph next) =>
        next.Marker is null && next.Text.Length > 0
        && !SentenceEnd().IsMatch(before)
        && (char.IsLower(next.Text[0]) || before.Length >= ShortestWrappedLine);

    private static ImmutableArray<Paragraph> TakeClosing(List<Paragraph> last)
    {
        var from = last.FindIndex(IsClosing);
        if (from <= 0 || last.Skip(from).Any(paragraph => paragraph.Marker is not null))
        {
            return [];
        }

        var closing = last.Skip(from).ToImmutableArray();
        last.RemoveRange(from, last.Count - from);
        return closing;
    }

    private static bool IsClosing(Paragraph paragraph) => paragraph.Marker is null && Closing().IsMatch(paragraph.Text);

    private static Section SectionOf(List<Paragraph> paragraphs)
    {
        var marker = paragraphs[0].Marker ?? "";
        if (paragraphs is [{ Text.Length: 0 }, { Marker: null } title, ..] && VietnameseText.IsCapitals(title.Text))
        {
            paragraphs[0] = paragraphs[0] with { Text = title.Text };
            paragraphs.RemoveAt(1);
        }

        var numbered = paragraphs[0] with { Marker = null };
        return new Section(marker, Heading(numbered.Text, paragraphs.Count), [numbered, .. paragraphs.Skip(1)]);
    }

    // "Nhiệm vụ trọng tâm:" names a topic; "Giao Ban Tuyên giáo Tỉnh ủy:" and "UBND tỉnh chỉ đạo:" begin an order to somebody.
    private static string? Heading(string text, int paragraphs)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var title = colon >= 0 ? text[..colon].TrimEnd() : text;
        if (title.Length is 0 or > LongestHeading || title.Contains(". ", StringComparison.Ordinal) || IsOrder(title))
        {
            return null;
        }

        return colon >= 0 || (paragraphs > 1 && !SentenceEnd().IsMatch(title)) || VietnameseText.IsCapitals(title) ? title : null;
    }

    private static bool IsOrder(string title) =>
        Order().IsMatch(title) || Organs.BeginsPersons(title) || (Organs.BeginsUnit(title) && !VietnameseText.IsCapitals(title));

    [GeneratedRegex(@"[.:;!?…][""”’)\]]*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^(?:Giao|Yêu cầu|Đề nghị|Phân công|Chỉ đạo|Các|Mỗi|Từ ngày|Ngày)(?!\p{L})|(?:như sau|sau đây|sau)$")]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:Chỉ thị|Nghị quyết|Quyết định|Kết luận|Quy chế|Quy định|Thông tri|Hướng dẫn|Thông báo|Báo cáo|Kế hoạch|Chương trình|Đề án|Phương án|Công văn) này(?!\p{L})|^Trên đây là(?!\p{L})|^Văn phòng (?:\p{L}+ ){0,6}?(?:trân trọng )?thông báo(?!\p{L})|^(?:Trân trọng|Rất mong|Kính trình|Kính mong|Kính đề nghị)(?!\p{L})")]
    private static partial Regex Closing();
}
