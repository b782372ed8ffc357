using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Orders;

/// <summary>The name of one or more bodies inside a passage, and where their task begins.</summary>
/// <param name="Start">Where the first name begins.</param>
/// <param name="End">Where the names end.</param>
/// <param name="TaskStart">Where the task begins.</param>
internal sealed partial record BodyPhrase(int Start, int End, int TaskStart)
{
    private const int Longest = 420;
    private const int LongestHeading = 100;

    /// <summary>Reads the bodies that stand at a place.</summary>
    /// <param name="text">The passage.</param>
    /// <param name="folded">The passage folded; as long as <paramref name="text"/>.</param>
    /// <param name="start">Where the name would begin.</param>
    /// <param name="explicitly">Whether "giao" or "yêu cầu" stands before, so that any verb will do.</param>
    internal static BodyPhrase? At(string text, string folded, int start, bool explicitly)
    {
        if (!Begins(text, folded, start))
        {
            return null;
        }

        for (var at = NextWord(text, start); at < text.Length && at - start < Longest; at = NextWord(text, at))
        {
            var gap = EndBefore(text, at);
            if (Ends(text, folded, gap, at) is { } ended)
            {
                return ended ? Made(start, gap, at, text) : null;
            }

            if (BodyWords.Narrative().IsMatch(folded, at))
            {
                return null;
            }

            // "Các lực lượng tuyến đầu (quân sự, công an, y tế) phải …"
            if (text[at] == '(' && text.IndexOf(')', at) is > 0 and var closing)
            {
                at = closing;
                continue;
            }

            if (IsVerb(text, folded, at))
            {
                return BodyWords.Passive().IsMatch(folded, at) ? null : Made(start, gap, at, text);
            }
        }

        if (text.EndsWith(':') || (start == 0 && text.Length <= LongestHeading && char.IsLetter(text[^1])))
        {
            return Made(start, text.Length, text.EndsWith(':') ? text.Length - 1 : text.Length, text);
        }

        return explicitly ? UpToFirstForeignWord(text, folded, start) : null;
    }

    /// <summary>Whether a name of a body begins here.</summary>
    internal static bool Begins(string text, string folded, int at) =>
        at < text.Length && (BodyWords.Plain().IsMatch(folded, at) || (char.IsUpper(text[at]) && BodyWords.Capital().IsMatch(folded, at)));

    /// <summary>The bodies one by one, where the print parts them without borrowing words from each other.</summary>
    internal static ImmutableArray<OrderedBody> Split(string phrase, OrderRole role)
    {
        var text = phrase.Trim(' ', ',', ';', ':');
        var folded = VietnameseText.FoldTones(text);
        var starts = new List<int> { 0 };
        if (!OnePerson().IsMatch(folded))
        {
            starts.AddRange(Separator().Matches(folded).Select(match => match.Index + match.Length)
                .Where(at => Begins(text, folded, at) && (char.IsUpper(text[at]) || Plural().IsMatch(folded, at) || text[at - 2] == ';')));
        }

        return [.. starts.Select((start, i) => i + 1 < starts.Count ? text[start..starts[i + 1]] : text[start..])
            .Select(part => new OrderedBody(Trailing().Replace(part, "").Trim(), role))
            .Where(body => body.Text.Length > 0)];
    }

    // A colon or the end of the passage ends a name, too; a full stop, or a semicolon that no name follows, shows that there was none.
    private static bool? Ends(string text, string folded, int gap, int at) => text[gap - 1] switch
    {
        ':' => true,
        '.' or '?' or '!' or '…' => false,
        ';' => Begins(text, folded, at) ? null : false,
        _ => null,
    };

    private static BodyPhrase Made(int start, int end, int task, string text)
    {
        while (end > start && text[end - 1] is ':' or ',' or ' ')
        {
            end--;
        }

        return new(start, end, task);
    }

    private static bool IsVerb(string text, string folded, int at)
    {
        // A capital further on makes a name: "Thường trực Ban Chỉ đạo" does not say "trực ban".
        var verb = BodyWords.Verb().Match(folded, at);
        if (!verb.Success || !text.Substring(at, verb.Length).All(IsSmall)
            || BodyWords.Noun().IsMatch(folded, at))
        {
            return false;
        }

        return !BodyWords.NounBefore().IsMatch(folded[Math.Max(0, at - 24)..at]) || BodyWords.SureVerb().IsMatch(folded, at);
    }

    private static bool IsSmall(char letter) => !char.IsUpper(letter);

    // "Giao Sở Xây dựng đo đạc …": a verb nobody listed. The name ends where a word comes that names of bodies do not hold.
    private static BodyPhrase? UpToFirstForeignWord(string text, string folded, int start)
    {
        for (var at = NextWord(text, start); at < text.Length; at = NextWord(text, at))
        {
            if (char.IsLower(text[at]) && !NameWord().IsMatch(folded, at))
            {
                return Made(start, EndBefore(text, at), at, text);
            }
        }

        return null;
    }

    private static int EndBefore(string text, int at)
    {
        while (at > 0 && char.IsWhiteSpace(text[at - 1]))
        {
            at--;
        }

        return at;
    }

    private static int NextWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    [GeneratedRegex(@"\G(?:tỉnh|thành|phố|xã|phường|đặc|khu|huyện|thị|trấn|cấp|và|các|của|nhân|dân|ủy|ban|ngành|sở|đảng|bộ|đoàn|thể|tổ|chức|hội|chính|trị|cơ|quan|đơn|vị|trực|thuộc|đồng|chí|y|tế|vận|tải|trên|địa|bàn|liên|có|chống|dịch|việt|nam|thư|chủ|tịch|trưởng|phó|bí|thường|vụ|viên|án|kiểm|sát|tham|mưu|giúp|phương|lực|lượng)(?!\p{L})")]
    private static partial Regex NameWord();

    [GeneratedRegex(@",\s+|;\s+|\s+và\s+|\s+cùng\s+")]
    private static partial Regex Separator();

    [GeneratedRegex(@"\G(?:các |mỗi |người đứng đầu|đồng chí )")]
    private static partial Regex Plural();

    // "đồng chí Phó Bí thư, Chủ tịch …, Trưởng Ban …" is one person with several offices.
    [GeneratedRegex(@"^(?:đồng chí|đ/c) ")]
    private static partial Regex OnePerson();

    [GeneratedRegex(@"(?:[,;:\s]|\s+và|\s+cùng)+$")]
    private static partial Regex Trailing();
}
