using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Reads the body: paragraphs, top-level points with their headings, and what closes it.</summary>
internal static partial class BodyReader
{
    private const int LongestHeading = 100;
    private const int LongestSkippedNumbers = 5;

    internal static DirectiveDocument Read(SourcePage page, int start, int end, DirectiveDocument read)
    {
        var blocks = BodyBlock.All(page, start, end);
        var family = SectionMarker.TopLevel(blocks.Select(block => block.Marker));
        var preamble = new List<BodyBlock>();
        var sections = new List<List<BodyBlock>>();
        var said = new List<BodyBlock>();
        var count = 0;
        foreach (var block in blocks)
        {
            var ordinal = family == MarkerFamily.None ? 0 : SectionMarker.OrdinalIn(family, block.Marker);
            var follows = ordinal > count && (sections.Count == 0 || ordinal <= count + LongestSkippedNumbers);
            if (block.Said is PartKind.Preamble or PartKind.Closing)
            {
                (block.Said == PartKind.Closing ? said : preamble).Add(block);
            }
            else if (follows || (block.Said == PartKind.Section && (ordinal > 0 || sections.Count == 0)))
            {
                block.Choice = ordinal == count + 1 || block.Said is not null ? null : Choice.NumbersSkipped(block.Marker ?? "");
                count = ordinal;
                sections.Add([block]);
            }
            else
            {
                (sections.Count > 0 ? sections[^1] : preamble).Add(block);
            }
        }

        var closing = TakeClosing(sections.Count > 0 ? sections[^1] : preamble).Concat(said).OrderBy(block => block.Line).ToList();
        return read with
        {
            Preamble = [.. preamble.Select(block => block.Keep(page, PartKind.Preamble))],
            Sections = [.. sections.Select(blocks => SectionOf(page, blocks))],
            Closing = [.. closing.Select(block => block.Keep(page, PartKind.Closing))],
        };
    }

    internal static Paragraph ParagraphOf(SourceLine line)
    {
        var (marker, text) = SectionMarker.Split(line.Text);
        return new Paragraph(text, marker, line.Number);
    }

    private static List<BodyBlock> TakeClosing(List<BodyBlock> last)
    {
        var from = last.FindIndex(IsClosing);
        if (from <= 0 || last.Skip(from).Any(block => block.Marker is not null || block.Said is not null))
        {
            return [];
        }

        var closing = last[from..];
        last.RemoveRange(from, last.Count - from);
        closing[0].Choice = Choice.ClosingByWords(PartKind.Section);
        return closing;
    }

    private static bool IsClosing(BodyBlock block) => block.Marker is null && Closing().IsMatch(block.Text);

    private static Section SectionOf(SourcePage page, List<BodyBlock> blocks)
    {
        if (blocks is [{ Text.Length: 0 }, { Marker: null } title, ..] && VietnameseText.IsCapitals(title.Text))
        {
            blocks[0].Join(title);
            blocks.RemoveAt(1);
        }

        var first = blocks[0];
        var heading = Heading(first.Text, blocks.Count);
        if (heading?.Length == first.Text.Length && !VietnameseText.IsCapitals(heading))
        {
            first.Choice ??= Choice.HeadingGuessed();
        }

        var paragraphs = blocks.Select(block => block.Keep(page, PartKind.Section)).ToImmutableArray();
        return new Section(first.Marker ?? "", heading, paragraphs.SetItem(0, paragraphs[0] with { Marker = null }));
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

        return colon >= 0 || (paragraphs > 1 && !BodyBlock.EndsSentence(title)) || VietnameseText.IsCapitals(title) ? title : null;
    }

    private static bool IsOrder(string title) =>
        Order().IsMatch(title) || Organs.BeginsPersons(title) || (Organs.BeginsUnit(title) && !VietnameseText.IsCapitals(title));

    [GeneratedRegex(@"^(?:Giao|Yêu cầu|Đề nghị|Phân công|Chỉ đạo|Các|Mỗi|Từ ngày|Ngày)(?!\p{L})|(?:như sau|sau đây|sau)$")]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:Chỉ thị|Nghị quyết|Quyết định|Kết luận|Quy chế|Quy định|Thông tri|Hướng dẫn|Thông báo|Báo cáo|Kế hoạch|Chương trình|Đề án|Phương án|Công văn) này(?!\p{L})|^Trên đây là(?!\p{L})|^Văn phòng (?:\p{L}+ ){0,6}?(?:trân trọng )?thông báo(?!\p{L})|^(?:Trân trọng|Rất mong|Kính trình|Kính mong|Kính đề nghị)(?!\p{L})")]
    private static partial Regex Closing();
}
