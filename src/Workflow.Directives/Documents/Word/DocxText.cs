using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>Writes the text and what follows it: recipients and signature side by side, then annexes, each on a new page.</summary>
internal sealed class DocxText(DocxStory story, DirectiveDocument d, FormProfile profile, DocxOptions options)
{
    private readonly DocxSheet sheet = new(profile);

    internal void Write()
    {
        WriteBody([.. BodyPiece.All(d)]);
        WriteFoot();
        WriteAnnex();
    }

    // The last lines of the text stay with the foot, so that no signature stands alone on a page.
    private void WriteBody(IReadOnlyList<BodyPiece> pieces)
    {
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var hold = new Hold { WithNext = i == pieces.Count - 1, Depth = piece.Rest.Length > 0 ? piece.Depth : null };
            story.Paragraph(StyleOf(piece), LettersOf(piece), hold);
        }
    }

    private static string StyleOf(BodyPiece piece) => piece.Look switch
    {
        BodyLook.Chapter => DocxStyles.Chapter,
        BodyLook.Article when piece.LeadsOn => DocxStyles.Article,
        BodyLook.Titled when piece.LeadsOn => DocxStyles.Titled,
        BodyLook.Decree => DocxStyles.Decree,
        BodyLook.Text => DocxStyles.Text,
        _ => DocxStyles.Point,
    };

    private static IEnumerable<Letters> LettersOf(BodyPiece piece)
    {
        if (piece.Bold.Length > 0)
        {
            yield return new Letters(piece.Bold, piece.LeadsOn ? null : DocxStyles.BoldLetters);
        }

        if (piece.Rest.Length > 0)
        {
            yield return new Letters(piece.Bold.Length > 0 ? $" {piece.Rest}" : piece.Rest);
        }
    }

    private void WriteFoot()
    {
        if (d.Recipients.IsEmpty && d.Signature is null)
        {
            return;
        }

        var (left, right) = sheet.FootColumns;
        story.Columns(left, right, (WriteRecipients, WriteSignature));
        if (d.Annex.IsEmpty)
        {
            story.End();
        }
    }

    private void WriteRecipients()
    {
        if (d.Recipients.IsEmpty)
        {
            story.Blank(DocxStyles.Recipient);
            return;
        }

        story.Paragraph(DocxStyles.RecipientsLabel, "Nơi nhận:");
        for (var i = 0; i < d.Recipients.Length; i++)
        {
            var line = d.Recipients[i];
            var text = line.Note is null ? line.Text : $"{line.Text} ({line.Note})";
            story.Paragraph(DocxStyles.Recipient, $"- {text}{(i == d.Recipients.Length - 1 ? "." : profile.Foot.RecipientSeparator)}");
        }
    }

    private void WriteSignature()
    {
        if (d.Signature is not { } signature)
        {
            story.Blank(DocxStyles.Position);
            return;
        }

        foreach (var line in PlainText.AuthorityLines(signature.Authority))
        {
            story.Paragraph(DocxStyles.Authority, PrintedWords.Cased(profile[FormElement.Authority], line));
        }

        story.Paragraph(DocxStyles.Position, PrintedWords.Cased(profile[FormElement.Position], signature.Position));
        story.Paragraph(DocxStyles.SignatureNote, options.SignedNote ?? signature.Note);
        story.Paragraph(DocxStyles.SignerName, [new Letters(signature.Name ?? "")]);
    }

    private void WriteAnnex()
    {
        var isTitle = false;
        for (var i = 0; i < d.Annex.Length; i++)
        {
            var text = $"{d.Annex[i].Marker} {d.Annex[i].Text}".Trim();
            if (IsAnnexHeading(text))
            {
                story.Paragraph(DocxStyles.AnnexHeading, text, new Hold { OnNewPage = true });
                isTitle = true;
                continue;
            }

            story.Paragraph(isTitle ? DocxStyles.AnnexTitle : d.Annex[i].Marker is null ? DocxStyles.Text : DocxStyles.Point, text);
            isTitle = false;
        }
    }

    private static bool IsAnnexHeading(string text) =>
        VietnameseText.IsCapitals(text) && text.StartsWith("PHỤ LỤC", StringComparison.Ordinal);
}
