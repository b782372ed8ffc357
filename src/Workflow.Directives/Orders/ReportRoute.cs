using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Orders;

/// <summary>The way a report goes, and whether a task is the follow-up of the paper itself.</summary>
internal static partial class ReportRoute
{
    /// <summary>The way as printed, e.g. <c>qua Văn phòng Tỉnh ủy</c>, or null.</summary>
    internal static string? Find(string passage)
    {
        var folded = VietnameseText.FoldTones(passage);
        var match = Through().Match(folded);
        while (match.Success)
        {
            var way = match.Groups["way"];
            if (match.Groups["body"].Value.Length > 0 && char.IsUpper(passage[match.Groups["body"].Index]))
            {
                return passage.Substring(way.Index, way.Length).Trim();
            }

            match = match.NextMatch();
        }

        return null;
    }

    /// <summary>Whether the task is to follow what becomes of this directive and to tell those who issued it.</summary>
    internal static bool IsFollowUp(string task)
    {
        var folded = VietnameseText.FoldTones(task);
        return Watches().IsMatch(folded) && (ThisPaper().IsMatch(folded) || Tells().IsMatch(folded));
    }

    [GeneratedRegex(@"(?:báo cáo|gửi|tổng hợp|phản ánh|đề xuất|kiến nghị).*?\(?(?<way>(?<!\p{L})(?:thông )?qua (?<body>(?:văn phòng|ban|sở|ủy ban|đảng ủy|phòng|tổ|cơ quan|công an|hộp thư)[^,.;()]*?))(?=\s+(?:trước|chậm nhất|để|định kỳ|hằng|hàng|vào|ngay)(?!\p{L})|[,.;()]|$)", RegexOptions.Singleline)]
    private static partial Regex Through();

    [GeneratedRegex(@"(?<!\p{L})(?:theo dõi|đôn đốc|nắm tình hình)(?!\p{L})")]
    private static partial Regex Watches();

    [GeneratedRegex(@"thực hiện\s+(?:\p{L}+\s+){0,4}?(?:chỉ thị|nghị quyết|quyết định|kết luận|quy chế|quy định|thông tri|hướng dẫn|thông báo|kế hoạch|chương trình|đề án|công văn|văn bản)\s+này|việc\s+(?:triển khai\s+|tổ chức\s+)*thực hiện$")]
    private static partial Regex ThisPaper();

    [GeneratedRegex(@"(?:theo dõi|đôn đốc|nắm tình hình)(?!\p{L}).*báo cáo\s+(?:với\s+|về\s+|cho\s+)?(?:kết quả|tình hình|ban thường vụ|thường trực|ban chấp hành|bí thư|tỉnh ủy)", RegexOptions.Singleline)]
    private static partial Regex Tells();
}
