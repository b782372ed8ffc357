using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Orders;

/// <summary>A stretch of a paragraph that tells one task, or the part before the first named body.</summary>
/// <param name="Bodies">Who; null when the stretch names nobody of its own.</param>
/// <param name="Source">The stretch as printed.</param>
/// <param name="Task">From the verb on.</param>
internal sealed record Passage(ImmutableArray<OrderedBody>? Bodies, string Source, string Task);

/// <summary>Cuts a paragraph into passages at each place where another body is told to do something.</summary>
internal sealed partial class Passages
{
    private const int LongestOpening = 400;

    private readonly string text;
    private readonly string folded;
    private readonly bool explicitOnly;

    private Passages(string text, bool explicitOnly) =>
        (this.text, folded, this.explicitOnly) = (text, VietnameseText.FoldTones(text), explicitOnly);

    /// <summary>The passages of a paragraph, in order, covering it whole.</summary>
    /// <param name="text">The paragraph.</param>
    /// <param name="explicitOnly">Whether only "giao", "yêu cầu" and duties ("phải", "cần") count, as where the text narrates.</param>
    internal static List<Passage> Of(string text, bool explicitOnly) => new Passages(text, explicitOnly).Cut();

    /// <summary>The bodies that a task without a name of its own is to be done with.</summary>
    internal static ImmutableArray<OrderedBody> SupportIn(string task) => new Passages(task, false).Supporting(0);

    private List<Passage> Cut()
    {
        var begins = new List<(int At, ImmutableArray<OrderedBody> Bodies, int Task)>();
        var places = Places();
        var until = 0;
        for (var i = 0; i < places.Count; i++)
        {
            var end = i + 1 < places.Count ? places[i + 1] : text.Length;
            if (places[i] >= until && Earlier(Subject(places[i]), Ordered(places[i], end)) is { } found)
            {
                begins.Add((places[i], found.Bodies, found.Task));
                until = found.Task;
            }
        }

        var passages = new List<Passage>();
        var first = begins.Count > 0 ? begins[0].At : text.Length;
        if (text[..first].Trim() is { Length: > 0 } before)
        {
            passages.Add(new(null, before, before));
        }

        for (var i = 0; i < begins.Count; i++)
        {
            var end = i + 1 < begins.Count ? begins[i + 1].At : text.Length;
            passages.Add(new(begins[i].Bodies, text[begins[i].At..end].Trim(), text[begins[i].Task..Math.Max(end, begins[i].Task)].Trim()));
        }

        return passages;
    }

    /// <summary>Where a clause begins: the start, after a full stop, semicolon or colon outside brackets and quotes.</summary>
    private List<int> Places()
    {
        var places = new List<int> { 0 };
        var depth = 0;
        for (var i = 0; i + 1 < text.Length; i++)
        {
            depth += text[i] is '(' or '“' ? 1 : text[i] is ')' or '”' ? -1 : 0;
            if (depth <= 0 && text[i] is '.' or ';' or ':' && text[i + 1] == ' ')
            {
                places.Add(i + 2);
            }
        }

        return places;
    }

    private Tasked? Subject(int at)
    {
        if (BodyPhrase.At(text, folded, at, false) is { } phrase)
        {
            return Accept(phrase);
        }

        if (!BodyWords.Opening().IsMatch(folded, at))
        {
            return null;
        }

        if (Regarding().Match(folded, at) is { Success: true } regarding
            && BodyPhrase.At(text, folded, at + regarding.Length, false) is { } named && folded[named.TaskStart - 2] == ':')
        {
            return Accept(named);
        }

        // The body comes after the opening and its comma: "Khi có bão, các xã phải …"; "Đối với Sở Y tế: …".
        foreach (Match comma in OpeningEnd().Matches(folded[..Math.Min(folded.Length, at + LongestOpening)], at))
        {
            var begin = comma.Index + comma.Length;
            if (begin < text.Length && (char.IsUpper(text[begin]) || SureBeginning().IsMatch(folded, begin))
                && BodyPhrase.At(text, folded, begin, false) is { } later && Accept(later) is { } accepted)
            {
                return accepted;
            }
        }

        return null;
    }

