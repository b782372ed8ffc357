using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Layout;

/// <summary>A column of centred or ragged lines that grows downwards, as head and foot have two of.</summary>
/// <param name="profile">The letters.</param>
/// <param name="root">Where its text goes in the structure.</param>
/// <param name="x">Left edge.</param>
/// <param name="width">Width.</param>
internal sealed class Column(FormProfile profile, Node root, double x, double width)
{
    /// <summary>Line distance in sizes of the letters where no rule sets one.</summary>
    private const double Single = 1.2;

    internal List<Mark> Marks { get; } = [];

    /// <summary>Lower edge of what is there, from the top of the column.</summary>
    internal double Height { get; private set; }

    /// <summary>Baseline of the last line.</summary>
    internal double Baseline { get; private set; }

    internal double Left => x;

    internal double Width => width;

    internal double Centre => x + (width / 2);

    internal void Skip(double height) => Height += height;

    /// <summary>Centred text, broken evenly; each text begins a paragraph. Gives the width of its widest line.</summary>
    internal double Centred(FormElement element, string? text, double? least = null, string type = "P")
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return 0;
        }

        var look = Lettering.Of(profile[element]);
        var words = Words.Of([new(profile[element].Capitals ? text.ToUpperInvariant() : text, look)], width);
        var node = root.Add(type);
        var widest = 0.0;
        foreach (var line in LineBreaking.Balanced(words, width))
        {
            Next(look, least);
            var wide = Words.Width(line);
            Marks.AddRange(Words.Place(line, Centre - (wide / 2), Baseline, 0, node));
            widest = Math.Max(widest, wide);
        }

        return widest;
    }

    /// <summary>An ornament in the middle of a line of its own.</summary>
    internal void Ornament(Lettering look, string text, double height)
    {
        Next(look, height);
        Marks.Add(new TextMark(Centre - (look.Width(text) / 2), Baseline, null, text, look));
    }

    /// <summary>A rule in the middle, under the last line.</summary>
    internal void Rule(double length, double below)
    {
        Marks.Add(new RuleMark(Centre - (length / 2), Baseline + below, length, 0.75));
        Height = Math.Max(Height, Baseline + below + 2);
    }

    /// <summary>Whole line that is never parted and may keep blanks: as text, or as a field of the column's width.</summary>
    internal void WholeLine(FormElement element, string text, string? field)
    {
        var look = Lettering.Of(profile[element]);
        Next(look, null);
        var node = root.Add(field is null ? "P" : "Form");
        if (field is not null)
        {
            var high = look.SizePt * Single;
            Marks.Add(new FieldMark(x, Baseline + look.Descent + ((high - look.Ascent - look.Descent) / 2) - high, node, field, width, high, text, look));
            return;
        }

        var wide = look.Width(text);
        var fitting = wide > width ? look with { SizePt = look.SizePt * width / wide } : look;
        Marks.Add(new TextMark(Centre - (fitting.Width(text) / 2), Baseline, node, text, fitting));
    }

    /// <summary>Ragged lines, those after the first further in.</summary>
    internal void Ragged(FormElement element, string text, Node node, double indentOfOthers)
    {
        var look = Lettering.Of(profile[element]);
        var lines = LineBreaking.Greedy(Words.Of([new(text, look)], width - indentOfOthers), width, indentOfOthers);
        for (var i = 0; i < lines.Count; i++)
        {
            Next(look, null);
            Marks.AddRange(Words.Place(lines[i], x + (i == 0 ? 0 : indentOfOthers), Baseline, 0, node));
        }
    }

    /// <summary>Moves on by a line.</summary>
    internal void Next(Lettering look, double? height)
    {
        var line = height ?? (look.SizePt * Single);
        Baseline = Height + ((line - look.Ascent - look.Descent) / 2) + look.Ascent;
        Height += line;
    }
}
