using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>A number and symbol; <see cref="Number"/> is null while the number is blank.</summary>
internal sealed record NumberReading(string? Number, string Symbol);

/// <summary>How numbers, dates and citations are written: Party <c>08-CT/TU</c>, state <c>16/CT-TTg</c>.</summary>
internal static partial class NumberForms
{
    /// <summary>A number stands within so many characters from the front of its line, gaps included.</summary>
    private const int LongestNumber = 160;

    /// <summary>A line with a place and date holds at most two columns.</summary>
    private const int LongestDateLine = 400;

    /// <summary>Takes a number line's number off its front; <paramref name="rest"/> is what follows it.</summary>
    internal static NumberReading? TakeNumber(string raw, out string rest)
    {
        var front = raw.Length > LongestNumber ? raw[..LongestNumber] : raw;
        var party = PartyNumber().Match(front);
        if (party.Success && (party.Groups["label"].Success || IsWhole(party, raw)))
        {
            rest = raw[party.Length..];
            return Party(party);
        }

        var state = StateNumber().Match(front);
        if (state.Success && (state.Groups["label"].Success || IsWhole(state, raw)))
        {
            rest = raw[state.Length..];
            return State(state);
        }

        rest = raw;
        return null;
    }

    /// <summary>The first number and symbol anywhere in a line; <paramref name="rest"/> is what follows it.</summary>
    internal static NumberReading? FirstNumber(string text, out string rest)
    {
        var (party, state) = (CitedParty().Match(text), CitedState().Match(text));
        var first = party.Success && !(state.Success && state.Index < party.Index) ? party : state;
        rest = first.Success ? text[(first.Index + first.Length)..] : text;
        return !first.Success ? null : first == party ? Party(party) : State(state);
    }

    /// <summary>Takes a place-and-date piece off the end of a line. Day and month may still be blank.</summary>
    internal static bool TakePlaceAndDate(string raw, out string rest, out string? place, out DateOnly? date)
    {
        var match = raw.Length <= LongestDateLine && raw.Contains("ng", StringComparison.Ordinal) ? PlaceAndDate().Match(raw) : Match.Empty;
        rest = match.Success ? raw[..match.Index] : raw;
        place = match.Success ? VietnameseText.Collapse(match.Groups["place"].Value) : null;
        date = match.Success ? Date(match) : null;
        return match.Success;
    }

    /// <summary>Every numbered document a paragraph mentions.</summary>
    internal static IEnumerable<Citation> Citations(string text, int line) =>
        CitedParty().Matches(text).Concat(CitedState().Matches(text))
            .OrderBy(match => match.Index)
            .Select(match => new Citation(Symbol(match), DateAfter(text, match.Index + match.Length), line));

    /// <summary>A date written with slashes, dashes or dots, or in words.</summary>
    internal static DateOnly? FirstDate(string text)
    {
        var match = AnyDate().Match(text);
        return match.Success ? Date(match) : null;
    }

    private static bool IsWhole(Match match, string raw) =>
        match.Groups["n"].Value.Any(char.IsAsciiDigit) && raw[match.Length..].Trim().Length == 0;

    private static NumberReading Party(Match match)
    {
        var symbol = $"{match.Groups["t"].Value}/{match.Groups["o"].Value}";
        var number = match.Groups["n"].Value;
        return new(number.Any(char.IsAsciiDigit) ? $"{number}-{symbol}" : null, symbol);
    }