    private Tasked? Accept(BodyPhrase phrase)
    {
        var name = text[phrase.Start..phrase.End];
        var issuer = BodyWords.Issuer().IsMatch(folded[phrase.Start..phrase.End]);
        var isDuty = Duty().IsMatch(folded, phrase.TaskStart);
        var orders = BodyWords.Orders().Match(folded, phrase.TaskStart);
        return (issuer && (NotTasked().IsMatch(folded[phrase.Start..phrase.End]) || (orders.Success && orders.Index == phrase.TaskStart)))
            || (explicitOnly && !isDuty)
            ? null
            : new(phrase.Start, BodyPhrase.Split(name, OrderRole.Lead).AddRange(Supporting(phrase.TaskStart)), phrase.TaskStart);
    }

    /// <summary>"Giao X …", "Ban Thường vụ yêu cầu X …", within one clause.</summary>
    private Tasked? Ordered(int at, int end)
    {
        for (var order = BodyWords.Orders().Match(folded, at, end - at); order.Success; order = order.NextMatch())
        {
            var before = folded[at..order.Index].Trim();
            var byIssuer = IssuedBy().IsMatch(before);
            if (!byIssuer && !Connector().IsMatch(before))
            {
                continue;
            }

            var after = order.Index + order.Length;
            if (BodyPhrase.At(text, folded, after, true) is { } phrase)
            {
                var bodies = BodyPhrase.Split(text[phrase.Start..phrase.End], OrderRole.Lead);
                return new(phrase.Start, bodies.AddRange(Supporting(phrase.TaskStart)), phrase.TaskStart);
            }

            if (byIssuer && text.TrimEnd().EndsWith(':') && order.Value.TrimStart().StartsWith("yêu cầu", StringComparison.Ordinal))
            {
                return new(order.Index, [], order.Groups["gap"].Index);
            }
        }

        return null;
    }

    /// <summary>"… phối hợp với Y, Z xây dựng …": those it is done with.</summary>
    private ImmutableArray<OrderedBody> Supporting(int task)
    {
        var match = Together().Match(folded, task);
        return match.Success && BodyPhrase.At(text, folded, match.Index + match.Length, true) is { } phrase
            ? BodyPhrase.Split(text[phrase.Start..phrase.End], OrderRole.Support)
            : [];
    }

    private static Tasked? Earlier(Tasked? subject, Tasked? ordered) =>
        subject is null || (ordered is not null && ordered.Start < subject.Start) ? ordered : subject;

    /// <summary>Bodies that are told to do something: where their names begin, who, and where the task begins.</summary>
    private sealed record Tasked(int Start, ImmutableArray<OrderedBody> Bodies, int Task);

    [GeneratedRegex(@"\G(?:các |mỗi |từng |tất cả |người đứng đầu|đồng chí|cấp ủy|ủy ban|ubnd|đảng ủy|bí thư|chủ tịch)")]
    private static partial Regex SureBeginning();

    [GeneratedRegex(@"\Gđối với\s+")]
    private static partial Regex Regarding();

    [GeneratedRegex(@"[,:]\s+")]
    private static partial Regex OpeningEnd();

    [GeneratedRegex(@"\G(?:cần|phải|có trách nhiệm|chịu trách nhiệm|nghiêm cấm)(?!\p{L})")]
    private static partial Regex Duty();

    // Those who issue at the province's top are not tasked by their own paper.
    [GeneratedRegex(@"^(?:đồng chí )?(?:ban thường vụ|thường trực|ban chấp hành|bí thư|phó bí thư)(?: tỉnh ủy| thường trực tỉnh ủy|)$|^tỉnh ủy$|^ban thường vụ tỉnh ủy$|^thường trực tỉnh ủy$|^(?:ban bí thư|bộ chính trị|thủ tướng|chính phủ)")]
    private static partial Regex NotTasked();

    [GeneratedRegex(@"(?:^|[,;]\s|\s)(?:(?:đồng chí|đ/c) )?(?:ban thường vụ|thường trực|ban chấp hành|bí thư|phó bí thư|chủ tịch|tỉnh ủy|thành ủy|ủy ban nhân dân|ubnd|thủ tướng|trưởng ban)(?:[^.;:]{0,90}?)?$")]
    private static partial Regex IssuedBy();

    [GeneratedRegex(@"^(?:[^.;]{0,60},)?(?:\s*(?:đồng thời|thống nhất|kiên quyết|nghiêm túc|tiếp tục))?$")]
    private static partial Regex Connector();

    [GeneratedRegex(@"\G(?:(?:chủ trì|chịu trách nhiệm|chủ động|tiếp tục|có trách nhiệm|cần|phải|tích cực),?\s+(?:chủ động\s+)?)?phối hợp(?: chặt chẽ| thường xuyên)?(?: với| cùng)?\s+")]
    private static partial Regex Together();
}
