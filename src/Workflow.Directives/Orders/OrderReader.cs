using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Orders;

/// <summary>
/// Reads the tasks out of the body of a directive: "Giao X …", "Yêu cầu X …", "Đề nghị X …", "X chủ trì, phối hợp với Y …", "X phải /
/// cần / có trách nhiệm …", "X: …", and lists that a line introduces ("X lãnh đạo, chỉ đạo:"). A list item without a body of its own is
/// the task of the bodies above it. What only tells a situation proposes nothing.
/// </summary>
public static partial class OrderReader
{
    private const int ShortestTask = 12;

    /// <summary>Proposes the tasks in the order of the text. Never throws, whatever the text holds.</summary>
    /// <param name="d">The document as read.</param>
    /// <param name="issued">Day of issue, from which "trong 30 ngày" counts; unset: the date printed on the paper, if any.</param>
    public static IReadOnlyList<ProposedOrder> Read(DirectiveDocument d, DateOnly? issued = null)
    {
        ArgumentNullException.ThrowIfNull(d);
        var reading = new Reading(issued ?? d.Date);
        for (var i = 0; i < d.Preamble.Length; i++)
        {
            reading.Read(d.Preamble[i], d.Preamble[i].Marker, narrates: true, introduces: i + 1 < d.Preamble.Length || d.Sections.Length > 0);
        }

        foreach (var section in d.Sections)
        {
            reading.BeginSection();
            var narrates = Telling().IsMatch(VietnameseText.FoldTones(section.Heading ?? ""));
            for (var i = 0; i < section.Paragraphs.Length; i++)
            {
                var paragraph = section.Paragraphs[i];
                reading.Read(paragraph, i == 0 ? section.Marker : paragraph.Marker, narrates, introduces: i + 1 < section.Paragraphs.Length);
            }
        }

        foreach (var paragraph in d.Closing)
        {
            reading.BeginSection();
            reading.Read(paragraph, paragraph.Marker, narrates: true, introduces: false);
        }

        return reading.Orders;
    }

    /// <summary>Who a list is for, from the line that introduced it on.</summary>
    private sealed record Scope(string Mark, ImmutableArray<OrderedBody> Bodies, int Line);

    private sealed class Reading(DateOnly? from)
    {
        private readonly List<ProposedOrder> orders = [];
        private readonly List<Scope> scopes = [];
        private Scope? whole;

        public IReadOnlyList<ProposedOrder> Orders => orders;

        public void BeginSection()
        {
            whole ??= scopes.LastOrDefault();
            scopes.Clear();
        }

        public void Read(Paragraph paragraph, string? marker, bool narrates, bool introduces)
        {
            var mark = MarkOf(marker);
            if (mark.Length == 0 && GoesOn(paragraph))
            {
                return;
            }

            if (mark.Length > 0 && scopes.FindIndex(scope => scope.Mark == mark) is >= 0 and var outer)
            {
                scopes.RemoveRange(outer, scopes.Count - outer);
            }

            var scope = scopes.LastOrDefault() ?? whole;
            var passages = Passages.Of(paragraph.Text, narrates && scope is null);
            if (mark.Length == 0 && passages.Exists(passage => passage.Bodies is { IsEmpty: false }))
            {
                scopes.RemoveAll(one => one.Mark.Length == 0);
            }

            for (var i = 0; i < passages.Count; i++)
            {
                var isLast = i == passages.Count - 1;
                if (isLast && introduces && passages[i].Task is "" or [.., ':'])
                {
                    Introduce(paragraph, passages[i], mark, scope);
                }
                else
                {
                    Add(paragraph, passages[i], scope, passages[i].Task);
                }
            }
        }

        // A page break in the middle of a sentence: the rest belongs to the task before.
        private bool GoesOn(Paragraph paragraph)
        {
            if (paragraph.Text is not { Length: > 0 } text || !char.IsLower(text[0]) || orders is not [.., var last] || last.Source[^1] is '.' or ';')
            {
                return false;
            }

            orders[^1] = last with { Source = $"{last.Source} {text}", Task = $"{last.Task} {Closing().Replace(text, "")}" };
            return true;
        }

        // The sentence that ends in a colon only introduces; what stood before it in the same passage is a task like any other.
        private void Introduce(Paragraph paragraph, Passage passage, string mark, Scope? scope)
        {
            var bodies = passage.Bodies ?? scope?.Bodies;
            if (LastSentence().Match(passage.Task) is { Success: true, Index: > 0 } last)
            {
                Add(paragraph, passage, scope, passage.Task[..last.Index].Trim());
            }

            if (bodies is { } named)
            {
                scopes.Add(new(mark, named, passage.Bodies is null ? scope!.Line : paragraph.Line));
            }
        }

        private void Add(Paragraph paragraph, Passage passage, Scope? scope, string words)
        {
            var task = Closing().Replace(words, "");
            var folded = VietnameseText.FoldTones(passage.Source);
            if ((passage.Bodies is null && (scope is null || Situation().IsMatch(folded)))
                || task.Length < ShortestTask || Formula().IsMatch(folded))
            {
                return;
            }

            var bodies = passage.Bodies ?? WithSupport(scope!.Bodies, task);
            orders.Add(new()
            {
                Line = paragraph.Line,
                Source = passage.Source,
                Bodies = bodies,
                BodiesLine = bodies.IsEmpty ? 0 : passage.Bodies is null ? scope!.Line : paragraph.Line,
                Task = task,
                Deadline = DeadlineWords.Find(passage.Source, from),
                Route = ReportRoute.Find(passage.Source),
                FollowUp = ReportRoute.IsFollowUp(task),
            });
        }

        private static ImmutableArray<OrderedBody> WithSupport(ImmutableArray<OrderedBody> above, string task) =>
            [.. above, .. Passages.SupportIn(task).Where(body => !above.Contains(body))];

        // "a)" and "b)" are of one kind, "-" and "+" are two.
        private static string MarkOf(string? marker) =>
            marker is not { Length: > 0 } ? "" : char.IsLetterOrDigit(marker[0]) ? (char.IsDigit(marker[0]) ? "1" : "a") + marker[^1] : marker;
    }

    [GeneratedRegex(@"tình hình|kết quả đạt|đánh giá|hạn chế|nguyên nhân|ưu điểm|bối cảnh")]
    private static partial Regex Telling();

    [GeneratedRegex(@"^(?:(?:trong )?(?:những |các )?(?:thời gian|năm|tháng|ngày) (?:qua|gần đây|vừa qua)|hiện nay|hiện tại|đến nay|tuy nhiên|về tình hình|qua (?:kiểm tra|theo dõi))(?!\p{L})")]
    private static partial Regex Situation();

    // How far a paper is made known, and the office's closing words, task nobody.
    [GeneratedRegex(@"^(?:(?:chỉ thị|nghị quyết|quyết định|kết luận|thông báo|kế hoạch|công văn|hướng dẫn|quy định) này |văn phòng tỉnh ủy (?:trân trọng )?thông báo)|quan tâm,?(?: phối hợp,?)?(?: chỉ đạo,?)?(?: tổ chức)?(?: triển khai)? thực hiện[ ./]*$")]
    private static partial Regex Formula();

    [GeneratedRegex(@"(?:(?<=[.;]\s)|^)[^.;]*:$")]
    private static partial Regex LastSentence();

    [GeneratedRegex(@"[\s.;,/]+$")]
    private static partial Regex Closing();
}
