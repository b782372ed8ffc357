using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Reading;

/// <summary>
/// Reads what stands under the body: recipients left, signature right. Flattening may have put either first or the lines of one
/// between those of the other, so each piece is told by its own form.
/// </summary>
internal static class TailReader
{
    private static readonly PartKind[] Kinds =
    [
        PartKind.RecipientsLabel, PartKind.Recipient, PartKind.SignatureAuthority, PartKind.SignaturePosition,
        PartKind.SignatureName, PartKind.SignatureNote, PartKind.Annex,
    ];

    /// <summary>Index of the first line under the body; the number of lines when nothing stands under it.</summary>
    internal static int Start(SourcePage page)
    {
        var open = page.Open(0, page.Count).ToList();
        if (page.Said(PartKind.RecipientsLabel).FirstOrDefault() is { } label)
        {
            return WithPositionAbove(page, open, label.Index);
        }

        var found = open.FindIndex(i => Labels.TakeRecipients(page[i], out _) || page[i].Cells().Any(SignatureForms.IsAuthority));
        var start = found < 0 ? BareSignature(page, open) : open[found];
        return WithPositionAbove(page, open, start);
    }

    internal static DirectiveDocument Read(SourcePage page, int start, DirectiveDocument read)
    {
        var tail = new TailPieces(page);
        foreach (var line in page.Flow(start, page.Count, Kinds))
        {
            line.Line.Used = true;
            if (line.Said is not null)
            {
                tail.TakeSaid(line);
            }
            else
            {
                tail.Take(line);
            }
        }

        return tail.ToDocument(read);
    }

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
