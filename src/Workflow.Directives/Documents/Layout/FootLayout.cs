using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Documents.Layout;

/// <summary>The foot: Nơi nhận in the left column; authority, position, room for signature and seal, and the name in the right one.</summary>
internal sealed class FootLayout(FormProfile profile, Node root, double width)
{
    /// <summary>Width of the right column, and what lies between the columns; the round seal reaches over it.</summary>
    private const double RightMm = 78;
    private const double GapMm = 5;

    /// <summary>The signature's own width, in the middle of its column; the seal covers its left third.</summary>
    private const double SignatureMm = 52;
    private const double SealMm = 36;
    private const double GapAbovePt = 12;
    private const double DashMm = 2.5;

    /// <summary>A list of recipients higher than this part of a page goes on over the next one.</summary>
    private const double HighestShare = 0.75;

    internal IEnumerable<FlowBlock> Of(DirectiveDocument d, LayoutOptions o)
    {
        if (d.Recipients.IsEmpty && d.Signature is null)
        {
            yield break;
        }

        var left = new Column(profile, root, 0, width - Length.Mm(RightMm + GapMm));
        var right = new Column(profile, root, width - Length.Mm(RightMm), Length.Mm(RightMm));
        var highest = HighestShare * PageFlow.HeightOf(profile);
        var rest = AddRecipients(left, d, highest);
        AddSignature(right, d.Signature, o);
        yield return new([FlowLine.Solid(Math.Max(left.Height, right.Height), [.. left.Marks, .. right.Marks])], GapAbovePt);
        if (rest.Count > 0)
        {
            yield return new([.. rest]);
        }
    }

    private List<FlowLine> AddRecipients(Column left, DirectiveDocument d, double highest)
    {
        if (d.Recipients.IsEmpty)
        {
            return [];
        }

        left.Ragged(FormElement.RecipientsLabel, "Nơi nhận:", root.Add("P"), 0);
        var list = root.Add("L");
        var rest = new List<FlowLine>();
        for (var i = 0; i < d.Recipients.Length; i++)
        {
            var line = d.Recipients[i];
            var end = i == d.Recipients.Length - 1 ? "." : profile.Foot.RecipientSeparator;
            var text = $"- {line.Text}{(line.Note is null ? "" : $" ({line.Note})")}{end}";
            var node = list.Add("LI").Add("LBody");
            if (left.Height < highest)
            {
                left.Ragged(FormElement.Recipient, text, node, Length.Mm(DashMm));
            }
            else
            {
                var more = new Column(profile, root, left.Left, left.Width);
                more.Ragged(FormElement.Recipient, text, node, Length.Mm(DashMm));
                rest.Add(FlowLine.Solid(more.Height, more.Marks));
            }
        }

        return rest;
    }

    private void AddSignature(Column right, SignatureBlock? signature, LayoutOptions o)
    {
        foreach (var line in PlainText.AuthorityLines(signature?.Authority))
        {
            right.Centred(FormElement.Authority, line);
        }

        right.Centred(FormElement.Position, signature?.Position);
        var top = right.Height;
        var room = Length.Mm(profile.Foot.SignatureMm);
        if (o.Reserve)
        {
            AddFields(right, top, room);
        }
        else if (signature is not null)
        {
            var notes = new[] { o.SignedNote ?? signature.Note, o.SealNote }.Where(note => !string.IsNullOrEmpty(note)).ToList();
            var line = profile.Body.LinePt;
            right.Skip(Math.Max(0, (room - (line * notes.Count)) / 2));
            notes.ForEach(note => right.Centred(FormElement.SignatureNote, note, line));
        }

        right.Skip(Math.Max(0, top + room - right.Height));
        right.Centred(FormElement.SignerName, signature?.Name);
    }

    private void AddFields(Column right, double top, double room)
    {
        var (wide, seal) = (Length.Mm(SignatureMm), Length.Mm(SealMm));
        var x = right.Centre - (wide / 2);
        right.Marks.Add(new FieldMark(x, top, root.Add("Form"), DirectiveFields.Signer, wide, room, null, null));
        right.Marks.Add(new FieldMark(x - (seal * 2 / 3), top + ((room - seal) / 2), root.Add("Form"), DirectiveFields.Seal, seal, seal, null, null));
    }
}
