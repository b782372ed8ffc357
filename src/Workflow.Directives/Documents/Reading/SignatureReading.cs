namespace Workflow.Directives.Documents.Reading;

/// <summary>Gathers one signature block from pieces in any order.</summary>
internal sealed class SignatureReading(SourcePage page)
{
    /// <summary>More lines of capitals than this are no signature block.</summary>
    private const int MostLines = 6;

    private string? authority;
    private string? position;
    private string? name;
    private string? note;
    private int lines;
    private int positionLine;
    private int nameLine;

    /// <summary>Takes an authority, a position or "(Đã ký)".</summary>
    internal bool Take(string cell, int line)
    {
        if (SignatureForms.IsSigned(cell))
        {
            return note is null && Keep(ref note, cell, PartKind.SignatureNote, line);
        }

        if (position is not null && positionLine == line && SignatureForms.IsPosition(cell))
        {
            page.Keep(line, PartKind.Unrecognised, cell, Choice.SecondSigner(PartKind.SignaturePosition));
            return true;
        }

        if (name is not null || lines >= MostLines || !VietnameseText.IsCapitals(cell))
        {
            return false;
        }

        return SignatureForms.IsAuthority(cell) ? Keep(ref authority, cell, PartKind.SignatureAuthority, line)
            : SignatureForms.IsPosition(cell) ? Keep(ref position, cell, PartKind.SignaturePosition, positionLine = line)
            : TakeCapitals(cell, line);
    }

    /// <summary>Whether there is a signature to which only the name is missing.</summary>
    internal bool LacksName => name is null && (authority is not null || position is not null);

    /// <summary>Takes the signer's name.</summary>
    internal bool TakeName(string cell, int line)
    {
        var isName = SignatureForms.IsName(cell);
        if (isName && name is not null && nameLine == line)
        {
            page.Keep(line, PartKind.Unrecognised, cell, Choice.SecondSigner(PartKind.SignatureName));
            return true;
        }

        if (name is not null || !(isName || (position is not null && SignatureForms.IsNameInCapitals(cell))))
        {
            return false;
        }

        var choice = !isName ? Choice.NameInCapitals()
            : authority is null && position is null && note is null ? Choice.NameByShape()
            : null;
        return Keep(ref name, cell, PartKind.SignatureName, nameLine = line, choice);
    }

    /// <summary>Takes a piece for what a person said it is.</summary>
    internal void TakeSaid(PartKind kind, SourceLine line)
    {
        _ = kind switch
        {
            PartKind.SignatureAuthority => Keep(ref authority, line.Text, kind, line.Number),
            PartKind.SignaturePosition => Keep(ref position, line.Text, kind, line.Number),
            PartKind.SignatureNote => Keep(ref note, line.Text, kind, line.Number),
            _ => Keep(ref name, line.Text, PartKind.SignatureName, line.Number),
        };
    }

    internal SignatureBlock? ToBlock() =>
        authority is null && position is null && name is null && note is null ? null : new(authority, position, name, note);

    // The rest of an organ's name under "TM. ỦY BAN NHÂN DÂN", or a position this program has no word for under an authority.
    private bool TakeCapitals(string cell, int line)
    {
        if (authority is null || cell[^1] is '.' or ';' or ',' || (position is not null && SignatureForms.IsNameInCapitals(cell)))
        {
            return false;
        }

        var isPlace = cell.StartsWith("TỈNH ", StringComparison.Ordinal) || cell.StartsWith("THÀNH PHỐ ", StringComparison.Ordinal);
        return position is null && isPlace
            ? Keep(ref authority, cell, PartKind.SignatureAuthority, line, Choice.CapitalsUnderAuthority(PartKind.SignaturePosition))
            : Keep(ref position, cell, PartKind.SignaturePosition, line, Choice.CapitalsUnderAuthority(PartKind.SignatureAuthority));
    }

    private bool Keep(ref string? field, string cell, PartKind kind, int line, Choice? choice = null)
    {
        field = field is null ? cell : $"{field} {cell}";
        lines++;
        page.Keep(line, kind, cell, choice);
        return true;
    }
}
