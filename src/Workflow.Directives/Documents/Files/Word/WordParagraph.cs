using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Workflow.Directives.Documents.Files.Letters;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>A paragraph as it is read: its letters in the tables of their fonts, and what hangs on it.</summary>
internal sealed partial class WordParagraph
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder run = new();
    private OldTable table;
    private bool capitals;

    /// <summary>Look of its letters where a run says nothing.</summary>
    internal LetterLook Look { get; set; } = LetterLook.Plain;

    /// <summary>Its place in an automatic list.</summary>
    internal ListPlace? Place { get; set; }

    /// <summary>The room around it.</summary>
    internal ParagraphGap Gap { get; set; } = ParagraphGap.None;

    /// <summary>Whether its end was deleted, so that the next one goes on in it.</summary>
    internal bool RunsOn { get; set; }

    /// <summary>Lines of text boxes anchored in it.</summary>
    internal List<string> Boxes { get; } = [];

    /// <summary>The tables from which letters were turned into Unicode.</summary>
    internal HashSet<OldTable> Converted { get; } = [];

    /// <summary>Takes its properties, on whose start the reader stands.</summary>
    internal void Take(XmlReader xml, WordStyles styles, WordSheetReading sheets)
    {
        ListPlace? own = null;
        string? style = null;
        var gap = ParagraphGap.None;
        foreach (var name in WordXml.Inside(xml))
        {
            gap = gap.With(xml);
            sheets.Take(xml, name);
            switch (name)
            {
                case "pStyle":
                    style = WordXml.Attribute(xml, "val");
                    break;
                case "numId":
                    own = new(WordXml.Number(xml), own?.Level);
                    break;
                case "ilvl":
                    own = new(own?.List, WordXml.Number(xml));
                    break;
                case "del" or "moveFrom":
                    RunsOn = true;
                    break;
            }
        }

        var styled = styles.PlaceOf(style);
        Look = styles.LookOf(style);
        Gap = gap.Over(styles.GapOf(style));
        Place = own is null ? styled : new(own.List ?? styled?.List, own.Level ?? styled?.Level);
    }

    internal void Add(string letters, LetterLook look)
    {
        var isCapital = look.Capitals == true || OldLetters.IsCapitalFont(look.Font);
        if (OldLetters.OfFont(look.Font) is var next && (next != table || isCapital != capitals))
        {
            EndRun();
            (table, capitals) = (next, isCapital);
        }

        run.Append(letters);
    }

    /// <summary>The whole text with its number, line breaks as LF; a tab after a list mark is a blank.</summary>
    /// <param name="number">What stands before it, or empty.</param>
    /// <param name="before">What the paragraph it goes on in held.</param>
    internal string Whole(string number, string before)
    {
        var whole = Rest(before).Trim();
        return number.Length == 0 ? MarkAndTab().Replace(whole, "$1 ") : whole.Length == 0 ? "" : $"{number} {whole}";
    }

    /// <summary>The text as it is, for the paragraph that goes on in this one.</summary>
    internal string Rest(string before)
    {
        EndRun();
        return before + text.ToString().Replace('\u00A0', ' ');
    }

    // A letter and its mark may stand in two runs, so a table is applied to all that touch.
    private void EndRun()
    {
        if (run.Length == 0)
        {
            return;
        }

        var typed = run.ToString();
        var letters = OldLetters.Convert(typed, table);
        if (letters != typed)
        {
            Converted.Add(table);
        }

        text.Append(capitals ? letters.ToUpperInvariant() : letters);
        run.Clear();
    }

    [GeneratedRegex(@"^([-–+•*]|[0-9]{1,2}(?:\.[0-9]{1,2})*[.)/]?|[a-zđ]\)|[IVXLC]{1,6}[.\-)/])\t+ *")]
    private static partial Regex MarkAndTab();
}

/// <summary>A column of lines: the body, a cell, a text box, a note.</summary>
internal sealed class WordColumn
{
    /// <summary>From 3 pt on room between paragraphs is seen as such.</summary>
    private const int SeenGap = 60;

    private int below;

    /// <summary>Whether it is the text itself; beside other columns a blank line would put lines out of their rows.</summary>
    internal bool IsAlone { get; init; }

    internal List<string> Lines { get; } = [];

    /// <summary>What a paragraph without an end of its own leaves to the next.</summary>
    internal string Carried { get; set; } = "";

    internal void Add(WordParagraph paragraph, Func<ListPlace, string> number)
    {
        if (paragraph.RunsOn)
        {
            Carried = paragraph.Rest(Carried);
        }
        else
        {
            Part(paragraph.Gap);
            var label = paragraph.Place is { } place ? number(place) : "";
            Lines.AddRange(paragraph.Whole(label, Carried).Split('\n'));
            Carried = "";
        }

        Lines.AddRange(paragraph.Boxes);
    }

    // Only a line so long that it could be taken for one that goes on needs the blank line that the page shows as room.
    private void Part(ParagraphGap gap)
    {
        if (IsAlone && Lines is [.., { Length: >= LineFolding.ShortestWrappedLine }] && below + (gap.Before ?? 0) >= SeenGap)
        {
            Lines.Add("");
        }

        below = gap.After ?? 0;
    }

    /// <summary>The lines of cells side by side: the first of each in one line with tabs between, then the second of each.</summary>
    internal void Add(WordRow row)
    {
        below = 0;
        var columns = row.IsDeleted ? [] : row.Cells.Select(cell => cell.Whole()).ToList();
        var height = columns.Select(column => column.Count).DefaultIfEmpty(0).Max();
        for (var i = 0; i < height; i++)
        {
            Lines.Add(string.Join('\t', columns.Select(column => i < column.Count ? column[i].Trim() : "")).TrimEnd());
        }
    }

    /// <summary>All lines, without blank ones at the end.</summary>
    internal List<string> Whole()
    {
        if (Carried.Length > 0)
        {
            Lines.Add(Carried);
            Carried = "";
        }

        var last = Lines.FindLastIndex(line => !string.IsNullOrWhiteSpace(line));
        return Lines[..(last + 1)];
    }
}

/// <summary>A row of a table.</summary>
internal sealed class WordRow
{
    internal List<WordColumn> Cells { get; } = [];

    /// <summary>Whether a tracked change took it out.</summary>
    internal bool IsDeleted { get; set; }
}
