using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Reads Kính gửi (công văn) and Kính trình (tờ trình): one on the label's line, or one a line with dashes.</summary>
internal static partial class AddresseeReader
{
    private const int LongestLine = 250;
    private const int LongestAddressee = 600;

    internal static (DirectiveDocument Read, int Body) Read(SourcePage page, int label, int end, DirectiveDocument read)
    {
        var items = new List<(string Text, int Line)>();
        var name = TakeLabel(page, items, label);
        var last = label;
        foreach (var i in page.Open(label + 1, end))
        {
            var line = page[i];
            if (line.Text.Length > LongestLine || !Belongs(items, line.Text, adjoins: last == i - 1))
            {
                break;
            }

            TakeLine(page, items, line);
            last = i;
        }

        return (Said(page, read with { AddresseesLabel = name }, items), last + 1);
    }

    /// <summary>The addressees found, and between them those that a person named.</summary>
    internal static DirectiveDocument Said(SourcePage page, DirectiveDocument read, List<(string Text, int Line)>? found = null)
    {
        var items = found ?? [];
        foreach (var said in page.Said(PartKind.Addressee))
        {
            Add(items, said.Line.Text, said.Line.Number);
            page.Keep(said.Line.Number, PartKind.Addressee, said.Line.Text);
        }

        return read with { Addressees = [.. items.OrderBy(item => item.Line).Select(ToAddressee).OfType<Addressee>()] };
    }

    private static string? TakeLabel(SourcePage page, List<(string Text, int Line)> items, int label)
    {
        var said = page.Said(PartKind.AddresseesLabel).FirstOrDefault(said => said.Index == label);
        var line = said?.Line ?? page[label];
        var name = Labels.TakeAddressees(line, out var first);
        if (said is not null)
        {
            var colon = line.Raw.IndexOf(':', StringComparison.Ordinal);
            first = name is not null ? first : colon >= 0 ? line.Raw[(colon + 1)..] : "";
            name ??= "Kính gửi";
        }

        line.Used = true;
        var isExact = said is not null || line.Text.StartsWith(name!, StringComparison.OrdinalIgnoreCase);
        page.Keep(line.Number, PartKind.AddresseesLabel, line.Raw[..^first.Length],
            isExact ? null : Choice.NearLabel(name!, PartKind.Preamble));
        page.Keep(line.Number, PartKind.Addressee, first);
        Add(items, VietnameseText.Collapse(first), line.Number);
        return name;
    }

    private static void TakeLine(SourcePage page, List<(string Text, int Line)> items, SourceLine line)
    {
        line.Used = true;
        if (AlsoTo().Match(line.Text) is { Success: true } label)
        {
            page.Keep(line.Number, PartKind.AddresseesLabel, label.Value);
            page.Keep(line.Number, PartKind.Addressee, line.Text[label.Length..]);
            Add(items, line.Text[label.Length..], line.Number);
            return;
        }

        var isBulleted = Bullet().IsMatch(line.Text);
        page.Keep(line.Number, PartKind.Addressee, line.Text, isBulleted ? null : Choice.AddresseeByPlace());
        if (items.Count > 0 && !isBulleted && items[^1].Text[^1] is not (';' or ',' or '.'))
        {
            items[^1] = ($"{items[^1].Text} {line.Text}", items[^1].Line);
        }
        else
        {
            Add(items, line.Text, line.Number);
        }
    }

    // A list goes on over blank lines until one ends with a full stop; a single addressee ends with its own lines.
    private static bool Belongs(List<(string Text, int Line)> items, string text, bool adjoins)
    {
        if (items.Count == 0)
        {
            return true;
        }

        var before = items[^1].Text;
        if (before.Length > LongestAddressee)
        {
            return false;
        }

        if (AlsoTo().IsMatch(text))
        {
            return true;
        }

        if (Bullet().IsMatch(text))
        {
            return adjoins || before[^1] is ',' or ';';
        }

        return before[^1] is ',' or ';' ? text[^1] is ',' or ';' or '.' && (adjoins || Organs.BeginsUnit(text))
            : adjoins && before[^1] != '.';
    }

    private static void Add(List<(string Text, int Line)> items, string text, int line)
    {
        foreach (var item in Inline().Split(text).Where(item => item.Length > 0))
        {
            items.Add((item, line));
        }
    }

    private static Addressee? ToAddressee((string Text, int Line) item)
    {
        var text = Bullet().Replace(item.Text, "").TrimEnd(' ', ';', ',', '.');
        return text.Length == 0 ? null : new Addressee(text, RecipientKinds.KindOf(text), item.Line);
    }

    [GeneratedRegex(@"^[-–—+•*]\s*(?=[^\s-])")]
    private static partial Regex Bullet();

    // The label over those who get the letter besides.
    [GeneratedRegex(@"^Đồng kính (?:gửi|trình)\s?:\s?")]
    private static partial Regex AlsoTo();

    [GeneratedRegex(@"(?<=[;,.])\s+(?=[-–]\s)")]
    private static partial Regex Inline();
}
