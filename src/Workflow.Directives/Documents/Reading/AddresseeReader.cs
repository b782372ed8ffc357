using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Reads Kính gửi (công văn) and Kính trình (tờ trình): one on the label's line, or one a line with dashes.</summary>
internal static partial class AddresseeReader
{
    private const int LongestLine = 250;

    internal static (DirectiveDocument Read, int Body) Read(SourcePage page, int label, int end, DirectiveDocument read)
    {
        var name = Labels.TakeAddressees(page[label], out var first);
        var items = new List<(string Text, int Line)>();
        page[label].Used = true;
        Add(items, VietnameseText.Collapse(first), page[label].Number);

        var last = label;
        foreach (var i in page.Open(label + 1, end).ToList())
        {
            var text = page[i].Text;
            if (text.Length > LongestLine || !Belongs(items, text, adjoins: last == i - 1))
            {
                break;
            }

            page[i].Used = true;
            if (items.Count > 0 && !Bullet().IsMatch(text) && !Ended().IsMatch(items[^1].Text))
            {
                items[^1] = ($"{items[^1].Text} {text}", items[^1].Line);
            }
            else
            {
                Add(items, text, page[i].Number);
            }

            last = i;
        }

        return (read with { AddresseesLabel = name, Addressees = [.. items.Select(ToAddressee)] }, last + 1);
    }

    // A list goes on over blank lines until one ends with a full stop; a single addressee ends with its own lines.
    private static bool Belongs(List<(string Text, int Line)> items, string text, bool adjoins)
    {
        if (items.Count == 0)
        {
            return true;
        }

        var before = items[^1].Text;
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

    private static Addressee ToAddressee((string Text, int Line) item)
    {
        var text = Ending().Replace(Bullet().Replace(item.Text, ""), "");
        return new Addressee(text, RecipientKinds.KindOf(text), item.Line);
    }

    [GeneratedRegex(@"^[-–—+•*]\s*(?=[^\s-])")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=[;,.])\s+(?=[-–]\s)")]
    private static partial Regex Inline();

    [GeneratedRegex(@"[;,.]$")]
    private static partial Regex Ended();

    [GeneratedRegex(@"[\s;,.]+$")]
    private static partial Regex Ending();
}
