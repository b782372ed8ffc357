using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Gathers the pieces of the head from lines in any order, one or two columns to a line.</summary>
internal sealed partial class HeadPieces
{
    private readonly List<(int Index, string Text)> organs = [];
    private readonly List<string> subject = [];
    private DirectiveDocument read;
    private int subjectEndsAt = -2;

    internal HeadPieces(DirectiveDocument read) => this.read = read;

    /// <summary>Whether anything of a head was found.</summary>
    internal bool Any { get; private set; }

    /// <summary>Whether a line can only stand in a head: a number, a place and date, a national title.</summary>
    internal static bool IsSure(SourceLine line) =>
        line.Cells().Prepend(line.Raw).Any(piece => NumberForms.TakeNumber(piece, out _) is not null
            || NumberForms.TakePlaceAndDate(piece, out _, out _, out _)
            || Labels.Title(piece) is not null);

    /// <summary>Takes what it knows off a line; gives the pieces it does not know.</summary>
    internal List<string> Take(SourceLine line)
    {
        if (Labels.IsRule(line.Text))
        {
            return [];
        }

        var raw = TakeDate(TakeNumber(LeadingStar().Replace(line.Raw, "")));
        return [.. SourceLine.CellsOf(raw).Select(cell => TakeDate(TakeNumber(cell))).Where(cell => cell.Length > 0 && !TakeCell(cell))];
    }

    /// <summary>Takes a piece as a line of the issuer's name, when it is one.</summary>
    internal bool TakeOrgan(string cell, int index)
    {
        var continues = organs.Count > 0 && organs[^1].Index == index - 1;
        if (subject.Count > 0 || !VietnameseText.IsCapitals(cell) || !(continues || Organs.BeginsUnit(cell)) || cell[^1] is '.' or ':')
        {
            return false;
        }

        organs.Add((index, cell));
        return Any = true;
    }

    /// <summary>Takes a piece as the abstract of a công văn: from "V/v" on, lines that follow at once.</summary>
    internal bool TakeAbout(string cell, int index, bool withoutMark = false)
    {
        if (subject.Count == 0 ? !(withoutMark || Labels.IsAbout(cell)) : subjectEndsAt < index - 1)
        {
            return false;
        }

        subjectEndsAt = index;
        return AddSubject(cell);
    }

    internal bool AddSubject(string piece)
    {
        if (piece.Length > 0)
        {
            subject.Add(piece);
        }

        return Any = true;
    }

    internal void SetType(DocumentType type)
    {
        read = read with { Type = type };
        Any = true;
    }

    internal DirectiveDocument ToDocument()
    {
        // Of several organ lines the last that begins an organ's name begins the issuer's; those above it name the superior.
        var issuer = organs.FindLastIndex(organ => Organs.BeginsUnit(organ.Text));
        return read with
        {
            SuperiorOrgan = issuer > 0 ? string.Join(' ', organs.Take(issuer).Select(organ => organ.Text)) : null,
            Issuer = organs.Count > 0 ? string.Join(' ', organs.Skip(Math.Max(issuer, 0)).Select(organ => organ.Text)) : null,
            Subject = subject.Count > 0 ? string.Join(' ', subject) : null,
        };
    }

    private string TakeNumber(string raw)
    {
        if (read.Symbol is not null || NumberForms.TakeNumber(raw, out var rest) is not { } number)
        {
            return raw;
        }

        read = read with { Number = number.Number, Symbol = number.Symbol };
        Any = true;
        return rest;
    }

    private string TakeDate(string raw)
    {
        if (read.Place is not null || !NumberForms.TakePlaceAndDate(raw, out var rest, out var place, out var date))
        {
            return raw;
        }

        read = read with { Place = place, Date = date };
        Any = true;
        return rest;
    }

    private bool TakeCell(string cell)
    {
        if (Labels.IsRule(cell))
        {
            return true;
        }

        if (Labels.Title(cell) is { } title && (read.Title == HeadTitle.None || read.Title == title))
        {
            read = read with { Title = title };
        }
        else if (read.Urgency is null && Labels.IsUrgency(cell))
        {
            read = read with { Urgency = Mark(cell) };
        }
        else if (read.Secrecy is null && Labels.IsSecrecy(cell))
        {
            read = read with { Secrecy = Mark(cell) };
        }
        else if (read.DraftMark is null && Labels.IsDraftMark(cell))
        {
            read = read with { DraftMark = Mark(cell) };
        }
        else
        {
            return false;
        }

        return Any = true;
    }

    private static string Mark(string cell) => cell.Trim('(', ')', '[', ']', '.', ':', ' ').ToUpperInvariant();

    // The star under the issuer, run together with what stood beside or below it.
    [GeneratedRegex(@"^\s*\*\s+(?=\S)")]
    private static partial Regex LeadingStar();
}
