using System.Globalization;
using System.Text;
using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>Counts the paragraphs of automatic lists and gives each the number that the page shows (ISO/IEC 29500-1, 17.9).</summary>
internal sealed class WordNumbering
{
    private const int Levels = 9;
    private const int LongestLabel = 60;
    private readonly Dictionary<int, Level?[]> patterns = [];
    private readonly Dictionary<int, string> linked = [];
    private readonly Dictionary<string, int> styled = new(StringComparer.Ordinal);
    private readonly Dictionary<int, List> lists = [];
    private readonly Dictionary<int, int?[]> counts = [];

    private sealed record Level(string Format, string Text, int Start, bool Arabic, int? Restart);

    private sealed record List(int Pattern, Level?[] Own, int?[] Starts)
    {
        internal bool Begun { get; set; }
    }

    internal static WordNumbering Read(XmlReader? xml)
    {
        var read = new WordNumbering();
        while (xml is not null && WordXml.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "abstractNum")
            {
                read.AddPattern(xml);
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "num")
            {
                read.AddList(xml);
            }
        }

        return read;
    }

    /// <summary>The label of the next paragraph of a list; empty where the list shows none.</summary>
    /// <param name="place">Its list and level.</param>
    internal string Next(ListPlace place)
    {
        var at = place.Level ?? 0;
        if (place.List is not { } id || !lists.TryGetValue(id, out var list) || at is < 0 or >= Levels || LevelOf(list, at) is not { } level)
        {
            return "";
        }

        Count(list, at);
        return Label(list, level, counts[list.Pattern]);
    }

    private void Count(List list, int at)
    {
        var count = counts.TryGetValue(list.Pattern, out var known) ? known : counts[list.Pattern] = new int?[Levels];
        if (!list.Begun)
        {
            list.Begun = true;
            for (var i = 0; i < Levels; i++)
            {
                count[i] = list.Starts[i] is { } start ? start - 1 : count[i];
            }
        }

        for (var i = 0; i < at; i++)
        {
            count[i] ??= LevelOf(list, i)?.Start ?? 1;
        }

        count[at] = (count[at] ?? ((LevelOf(list, at)?.Start ?? 1) - 1)) + 1;
        for (var i = at + 1; i < Levels; i++)
        {
            // A level begins again after any level above it, unless it names one, or none with 0 (17.9.10).
            var restart = LevelOf(list, i)?.Restart;
            count[i] = restart is null || at < restart ? null : count[i];
        }
    }

    private Level? LevelOf(List list, int at) => list.Own[at] ?? (PatternOf(list.Pattern) is { } pattern ? pattern[at] : null);

    private Level?[]? PatternOf(int id) =>
        linked.TryGetValue(id, out var style) && styled.TryGetValue(style, out var other) ? patterns.GetValueOrDefault(other) : patterns.GetValueOrDefault(id);

    private string Label(List list, Level level, int?[] count)
    {
        if (level.Format == "bullet")
        {
            return level.Text.Length == 0 ? "" : Symbols.Bullet(level.Text[0]);
        }

        var label = new StringBuilder();
        for (var i = 0; i < level.Text.Length && label.Length < LongestLabel; i++)
        {
            if (level.Text[i] == '%' && i + 1 < level.Text.Length && level.Text[i + 1] is >= '1' and <= '9')
            {
                var shown = level.Text[++i] - '1';
                var format = level.Arabic ? "decimal" : LevelOf(list, shown)?.Format ?? "decimal";
                label.Append(NumberWords.Write(format, count[shown] ?? LevelOf(list, shown)?.Start ?? 1));
            }
            else
            {
                label.Append(level.Text[i]);
            }
        }

        return label.ToString().Trim();
    }

    private void AddPattern(XmlReader xml)
    {
        var id = WordXml.Number(xml, "abstractNumId") ?? 0;
        var levels = new Level?[Levels];
        var at = -1;
        foreach (var name in WordXml.Inside(xml))
        {
            if (name is "numStyleLink")
            {
                linked[id] = WordXml.Attribute(xml, "val") ?? "";
            }
            else if (name is "styleLink")
            {
                styled[WordXml.Attribute(xml, "val") ?? ""] = id;
            }
            else
            {
                at = TakeLevel(xml, name, levels, at);
            }
        }

        patterns[id] = levels;
    }

    private void AddList(XmlReader xml)
    {
        var id = WordXml.Number(xml, "numId") ?? 0;
        var list = new List(0, new Level?[Levels], new int?[Levels]);
        var (overridden, at) = (-1, -1);
        foreach (var name in WordXml.Inside(xml))
        {
            switch (name)
            {
                case "abstractNumId":
                    list = list with { Pattern = WordXml.Number(xml) ?? 0 };
                    break;
                case "lvlOverride":
                    overridden = WordXml.Number(xml, "ilvl") is >= 0 and < Levels and var level ? level : -1;
                    break;
                case "startOverride" when overridden >= 0:
                    list.Starts[overridden] = WordXml.Number(xml);
                    break;
                default:
                    at = TakeLevel(xml, name, list.Own, at);
                    break;
            }
        }

        lists[id] = list;
    }

    private static int TakeLevel(XmlReader xml, string name, Level?[] levels, int at)
    {
        if (name == "lvl")
        {
            at = WordXml.Number(xml, "ilvl") is >= 0 and < Levels and var given ? given : -1;
            if (at >= 0)
            {
                levels[at] = new("decimal", "", 1, false, null);
            }
        }
        else if (at >= 0 && levels[at] is { } level)
        {
            levels[at] = name switch
            {
                "start" => level with { Start = WordXml.Number(xml) ?? 1 },
                "numFmt" => level with { Format = WordXml.Attribute(xml, "val") ?? "decimal" },
                "lvlText" => level with { Text = WordXml.Attribute(xml, "val") ?? "" },
                "isLgl" => level with { Arabic = WordXml.IsOn(xml) },
                "lvlRestart" => level with { Restart = WordXml.Number(xml) },
                _ => level,
            };
        }

        return at;
    }
}

/// <summary>Writes a count in the way a list shows it (ISO/IEC 29500-1, 17.18.59).</summary>
internal static class NumberWords
{
    private const int LargestRoman = 3_999;
    private const int LargestLetters = 780;

    private static readonly (int Value, string Digits)[] RomanDigits =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    internal static string Write(string format, int number) => format switch
    {
        "none" => "",
        "upperRoman" when number is > 0 and <= LargestRoman => Roman(number),
        "lowerRoman" when number is > 0 and <= LargestRoman => Roman(number).ToLowerInvariant(),
        "upperLetter" when number is > 0 and <= LargestLetters => Letters(number, 'A'),
        "lowerLetter" when number is > 0 and <= LargestLetters => Letters(number, 'a'),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        _ => number.ToString(CultureInfo.InvariantCulture),
    };

    private static string Roman(int number)
    {
        var roman = new StringBuilder();
        foreach (var (value, digits) in RomanDigits)
        {
            for (; number >= value; number -= value)
            {
                roman.Append(digits);
            }
        }

        return roman.ToString();
    }

    // After z come aa, bb …: the letter is repeated.
    private static string Letters(int number, char first) => new((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);
}
