using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Word;

/// <summary>Writes the text and what follows it: recipients and signature side by side, then annexes, each on a new page.</summary>
internal sealed partial class DocxText(DocxStory story, DirectiveDocument d, FormProfile profile, DocxOptions options)
{
    /// <summary>Room between the text and what stands under it.</summary>
    private const double AboveFootPt = 12;

    private const int LongestTitle = 160;
    private const double PointsPerMillimetre = 72 / 25.4;

    private readonly DocxSheet sheet = new(profile, "");

    internal void Write()
    {
        WriteBody([.. BodyPiece.All(d)]);
        WriteFoot();
        WriteAnnex();
    }

    // Two lines of the text stay with the foot, so that no signature stands alone on a page.
    private void WriteBody(IReadOnlyList<BodyPiece> pieces)
    {
        var isShort = pieces is [.., var last] && sheet.LinesOfText($"{last.Bold} {last.Rest}") < 2;
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            var isHeld = i == pieces.Count - 1 || (isShort && i == pieces.Count - 2);
            var hold = new Hold { WithNext = isHeld, Depth = piece.Rest.Length > 0 ? piece.Depth : null };
            story.Paragraph(StyleOf(piece), LettersOf(piece), hold);
        }
    }

    private static string StyleOf(BodyPiece piece) => piece.Look switch
    {
        BodyLook.Chapter => DocxStyles.Chapter,
        BodyLook.Article when piece.LeadsOn => DocxStyles.Article,
        BodyLook.Titled when piece.LeadsOn => DocxStyles.Titled,
        BodyLook.Decree => DocxStyles.Decree,
        BodyLook.Basis => DocxStyles.Basis,
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

        story.Columns(sheet.Foot, AboveFootPt, (WriteRecipients, WriteSignature));
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
        WriteName(signature.Name ?? "", options.SignedNote ?? signature.Note);
    }

    // The name stands at the same height whether the paper is to be signed by hand or says that it was signed.
    private void WriteName(string name, string? note)
    {
        var room = profile.Foot.SignatureMm * PointsPerMillimetre;
        if (string.IsNullOrEmpty(note))
        {
            story.Paragraph(DocxStyles.SignerName, [new Letters(name)], new Hold { BeforePt = room });
            return;
        }

        var beside = Math.Max((room - profile[FormElement.SignatureNote].SizePt) / 2, 0);
        story.Paragraph(DocxStyles.SignatureNote, note, new Hold { BeforePt = beside });
        story.Paragraph(DocxStyles.SignerName, [new Letters(name)], new Hold { BeforePt = beside });
    }

    // Under the heading stand its title and a note in brackets, in the middle too.
    private void WriteAnnex()
    {
        var isHead = false;
        for (var i = 0; i < d.Annex.Length; i++)
        {
            var text = $"{d.Annex[i].Marker} {d.Annex[i].Text}".Trim();
            var begins = i == 0 || AnnexHeadingForm().IsMatch(text);
            var isFirstUnder = isHead && AnnexHeadingForm().IsMatch(d.Annex[i - 1].Text);
            isHead = begins || (isHead && IsUnderHeading(d.Annex[i], isFirstUnder));
            var style = begins ? DocxStyles.AnnexHeading
                : isHead ? (IsBracketed(text) ? DocxStyles.AnnexNote : DocxStyles.AnnexTitle)
                : d.Annex[i].Marker is null ? DocxStyles.Text
                : DocxStyles.Point;
            story.Paragraph(style, text, new Hold { OnNewPage = begins });
        }
    }

    private static bool IsUnderHeading(Paragraph paragraph, bool isFirst) => paragraph.Marker is null && paragraph.Text.Length <= LongestTitle
        && (IsBracketed(paragraph.Text) || VietnameseText.IsCapitals(paragraph.Text) || (isFirst && !BodyBlock.EndsSentence(paragraph.Text)));

    private static bool IsBracketed(string text) => text.StartsWith('(') && text.EndsWith(')');

    [GeneratedRegex(@"^PHỤ LỤC\b|^Phụ lục(?: số)? [0-9IVX]+\.?$", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexHeadingForm();
}
