using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Gathers recipients, signature and annex from the lines under the body.</summary>
internal sealed partial class TailPieces(SourcePage page)
{
    private readonly RecipientList recipients = new(page);
    private readonly SignatureReading signature = new(page);
    private readonly List<Paragraph> annex = [];

    private const int LongestTwoColumns = 300;

    /// <summary>Takes a line's pieces, each by its own form.</summary>
    internal void Take(PageLine at)
    {
        var line = at.Line;
        if (annex.Count > 0 || SignatureForms.IsAnnexHeading(line.Text))
        {
            AddAnnex(line);
            return;
        }

        var raw = line.Raw;
        if (Labels.TakeRecipients(line, out var rest))
        {
            recipients.Open = true;
            var isExact = line.Text.StartsWith("Nơi nhận", StringComparison.OrdinalIgnoreCase);
            page.Keep(line.Number, PartKind.RecipientsLabel, raw[..^rest.Length],
                isExact ? null : Choice.NearLabel("Nơi nhận", PartKind.Section));
            raw = rest;
        }

        foreach (var cell in SourceLine.CellsOf(raw).SelectMany(Columns))
        {
            if (!TakeCell(cell, at.Index, line.Number))
            {
                page.LeaveOver(line.Number, cell);
            }
        }
    }

    /// <summary>Takes a piece for what a person said it is.</summary>
    internal void TakeSaid(PageLine said)
    {
        var line = said.Line;
        switch (said.Said)
        {
            case PartKind.Annex:
                AddAnnex(line);
                break;
            case PartKind.Recipient:
                recipients.TakeSaid(line, said.Index);
                break;
            case PartKind.RecipientsLabel:
                TakeSaidLabel(line, said.Index);
                break;
            default:
                signature.TakeSaid(said.Said!.Value, line);
                break;
        }
    }

    internal DirectiveDocument ToDocument(DirectiveDocument read) =>
        read with { Recipients = recipients.ToLines(), Signature = signature.ToBlock(), Annex = [.. annex] };

    private void TakeSaidLabel(SourceLine line, int index)
    {
        var colon = line.Raw.IndexOf(':', StringComparison.Ordinal);
        var rest = Labels.TakeRecipients(line, out var behind) ? behind : colon >= 0 ? line.Raw[(colon + 1)..] : "";
        page.Keep(line.Number, PartKind.RecipientsLabel, line.Raw[..^rest.Length]);
        recipients.Open = true;
        foreach (var cell in SourceLine.CellsOf(rest))
        {
            if (!TakeCell(cell, index, line.Number))
            {
                page.LeaveOver(line.Number, cell);
            }
        }
    }

    // A recipient and the signature line beside it with a single blank between: "- Như trên; KT. CHỦ TỊCH".
    private IEnumerable<string> Columns(string cell)
    {
        var isSignature = SignatureForms.IsAuthority(cell) || SignatureForms.IsName(cell);
        var mayHoldTwo = recipients.Open && cell.Length <= LongestTwoColumns && !isSignature;
        var at = mayHoldTwo ? EndOfRecipient().Matches(cell).FirstOrDefault(end => IsSignatureLine(cell, end)) : null;
        return at is null ? [cell] : [cell[..at.Index], cell[(at.Index + at.Length)..]];
    }

    private bool IsSignatureLine(string cell, Match end)
    {
        var right = cell[(end.Index + end.Length)..];
        return SignatureForms.IsAuthority(right) || SignatureForms.IsPosition(right) || SignatureForms.IsSigned(right)
            || (cell[end.Index - 1] != ',' && signature.LacksName && SignatureForms.IsName(right) && !Organs.BeginsUnit(right));
    }

    private bool TakeCell(string cell, int index, int line)
    {
        if (Labels.IsRule(cell))
        {
            page.Keep(line, PartKind.Ornament, cell);
            return true;
        }

        return recipients.TakeBullet(cell, index, line)
            || signature.Take(cell, line)
            || recipients.TakePlain(cell, index, line)
            || signature.TakeName(cell, line);
    }

    private void AddAnnex(SourceLine line)
    {
        page.Keep(line.Number, PartKind.Annex, line.Text);
        annex.Add(BodyReader.ParagraphOf(line));
    }

    [GeneratedRegex(@"(?<=[;,.])\s+(?=[\p{Lu}(\[])")]
    private static partial Regex EndOfRecipient();
}
