using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Reads the body: paragraphs, top-level points with their headings, and what closes it.</summary>
internal static partial class BodyReader
{
    private const int LongestHeading = 100;
    private const int LongestRequest = 300;
    private const int MostSkippedNumbers = 4;

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
            var follows = ordinal > count && (sections.Count == 0 || SectionMarker.Follows(family, block.Marker, count, MostSkippedNumbers));
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
        var from = Enumerable.Range(1, Math.Max(last.Count - 1, 0)).FirstOrDefault(i => IsClosing(last[i]) && !IsTitle(last[i - 1]), WeakClosing(last));
        if (from <= 0 || last.Skip(from).Any(block => block.Marker is not null || block.Said is not null))
        {
            return [];
        }

        var closing = last[from..];
        last.RemoveRange(from, last.Count - from);
        closing[0].Choice = Choice.ClosingByWords(PartKind.Section);
        return closing;
    }

    // What stands under a title is what the title announces: "Điều 6. Sửa đổi | Trong quá trình thực hiện, …".
    private static bool IsTitle(BodyBlock block) =>
        block.Marker is not null && block.Text.Length <= LongestHeading && !BodyBlock.EndsSentence(block.Text);

    // "Đề nghị các đồng chí dự đúng giờ." closes a letter as its last paragraph.
    private static int WeakClosing(List<BodyBlock> last)
    {
        var at = last.Count - 1;
        return at > 0 && last[at] is { Marker: null, Text.Length: <= LongestRequest } && ClosingRequest().IsMatch(last[at].Text)
            && !IsTitle(last[at - 1])
            ? at
            : -1;
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

    // "Nhiệm vụ trọng tâm:" and "Sở Y tế:" name a topic; "Giao Ban Tuyên giáo Tỉnh ủy:" and "UBND tỉnh chỉ đạo:" begin an order.
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
        !VietnameseText.IsCapitals(title)
        && (Order().IsMatch(title) || Organs.BeginsPersons(title) || (BeginsOrgans(title) && Task().IsMatch(title)));

    private static bool BeginsOrgans(string title) => Organs.BeginsUnit(title) || Several().IsMatch(title);

    [GeneratedRegex(@"^(?:Giao|Yêu cầu|Đề nghị|Phân công|Chỉ đạo|Mỗi|Từ ngày|Ngày|Thực hiện (?:tốt|nghiêm))(?!\p{L})|(?:như sau|sau đây|sau|gồm|gồm có)$")]
    private static partial Regex Order();

    [GeneratedRegex(@"^(?:Các|Mọi|Toàn thể)(?!\p{L})")]
    private static partial Regex Several();

    // The verb of a task in small letters: "Ban Tổ chức" and "Sở Xây dựng" are names.
    [GeneratedRegex(@"(?<!\p{L})(?:chỉ đạo|lãnh đạo|chủ trì|phối hợp|tập trung|tăng cường|tiếp tục|đẩy mạnh|có trách nhiệm|chịu trách nhiệm|thực hiện|tổ chức|khẩn trương|chủ động|hướng dẫn|tham mưu|xây dựng|rà soát|kiểm tra|triển khai|quán triệt|phải|cần|căn cứ|làm tốt|bố trí|báo cáo|có|đã|sẽ|được|thống nhất|nhất trí|đánh giá|yêu cầu|quyết định|giao|đề nghị|kết luận|thông qua|kêu gọi|bảo đảm|đảm bảo|nâng cao|phát huy|quan tâm|xem xét|theo dõi|đôn đốc|hoàn thành|nghiên cứu|vận động|tuyên truyền|tổng hợp|khắc phục|duy trì)(?!\p{L})")]
    private static partial Regex Task();

    [GeneratedRegex(@"^(?:Căn cứ |Nhận được )?(?:Chỉ thị|Nghị quyết|Quyết định|Kết luận|Quy chế|Quy định|Thông tri|Hướng dẫn|Thông báo|Thông cáo|Báo cáo|Kế hoạch|Chương trình|Đề án|Phương án|Chiến lược|Quy hoạch|Công văn|Công điện|Biên bản|Văn bản|Giấy(?: mời| giới thiệu)?) này(?!\p{L})|^Trên đây là(?!\p{L})|^Trong quá trình (?:tổ chức |triển khai )*(?:thực hiện|triển khai)(?!\p{L})|^(?:Hội nghị|Cuộc họp|Buổi làm việc|Phiên họp|Biên bản) (?:kết thúc|được lập|lập xong|bế mạc)(?!\p{L})|^Văn phòng (?:\p{L}+ ){0,6}?(?:trân trọng )?thông báo(?!\p{L})|^(?:Xin |Rất )?(?:[Tt]rân trọng|mong|hân hạnh)(?!\p{L})|^(?:Kính trình|Kính mong|Kính đề nghị)(?!\p{L})")]
    private static partial Regex Closing();

    [GeneratedRegex(@"^(?:\p{L}+ ){0,10}?(?:[Đđ]ề nghị|[Yy]êu cầu) (?:[Cc]ác|[Qq]uý|[Tt]hủ trưởng|[Tt]oàn thể|[Gg]iám đốc các)(?!\p{L})|^(?:Văn bản|Báo cáo|Ý kiến|Kết quả)(?: \p{L}+){0,8} (?:gửi|báo cáo) (?:về|qua|Văn phòng)(?!\p{L})")]
    private static partial Regex ClosingRequest();
}
