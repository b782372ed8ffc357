using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>The families of numbering that can be a document's top level.</summary>
internal enum MarkerFamily
{
    None,
    Part,
    Chapter,
    Letter,
    Roman,
    Article,
    Arabic,
    ArabicBracket,
}

/// <summary>List marks and numbers in front of a paragraph.</summary>
internal static partial class SectionMarker
{
    private static readonly string[] OrdinalWords =
        ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười"];

    /// <summary>Splits a line into its mark, if any, and the text.</summary>
    internal static (string? Marker, string Text) Split(string line)
    {
        var match = AnyMarker().Match(line);
        return match.Success ? (match.Groups["marker"].Value, line[match.Length..]) : (null, line);
    }

    /// <summary>The place of a mark in a family's count, or 0 when it is not of that family.</summary>
    internal static int OrdinalIn(MarkerFamily family, string? marker)
    {
        if (marker is null)
        {
            return 0;
        }

        var count = marker.TrimEnd('.', ')', '-', '–', '/', ':', ' ').Split(' ')[^1];
        return family switch
        {
            MarkerFamily.Part when marker.StartsWith("Phần ", StringComparison.OrdinalIgnoreCase) => Named(count),
            MarkerFamily.Chapter when marker.StartsWith("Chương ", StringComparison.OrdinalIgnoreCase) => Named(count),
            MarkerFamily.Article when marker.StartsWith("Điều ", StringComparison.OrdinalIgnoreCase) => Number(count),
            MarkerFamily.Letter when count.Length == 1 && count[0] is >= 'A' and <= 'Z' => count[0] - 'A' + 1,
            MarkerFamily.Roman => Roman(count),
            MarkerFamily.Arabic when marker[^1] != ')' && !count.Contains('.', StringComparison.Ordinal) => Number(count),
            MarkerFamily.ArabicBracket when marker[^1] == ')' => Number(count),
            _ => 0,
        };
    }

    /// <summary>Whether a mark opens the next point of a family after <paramref name="count"/> points; a few may be missing.</summary>
    internal static bool Follows(MarkerFamily family, string? marker, int count, int mostSkipped)
    {
        var ordinal = OrdinalIn(family, marker);

        // Under the letters I and V are sooner the first and fifth roman point of a part than its ninth letter.
        var isAmbiguous = family == MarkerFamily.Letter && OrdinalIn(MarkerFamily.Roman, marker) > 0;
        return ordinal > count && ordinal <= count + 1 + (isAmbiguous ? 0 : mostSkipped);
    }

    /// <summary>The family that begins first with its number one; failing that, the family of the first number.</summary>
    internal static MarkerFamily TopLevel(IEnumerable<string?> markers)
    {
        var families = Enum.GetValues<MarkerFamily>().Where(family => family != MarkerFamily.None).ToList();
        var seen = markers.Where(marker => marker is not null).Distinct().ToList();
        return seen.Select(marker => families.Find(family => OrdinalIn(family, marker) == 1))
            .Concat(seen.Select(marker => families.Find(family => family != MarkerFamily.Letter && OrdinalIn(family, marker) > 0)))
            .FirstOrDefault(family => family != MarkerFamily.None);
    }

    private static int Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static int Named(string text) =>
        Number(text) is > 0 and var number ? number
            : Roman(text) is > 0 and var roman ? roman
            : Array.IndexOf(OrdinalWords, text.ToLowerInvariant()) + 1;

    private static int Roman(string text)
    {
        var value = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = Digit(text[i]);
            if (digit == 0)
            {
                return 0;
            }

            value += i + 1 < text.Length && digit < Digit(text[i + 1]) ? -digit : digit;
        }

        return value;
    }

    private static int Digit(char letter) => letter switch { 'I' => 1, 'V' => 5, 'X' => 10, 'L' => 50, 'C' => 100, _ => 0 };

    [GeneratedRegex(@"^(?<marker>[-–—+•*](?=\s)|[-–—+•](?=\p{Lu})|[a-zđ]{1,2}\)|[0-9]{1,2}(?:\.[0-9]{1,2})+[.)]?(?=\s)|[0-9]{1,2}[.)/](?=\s|\p{Lu}|$)|[0-9]{1,2}[-–](?=\s\p{Lu})|[IVXLC]{1,6}\s?[-–.)/](?=\s|$)|[A-Z](?:\s?[.)/]|[-–])(?=\s)|(?:Điều|ĐIỀU) [0-9]{1,3}[.:]?(?=\s|$)|(?:Chương|CHƯƠNG) (?:[IVXL]{1,6}|[0-9]{1,2})[.:]?(?=\s|$)|(?:Phần|PHẦN) (?:(?:thứ|THỨ) \p{L}{2,4}|[IVXL]{1,6}|[0-9]{1,2})[.:]?(?=\s|$)|(?:Mục|MỤC) (?:[IVXL]{1,6}|[0-9]{1,2})[.:]?(?=\s|$))\s*")]
    private static partial Regex AnyMarker();
}
