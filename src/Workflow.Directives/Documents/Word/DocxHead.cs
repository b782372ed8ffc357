using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>Writes what stands above the text: organs and number left, national title and date right, then type, subject, addressees.</summary>
internal sealed class DocxHead(DocxStory story, DirectiveDocument d, FormProfile profile, DocxOptions options)
{
    private readonly DocxSheet sheet = new(profile);

    private bool IsLetter => d.Type?.Code == "CV";

    internal void Write()
    {
        var (left, right) = sheet.HeadColumns;
        story.Columns(left, right, (WriteOrgans, WriteNationalTitle), (WriteNumber, WritePlaceDate));
        if (!IsLetter)
        {
            WriteTitle();
        }

        WriteAddressees();
    }

    private void WriteOrgans()
    {
        story.Paragraph(DocxStyles.SuperiorOrgan, Cased(FormElement.SuperiorOrgan, d.SuperiorOrgan));
        var issuer = Cased(FormElement.Issuer, d.Issuer);
        if (string.IsNullOrEmpty(issuer))
        {
            story.Blank(DocxStyles.Issuer);
            return;
        }

        story.Paragraph(DocxStyles.Issuer, issuer);
        WriteMark(DocxStyles.HeadMark, profile.Head.UnderIssuer, sheet.HeadColumns.Left, issuer, profile[FormElement.Issuer]);
    }

    private void WriteNationalTitle()
    {
        var right = sheet.HeadColumns.Right;
        if (!profile.IsState)
        {
            var hold = new Hold { RuleInset = DocxSheet.Inset(right, PrintedWords.PartyTitle, profile[FormElement.NationalTitle]) };
            story.Paragraph(DocxStyles.NationalTitle, PrintedWords.PartyTitle, hold);
            return;
        }

        story.Paragraph(DocxStyles.NationalTitle, PrintedWords.StateTitle);
        var rule = new Hold { RuleInset = DocxSheet.Inset(right, PrintedWords.Motto, profile[FormElement.Motto]) };
        story.Paragraph(DocxStyles.Motto, PrintedWords.Motto, rule);
    }

    private void WriteNumber()
    {
        story.Paragraph(DocxStyles.Number, [new Letters(PlainText.NumberLine(options.NumberAndDate?.Number ?? d.Number, d.Symbol))]);
        if (IsLetter)
        {
            story.Paragraph(DocxStyles.LetterSubject, d.Subject);
        }

        story.Paragraph(DocxStyles.Urgency, Cased(FormElement.Urgency, d.Urgency));
        story.Paragraph(DocxStyles.DraftMark, PrintedWords.DraftMark(d.DraftMark, options.DraftMark));
    }

    private void WritePlaceDate() =>
        story.Paragraph(DocxStyles.PlaceDate, [new Letters(PlainText.DateLine(d.Place, options.NumberAndDate?.Date ?? d.Date))]);

    private void WriteTitle()
    {
        if (d.Type is null)
        {
            return;
        }

        story.Paragraph(DocxStyles.TypeName, Cased(FormElement.TypeName, d.Type.Name));
        story.Paragraph(DocxStyles.Subject, d.Subject);
        WriteMark(DocxStyles.SubjectMark, profile.Head.UnderSubject, sheet.TextMm, d.Subject ?? d.Type.Name, profile[FormElement.Subject]);
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
                story.Paragraph(style, [], new Hold { RuleInset = DocxSheet.ShortRuleInset(columnMm, above, look) });
                break;
        }
    }

    private void WriteAddressees()
    {
        var label = $"{d.AddresseesLabel ?? "Kính gửi"}:";
        if (d.Addressees is [var only])
        {
            story.Paragraph(DocxStyles.AddresseesLabel, $"{label} {only.Text}.");
        }
        else if (!d.Addressees.IsEmpty)
        {
            story.Paragraph(DocxStyles.AddresseesLabel, label);
            for (var i = 0; i < d.Addressees.Length; i++)
            {
                story.Paragraph(DocxStyles.Addressee, $"- {d.Addressees[i].Text}{(i == d.Addressees.Length - 1 ? "." : ";")}");
            }
        }
    }

    private string? Cased(FormElement element, string? text) => PrintedWords.Cased(profile[element], text);
}
