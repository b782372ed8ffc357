namespace Workflow.Directives.Documents.Reading;

/// <summary>Reads the pieces of which a person said that they are a field of the head, or no part of the document.</summary>
internal static class CorrectedFields
{
    internal static DirectiveDocument Read(SourcePage page)
    {
        var read = new DirectiveDocument();
        foreach (var said in page.Said(
            PartKind.Title, PartKind.Number, PartKind.PlaceAndDate, PartKind.Secrecy, PartKind.Urgency, PartKind.DraftMark, PartKind.Type))
        {
            read = Field(page, said.Line, said.Said!.Value, read);
        }

        foreach (var said in page.Said(PartKind.Ornament, PartKind.Watermark, PartKind.PageNumber, PartKind.Unrecognised))
        {
            page.Keep(said.Line.Number, said.Said!.Value, said.Line.Text);
        }

        return read;
    }

    private static DirectiveDocument Field(SourcePage page, SourceLine line, PartKind kind, DirectiveDocument read) => kind switch
    {
        PartKind.Secrecy => Kept(page, line, kind, read with { Secrecy = HeadPieces.Mark(line.Text) }),
        PartKind.Urgency => Kept(page, line, kind, read with { Urgency = HeadPieces.Mark(line.Text) }),
        PartKind.DraftMark => Kept(page, line, kind, read with { DraftMark = HeadPieces.Mark(line.Text) }),
        PartKind.Title => Title(page, line, read),
        PartKind.Type => Type(page, line, read),
        PartKind.Number => Number(page, line, read),
        _ => PlaceAndDate(page, line, read),
    };

    private static DirectiveDocument Title(SourcePage page, SourceLine line, DirectiveDocument read)
    {
        var bare = VietnameseText.Bare(line.Text);
        var title = Labels.Title(line.Text)
            ?? (bare.Contains("dang", StringComparison.Ordinal) ? HeadTitle.Party
                : bare.Contains("cong hoa", StringComparison.Ordinal) || bare.Contains("doc lap", StringComparison.Ordinal) ? HeadTitle.State
                : HeadTitle.None);
        return title == HeadTitle.None
            ? NotFollowed(page, line, PartKind.Title, read, "không có tên Đảng hay quốc hiệu.", "neither the Party's name nor the state title is in it.")
            : Kept(page, line, PartKind.Title, read with { Title = title });
    }

    // What follows the name on its line goes to the abstract; the head's reader takes it from there.
    private static DirectiveDocument Type(SourcePage page, SourceLine line, DirectiveDocument read)
    {
        var type = TypeLine.Read(line, out var rest) ?? TypeLine.Nearest(line.Text);
        return type is null
            ? NotFollowed(page, line, PartKind.Type, read, "không có tên loại văn bản nào như vậy.", "there is no such type.")
            : Kept(page, line, PartKind.Type, read with { Type = type }, line.Text[..^rest.Length]);
    }

    private static DirectiveDocument Number(SourcePage page, SourceLine line, DirectiveDocument read)
    {
        if ((NumberForms.TakeNumber(line.Raw, out var rest) ?? NumberForms.FirstNumber(line.Text, out rest)) is not { } number)
        {
            return NotFollowed(page, line, PartKind.Number, read,
                "không có số và ký hiệu như “08-CT/TU” hoặc “16/CT-TTg”.", "no number and symbol such as “08-CT/TU” or “16/CT-TTg” is in it.");
        }

        page.LeaveOver(line.Number, rest);
        return Kept(page, line, PartKind.Number, read with { Number = number.Number, Symbol = number.Symbol }, line.Raw[..^rest.Length]);
    }

    private static DirectiveDocument PlaceAndDate(SourcePage page, SourceLine line, DirectiveDocument read)
    {
        if (NumberForms.TakePlaceAndDate(line.Raw, out var rest, out var place, out var date))
        {
            page.LeaveOver(line.Number, rest);
            return Kept(page, line, PartKind.PlaceAndDate, read with { Place = place, Date = date }, line.Raw[rest.Length..]);
        }

        if (NumberForms.FirstDate(line.Text) is { } found)
        {
            var comma = line.Text.IndexOf(',', StringComparison.Ordinal);
            return Kept(page, line, PartKind.PlaceAndDate, read with { Place = comma > 0 ? line.Text[..comma].Trim() : read.Place, Date = found });
        }

        return NotFollowed(page, line, PartKind.PlaceAndDate, read,
            "không có ngày, tháng, năm như “ngày 01 tháng 8 năm 2026”.", "no date such as “ngày 01 tháng 8 năm 2026” is in it.");
    }

    private static DirectiveDocument Kept(SourcePage page, SourceLine line, PartKind kind, DirectiveDocument read, string? piece = null)
    {
        page.Keep(line.Number, kind, piece ?? line.Text);
        return read;
    }

    private static DirectiveDocument NotFollowed(
        SourcePage page, SourceLine line, PartKind kind, DirectiveDocument read, string vietnamese, string english)
    {
        page.Keep(line.Number, PartKind.Unrecognised, line.Text, Choice.CannotFollow(kind, vietnamese, english));
        return read;
    }
}
