using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Gathers the pieces of the head from lines in any order, one or two columns to a line.</summary>
internal sealed partial class HeadPieces
{
    private readonly SourcePage page;
    private readonly HeadLines lines;
    private DirectiveDocument read;

    internal HeadPieces(SourcePage page, DirectiveDocument read)
    {
        this.page = page;
        this.read = read;
        lines = new HeadLines(page);
    }

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
            page.Keep(line.Number, PartKind.Ornament, line.Text);
            return [];
        }

        var star = LeadingStar().Match(line.Raw);
        page.Keep(line.Number, PartKind.Ornament, star.Value);
        var raw = TakeDate(line, TakeNumber(line, line.Raw[star.Length..]));
        return
        [
            .. SourceLine.CellsOf(raw).Select(cell => TakeDate(line, TakeNumber(line, cell))).SelectMany(cell => Columns(line, cell))
                .Where(cell => cell.Length > 0 && !TakeCell(line, cell)),
        ];
    }

    /// <summary>Whether every piece of a line has a place in the head.</summary>
    internal bool Knows(SourceLine line, int index) => line.Cells().All(cell =>
        Labels.IsRule(cell) || Labels.IsUrgency(cell) || Labels.IsSecrecy(cell) || Labels.IsDraftMark(cell)
        || IsTitlePiece(cell, index) || IsOrgan(cell, index) || IsAbout(cell, index));

    /// <summary>Takes a piece as a line of the issuer's name, or of a national title broken over lines, when it is one.</summary>
    internal bool TakeOrgan(string cell, int index)
    {
        if (IsTitlePiece(cell, index))
        {
            lines.AddTitlePiece(index, cell);
            return Any = true;
        }

        if (!IsOrgan(cell, index))
        {
            return false;
        }

        lines.AddOrgan(index, cell);
        return Any = true;
    }

    /// <summary>Takes a piece as the abstract of a công văn: from "V/v" on, lines that follow at once.</summary>
    internal bool TakeAbout(string cell, int index, bool withoutMark = false)
    {
        if (!IsAbout(cell, index, withoutMark))
        {
            return false;
        }

        AddSubject(index, cell, withoutMark && !lines.HasSubject && !Labels.IsAbout(cell) ? Choice.SubjectWithoutMark() : null);
        return true;
    }

    internal void AddSubject(int index, string piece, Choice? choice = null)
    {
        if (piece.Length > 0)
        {
            lines.AddSubject(index, piece, choice);
        }

        Any = true;
    }

    internal void SetType(DocumentType type)
    {
        read = read with { Type = type };
        Any = true;
    }

    internal DirectiveDocument ToDocument()
    {
        if (read.Title == HeadTitle.None && lines.BrokenTitle is { } title)
        {
            read = read with { Title = title };
        }

        var isUsual = read.Symbol is not null || read.Place is not null || read.Title != HeadTitle.None;
        var (superior, issuer) = lines.Organs(isUsual);
        return read with { SuperiorOrgan = superior, Issuer = issuer, Subject = lines.Subject() };
    }

    internal static string Mark(string cell) => cell.Trim('(', ')', '[', ']', '.', ':', ' ').ToUpperInvariant();

    private bool IsOrgan(string cell, int index) =>
        !lines.HasSubject && VietnameseText.IsCapitals(cell) && cell[^1] is not ('.' or ':')
        && (lines.OrganContinues(index) || Organs.BeginsIssuer(cell));

    private bool IsTitlePiece(string cell, int index) =>
        !lines.HasSubject && VietnameseText.IsCapitals(cell) && (Labels.IsTitleFragment(cell) || lines.TitleContinues(index, cell));

    private bool IsAbout(string cell, int index, bool withoutMark = false) =>
        lines.HasSubject ? lines.SubjectContinues(index) : withoutMark || Labels.IsAbout(cell);

    // An organ and the national title beside it with a single blank between: "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI …".
    private string[] Columns(SourceLine line, string cell) =>
        Labels.TitleAtEnd(cell) is var at and > 0 && IsOrgan(cell[..at].TrimEnd(), line.Number - 1)
            ? [cell[..at].TrimEnd(), cell[at..]]
            : [cell];

    private string TakeNumber(SourceLine line, string raw)
    {
        if (read.Symbol is not null || NumberForms.TakeNumber(raw, out var rest) is not { } number)
        {
            return raw;
        }

        var taken = raw[..^rest.Length];
        page.Keep(line.Number, PartKind.Number, taken, number.Number is null ? Choice.NumberBlank()
            : !taken.TrimStart().StartsWith("S", StringComparison.OrdinalIgnoreCase) ? Choice.NumberWithoutLabel()
            : !taken.TrimStart().StartsWith("Số", StringComparison.OrdinalIgnoreCase) ? Choice.NearLabel("Số")
            : null);
        read = read with { Number = number.Number, Symbol = number.Symbol };
        Any = true;
        return rest;
    }

    private string TakeDate(SourceLine line, string raw)
    {
        if (read.Place is not null || !NumberForms.TakePlaceAndDate(raw, out var rest, out var place, out var date))
        {
            return raw;
        }

        page.Keep(line.Number, PartKind.PlaceAndDate, raw[rest.Length..], date is null ? Choice.DateUnreadable() : null);
        read = read with { Place = place, Date = date };
        Any = true;
        return rest;
    }

    private bool TakeCell(SourceLine line, string cell)
    {
        if (Labels.IsRule(cell))
        {
            page.Keep(line.Number, PartKind.Ornament, cell);
            return true;
        }

        PartKind kind;
        if (Labels.Title(cell) is { } title && (read.Title == HeadTitle.None || read.Title == title))
        {
            (kind, read) = (PartKind.Title, read with { Title = title });
        }
        else if (read.Urgency is null && Labels.IsUrgency(cell))
        {
            (kind, read) = (PartKind.Urgency, read with { Urgency = Mark(cell) });
        }
        else if (read.Secrecy is null && Labels.IsSecrecy(cell))
        {
            (kind, read) = (PartKind.Secrecy, read with { Secrecy = Mark(cell) });
        }
        else if (read.DraftMark is null && Labels.IsDraftMark(cell))
        {
            (kind, read) = (PartKind.DraftMark, read with { DraftMark = Mark(cell) });
        }
        else
        {
            return false;
        }

        page.Keep(line.Number, kind, cell, kind == PartKind.Title && !Labels.IsExactTitle(cell) ? Choice.NearTitle() : null);
        return Any = true;
    }

    // The star under the issuer, run together with what stood beside or below it.
    [GeneratedRegex(@"^\s*\*\s+(?=\S)")]
    private static partial Regex LeadingStar();
}
