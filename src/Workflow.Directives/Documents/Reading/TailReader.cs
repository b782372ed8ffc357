using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Reading;

/// <summary>
/// Reads what stands under the body: recipients left, signature right. Flattening may have put either first or the lines of one
/// between those of the other, so each piece is told by its own form.
/// </summary>
internal static class TailReader
{
    /// <summary>Index of the first line under the body; the number of lines when nothing stands under it.</summary>
    internal static int Start(SourcePage page)
    {
        var open = page.Open(0, page.Count).ToList();
        var found = open.FindIndex(i => Labels.TakeRecipients(page[i], out _) || page[i].Cells().Any(SignatureForms.IsAuthority));
        var start = found < 0 ? BareSignature(page, open) : open[found];
        return WithPositionAbove(page, open, start);
    }

    internal static DirectiveDocument Read(SourcePage page, int start, DirectiveDocument read)
    {
        var recipients = new RecipientList();
        var signature = new SignatureReading();
        var annex = new List<Paragraph>();
        foreach (var i in page.Open(start, page.Count).ToList())
        {
            page[i].Used = true;
            if (annex.Count > 0 || SignatureForms.IsAnnexHeading(page[i].Text))
            {
                annex.Add(BodyReader.ParagraphOf(page[i]));
                continue;
            }

            var raw = page[i].Raw;
            if (Labels.TakeRecipients(page[i], out var rest))
            {
                recipients.Open = true;
                raw = rest;
            }

            foreach (var cell in SourceLine.CellsOf(raw))
            {
                if (!TakeCell(cell, i, page[i].Number, recipients, signature))
                {
                    page.LeaveOver(page[i].Number, cell);
                }
            }
        }

        return read with { Recipients = recipients.ToLines(), Signature = signature.ToBlock(), Annex = [.. annex] };
    }

    private static bool TakeCell(string cell, int index, int line, RecipientList recipients, SignatureReading signature) =>
        Labels.IsRule(cell)
        || recipients.TakeBullet(cell, index, line)
        || signature.Take(cell)
        || recipients.TakePlain(cell, index, line)
        || signature.TakeName(cell);

    // Without a label and an authority only the shape of the last lines tells: a position in capitals, a name.
    private static int BareSignature(SourcePage page, List<int> open)
    {
        if (open.Count < 2 || !SignatureForms.IsName(page[open[^1]].Text))
        {
            return page.Count;
        }

        var last = open.Count - 1;
        while (last > 1 && (SignatureForms.IsSigned(page[open[last - 1]].Text) || SignatureForms.IsPosition(page[open[last - 1]].Text)))
        {
            last--;
        }

        return open[last];
    }

    private static int WithPositionAbove(SourcePage page, List<int> open, int start)
    {
        var at = open.FindIndex(i => i >= start);
        for (at = at < 0 ? open.Count : at; at > 1; at--)
        {
            var text = page[open[at - 1]].Text;
            if (!SignatureForms.IsPosition(text) && !SignatureForms.IsSigned(text) && !IsNameUnderPosition(page, open, at - 1))
            {
                break;
            }

            start = open[at - 1];
        }

        return start;
    }

    private static bool IsNameUnderPosition(SourcePage page, List<int> open, int at) =>
        at > 1 && SignatureForms.IsName(page[open[at]].Text)
        && (SignatureForms.IsPosition(page[open[at - 1]].Text) || SignatureForms.IsSigned(page[open[at - 1]].Text));
}
