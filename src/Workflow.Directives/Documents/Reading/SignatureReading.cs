namespace Workflow.Directives.Documents.Reading;

/// <summary>Gathers one signature block from pieces in any order.</summary>
internal sealed class SignatureReading
{
    private string? authority;
    private string? position;
    private string? name;
    private string? note;

    /// <summary>Takes an authority, a position or "(Đã ký)".</summary>
    internal bool Take(string cell)
    {
        if (SignatureForms.IsSigned(cell))
        {
            note ??= cell;
            return note == cell;
        }

        if (name is not null || !VietnameseText.IsCapitals(cell))
        {
            return false;
        }

        if (SignatureForms.IsAuthority(cell))
        {
            authority = Join(authority, cell);
            return true;
        }

        if (SignatureForms.IsPosition(cell))
        {
            position = Join(position, cell);
            return true;
        }

        return TakeCapitals(cell);
    }

    /// <summary>Takes the signer's name.</summary>
    internal bool TakeName(string cell)
    {
        if (name is not null || !(SignatureForms.IsName(cell) || (position is not null && SignatureForms.IsNameInCapitals(cell))))
        {
            return false;
        }

        name = cell;
        return true;
    }

    internal SignatureBlock? ToBlock() =>
        authority is null && position is null && name is null && note is null ? null : new(authority, position, name, note);

    // The rest of an organ's name under "TM. ỦY BAN NHÂN DÂN", or a position this program has no word for under an authority.
    private bool TakeCapitals(string cell)
    {
        if (authority is null || cell[^1] is '.' or ';' or ',' || (position is not null && SignatureForms.IsNameInCapitals(cell)))
        {
            return false;
        }

        var isPlace = cell.StartsWith("TỈNH ", StringComparison.Ordinal) || cell.StartsWith("THÀNH PHỐ ", StringComparison.Ordinal);
        if (position is null && isPlace)
        {
            authority = Join(authority, cell);
        }
        else
        {
            position = Join(position, cell);
        }

        return true;
    }

    private static string Join(string? before, string cell) => before is null ? cell : $"{before} {cell}";
}
