using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>Writes what stands above the text: organs and number left, national title and date right, then type, subject, addressees.</summary>
internal sealed class DocxHead(DocxStory story, DirectiveDocument d, FormProfile profile, DocxOptions options)
{
    private readonly string placeDate = PlaceDate(d, options);

    private bool IsLetter => d.Type?.Code == "CV";

    private DocxSheet Sheet => new(profile, placeDate);

    internal void Write()
    {
        story.Columns(Sheet.Head, 0, (WriteOrgans, WriteNationalTitle), (WriteNumber, WritePlaceDate));
        if (!IsLetter)
        {
            WriteTitle();
        }

        WriteAddressees();
    }

    private void WriteOrgans()
    {
        var width = Sheet.Head.Left;
        WriteBalanced(DocxStyles.SuperiorOrgan, FormElement.SuperiorOrgan, d.SuperiorOrgan, width);
        if (string.IsNullOrEmpty(d.Issuer))
        {
            story.Blank(DocxStyles.Issuer);
            return;
        }

        WriteBalanced(DocxStyles.Issuer, FormElement.Issuer, d.Issuer, width);
        WriteMark(DocxStyles.HeadMark, profile.Head.UnderIssuer, width, d.Issuer, profile[FormElement.Issuer]);
    }

    private void WriteNationalTitle()
    {
        var (title, element) = profile.IsState ? (PrintedWords.Motto, FormElement.Motto) : (PrintedWords.PartyTitle, FormElement.NationalTitle);
        story.Paragraph(DocxStyles.NationalTitle, profile.IsState ? PrintedWords.StateTitle : PrintedWords.PartyTitle);
        if (profile.IsState)
        {
            story.Paragraph(DocxStyles.Motto, PrintedWords.Motto);
        }

        WriteRule(DocxSheet.RuleInset(Sheet.Head.Right, title, profile[element]));
    }

    private void WriteNumber()
    {
        story.Paragraph(DocxStyles.Number, [new Letters(PlainText.NumberLine(options.NumberAndDate?.Number ?? d.Number, d.Symbol))]);
        if (IsLetter)
        {
            WriteBalanced(DocxStyles.LetterSubject, FormElement.LetterSubject, d.Subject, Sheet.Head.Left);
        }

        story.Paragraph(DocxStyles.Urgency, Cased(FormElement.Urgency, d.Urgency));
        story.Paragraph(DocxStyles.DraftMark, options.DraftMark ? PrintedWords.DraftMark(d.DraftMark) : null);
    }

    private void WritePlaceDate() =>
        story.Paragraph(DocxStyles.PlaceDate, [new Letters(placeDate)]);

    private void WriteTitle()
    {
        if (d.Type is null)
        {
            return;
        }

        story.Paragraph(DocxStyles.TypeName, Cased(FormElement.TypeName, d.Type.Name));
        WriteBalanced(DocxStyles.Subject, FormElement.Subject, d.Subject, DocxSheet.SubjectMm);
        WriteMark(DocxStyles.SubjectMark, profile.Head.UnderSubject, Sheet.TextMm, d.Subject ?? d.Type.Name, profile[FormElement.Subject]);
    }

    private void WriteMark(string style, HeadMark mark, double columnMm, string above, ElementLook look)
    {
        switch (mark)
        {
            case HeadMark.Star:
                story.Paragraph(style, "*");
                break;
            case HeadMark.Hyphens:
                story.Paragraph(style, "-----");
                break;
            case HeadMark.ShortRule:
                WriteRule(DocxSheet.ShortRuleInset(columnMm, above, look));
                break;
        }
    }

    private void WriteRule(double inset) => story.Paragraph(DocxStyles.Rule, [], new Hold { InsetPt = inset });

    private void WriteBalanced(string style, FormElement element, string? text, double columnMm)
    {
        if (Cased(element, text) is { Length: > 0 } printed)
        {
            story.Paragraph(style, printed, new Hold { InsetPt = DocxSheet.BalancedInset(columnMm, printed, profile[element]) });
        }
    }

    private void WriteAddressees()
    {
        var label = $"{d.AddresseesLabel ?? "Kính gửi"}:";
        if (d.Addressees is [var only])
        {
            var line = $"{label} {only.Text}.";
            story.Paragraph(Sheet.IsOneLine(line, FormElement.Addressees) ? DocxStyles.OnlyAddressee : DocxStyles.AddresseesLabel, line);
        }
        else if (!d.Addressees.IsEmpty)
        {
            story.Paragraph(DocxStyles.AddresseesLabel, label);
            for (var i = 0; i < d.Addressees.Length; i++)
            {
                story.Paragraph(DocxStyles.Addressee, $"- {d.Addressees[i].Text}{(i == d.Addressees.Length - 1 ? "." : profile.Foot.RecipientSeparator)}");
            }
        }
    }

    private static string PlaceDate(DirectiveDocument d, DocxOptions options)
    {
        var date = options.NumberAndDate?.Date ?? d.Date;
        return d.Place is null && date is null ? "" : PlainText.DateLine(d.Place ?? "", date, options.DraftYear).TrimStart(',', ' ');
    }

    private string? Cased(FormElement element, string? text) => PrintedWords.Cased(profile[element], text);
}