    private static NumberReading State(Match match)
    {
        var symbol = $"{match.Groups["t"].Value}-{match.Groups["o"].Value.TrimEnd('-')}";
        var number = match.Groups["n"].Value;
        var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}/" : "";
        return new(number.Any(char.IsAsciiDigit) ? $"{number}/{year}{symbol}" : null, symbol);
    }

    private static string Symbol(Match match)
    {
        var year = match.Groups["y"].Success ? $"{match.Groups["y"].Value}/" : "";
        var organ = match.Groups["o"].Value.TrimEnd('-');
        var mark = match.Groups["party"].Success ? "-" : "/";
        var joint = match.Groups["party"].Success ? "/" : organ.Length > 0 ? "-" : "";
        return $"{match.Groups["n"].Value}{mark}{year}{match.Groups["t"].Value}{joint}{organ}";
    }

    private static DateOnly? DateAfter(string text, int index)
    {
        var match = DateRightAfter().Match(text, index);
        return match.Success ? Date(match) : null;
    }

    private static DateOnly? Date(Match match)
    {
        var (year, month, day) = (Part(match, "year"), Part(match, "month"), Part(match, "day"));
        return year > 0 && month is > 0 and < 13 && day > 0 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day)
            : null;
    }

    private static int Part(Match match, string name) =>
        int.TryParse(match.Groups[name].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    [GeneratedRegex(@"^\s*(?<label>[Ss][ốôồổỗộơóòỏọoỐÔỒỔỖỘƠÓÒỎỌO]\s*[:.]?)?\s*(?<n>[0-9]{1,5}[a-z]?|[\s.…_]*)\s*[-–]\s*(?<t>[A-ZĐ][A-Za-zĐđ]{0,3})\s*/\s*(?<o>[A-ZĐ][A-Za-zĐđ]{0,11})(?![\p{L}\p{N}])")]
    private static partial Regex PartyNumber();

    [GeneratedRegex(@"^\s*(?<label>[Ss][ốôồổỗộơóòỏọoỐÔỒỔỖỘƠÓÒỎỌO]\s*[:.]?)?\s*(?<n>[0-9]{1,5}[a-z]?|[\s.…_]*)\s*/\s*(?:(?<y>[0-9]{4})/)?(?<t>[A-ZĐ][A-Za-zĐđ]{0,9})\s?-\s?(?<o>[A-ZĐ][A-Za-zĐđ-]{0,20})(?![\p{L}\p{N}])")]
    private static partial Regex StateNumber();

    // In words, with any mark a scanner may have put on them, or in figures: "ngày 12.3.2026".
    [GeneratedRegex(@"(?:^\s*|\s{2,}|\t\s*)(?<place>(?:TP\.? ?|TX\.? ?|(?:Thành phố|Thị xã|Thị trấn|Tỉnh|Huyện|Quận|Phường|Xã|Đặc khu) )?\p{Lu}\p{Ll}+(?: ?-? ?\p{Lu}\p{Ll}*){0,5})\s*,?\s*[Nn]g[aàáảãạâ]y(?:(?:\s*(?<day>[0-9]{1,2})\s+|[\s.…_]+)th[aàáảãạâ]ng(?:\s*(?<month>[0-9]{1,2})\s+|[\s.…_]+)n[aàáảãạăâ]m\s*(?:(?<year>[0-9]{4})|[0-9]{0,3}[.…_\s]*)|\s*(?<day>[0-9]{1,2})\s?[/.-]\s?(?<month>[0-9]{1,2})\s?[/.-]\s?(?<year>[0-9]{4}))\s*$")]
    private static partial Regex PlaceAndDate();

    [GeneratedRegex(@"(?<day>[0-9]{1,2})\s*[/.-]\s*(?<month>[0-9]{1,2})\s*[/.-]\s*(?<year>[0-9]{4})|(?<day>[0-9]{1,2})\s+tháng\s+(?<month>[0-9]{1,2})\s+năm\s+(?<year>[0-9]{4})")]
    private static partial Regex AnyDate();

    [GeneratedRegex(@"\G\s*,?\s*(?:ký\s+)?ngày\s+(?:(?<day>[0-9]{1,2})\s?[/.-]\s?(?<month>[0-9]{1,2})\s?[/.-]\s?(?<year>[0-9]{4})|(?<day>[0-9]{1,2})\s+tháng\s+(?<month>[0-9]{1,2})\s+năm\s+(?<year>[0-9]{4}))")]
    private static partial Regex DateRightAfter();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/.-])(?<n>[0-9]{1,5}[a-z]?)(?<party>\s?[-–]\s?)(?<t>[A-ZĐ][A-Za-zĐđ]{0,3})\s?/\s?(?<o>[A-ZĐ][A-Za-zĐđ]{0,11})(?![\p{L}\p{N}])")]
    private static partial Regex CitedParty();

    [GeneratedRegex(@"(?<![\p{L}\p{N}/.-])(?<n>[0-9]{1,5}[a-z]?)/(?:(?<y>[0-9]{4})/(?<t>[A-ZĐ][A-Za-zĐđ]*[0-9]{0,2})(?:-(?<o>[A-ZĐ][A-Za-zĐđ-]*))?|(?<t>[A-ZĐ][A-Za-zĐđ]*)-(?<o>[A-ZĐ][A-Za-zĐđ-]*))(?![\p{L}\p{N}])")]
    private static partial Regex CitedState();
}
