using System.Collections.Immutable;
using System.Globalization;

namespace Workflow.Directives.Documents.Layout;

/// <summary>Letters between two blanks; more than one span where the lettering changes within.</summary>
/// <param name="Spans">The letters.</param>
/// <param name="Width">How wide they are.</param>
/// <param name="Blank">The blank before them; 0 when they go on a word that was too long for a line.</param>
internal sealed record Word(ImmutableArray<Span> Spans, double Width, double Blank)
{
    internal string Text => string.Concat(Spans.Select(span => span.Text));

    /// <summary>Whether no line begins with it: the dash of "kinh tế - xã hội".</summary>
    internal bool IsBound => Blank > 0 && Spans is [{ Text: "-" or "–" or "—" or "/" }];
}

/// <summary>Parts text into words and puts words on lines.</summary>
internal static class Words
{
    /// <summary>No line holds so many letters.</summary>
    private const int MostLetters = 400;

    /// <summary>The words of a text. One that is wider than a line is cut where it may be read on: after a slash, hyphen or dot, else anywhere.</summary>
    internal static List<Word> Of(IEnumerable<Span> text, double widest)
    {
        var words = new List<Word>();
        var open = new List<Span>();
        var blank = 0.0;
        foreach (var span in text)
        {
            var pieces = span.Text.Split(' ');
            for (var i = 0; i < pieces.Length; i++)
            {
                if (i > 0)
                {
                    Close(words, open, blank, widest);
                    blank = span.Look.Blank;
                }

                if (pieces[i].Length > 0)
                {
                    open.Add(span with { Text = pieces[i] });
                }
            }
        }

        Close(words, open, blank, widest);
        return words;
    }

    /// <summary>The marks of words on one line from <paramref name="x"/>; blanks wider by so much.</summary>
    internal static List<Mark> Place(IReadOnlyList<Word> words, double x, double y, double wider, Node? node)
    {
        var marks = new List<Mark>();
        var (text, look) = ("", (Lettering?)null);
        void Flush()
        {
            if (look is not null && text.Length > 0)
            {
                var mark = new TextMark(x, y, node, text, look, wider);
                marks.Add(mark);
                if (look.Underlined)
                {
                    marks.Add(new RuleMark(x, y + (look.SizePt / 8), mark.Width, look.SizePt / 20));
                }

                x += mark.Width;
            }
        }

        for (var i = 0; i < words.Count; i++)
        {
            text += i > 0 && words[i].Blank > 0 ? " " : "";
            foreach (var span in words[i].Spans)
            {
                if (look != span.Look)
                {
                    Flush();
                    (text, look) = ("", span.Look);
                }

                text += span.Text;
            }
        }

        Flush();
        return marks;
    }

    /// <summary>The width of words on one line.</summary>
    internal static double Width(IEnumerable<Word> words) => words.Select((word, i) => word.Width + (i == 0 ? 0 : word.Blank)).Sum();

    private static void Close(List<Word> words, List<Span> open, double blank, double widest)
    {
        if (open.Count == 0)
        {
            return;
        }

        var width = open.Sum(span => span.Look.Width(span.Text));
        if (width <= widest)
        {
            words.Add(new([.. open], width, words.Count == 0 ? 0 : blank));
        }
        else
        {
            Cut(words, open, blank, widest);
        }

        open.Clear();
    }

    private static void Cut(List<Word> words, List<Span> open, double blank, double widest)
    {
        var first = words.Count == 0 ? 0 : blank;
        foreach (var span in open)
        {
            for (var rest = span.Text; rest.Length > 0;)
            {
                var piece = rest[..Fitting(rest, span.Look, widest)];
                words.Add(new([span with { Text = piece }], span.Look.Width(piece), first));
                (rest, first) = (rest[piece.Length..], 0);
            }
        }
    }

    private static int Fitting(string text, Lettering look, double widest)
    {
        var near = text.Length > MostLetters ? text[..MostLetters] : text;
        var ends = StringInfo.ParseCombiningCharacters(near).Skip(1).Append(near.Length).ToList();
        var fits = ends.TakeWhile((end, i) => i == 0 || look.Width(text[..end]) <= widest).Last();
        var readable = text.LastIndexOfAny(['/', '-', '.', '_', '?', '&', '='], Math.Max(0, fits - 1)) + 1;
        return fits == text.Length || readable < fits / 2 ? fits : readable;
    }
}
