using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Workflow.Directives.Documents;

/// <summary>
/// The page as it will be printed, after the layout of Hướng dẫn 05-HD/VPTW (Nghị định 30/2020/NĐ-CP for state papers): an HTML
/// fragment with classes only. <see cref="DirectiveTemplates.PageStyle"/> lists the classes and styles them.
/// </summary>
public static class PagePreview
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Renders the page. Everything that came from the text is encoded.</summary>
    /// <param name="d">The document.</param>
    /// <param name="o">What to show beside its text.</param>
    public static string Html(DirectiveDocument d, PreviewOptions o)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(o);
        var html = new StringBuilder();
        html.Append(CultureInfo.InvariantCulture, $"<article class=\"page{(o.ReadingMode ? " reading" : "")}\" lang=\"vi\">\n");
        AddHead(html, d, o);
        AddTitle(html, d);
        AddAddressees(html, d);
        AddBody(html, d);
        AddFoot(html, d, o);
        if (!d.Annex.IsEmpty)
        {
            html.Append("<section class=\"annex document-body\">\n");
            AddParagraphs(html, d.Annex);
            html.Append("</section>\n");
        }

        return html.Append("</article>\n").ToString();
    }

    private static void AddHead(StringBuilder html, DirectiveDocument d, PreviewOptions o)
    {
        html.Append("<header class=\"page-head\">\n<div class=\"head-issuer\">\n");
        AddLine(html, "superior", d.SuperiorOrgan);
        AddLine(html, "issuer", d.Issuer);
        if (!IsState(d))
        {
            AddLine(html, "star", "*");
        }

        AddGapped(html, "number", PlainText.NumberLine(o.NumberAndDate?.Number ?? d.Number, d.Symbol));
        if (IsLetter(d))
        {
            AddLine(html, "letter-subject", d.Subject);
        }

        AddLine(html, "secrecy", d.Secrecy);
        AddLine(html, "urgency", d.Urgency);
        AddLine(html, "draft-mark", o.DraftMark ? d.DraftMark ?? "DỰ THẢO" : null);
        html.Append("</div>\n<div class=\"head-state\">\n");
        AddNationalTitle(html, d);
        AddGapped(html, "place-date", PlainText.DateLine(d.Place ?? "", o.NumberAndDate?.Date ?? d.Date, o.DraftYear).TrimStart(',', ' '));
        html.Append("</div>\n</header>\n");
    }

    private static void AddNationalTitle(StringBuilder html, DirectiveDocument d) =>
        html.Append(IsState(d)
            ? "<p class=\"national-title state\">CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</p>\n<p class=\"motto\"><span>Độc lập - Tự do - Hạnh phúc</span></p>\n"
            : "<p class=\"national-title\"><span>ĐẢNG CỘNG SẢN VIỆT NAM</span></p>\n");

    private static void AddTitle(StringBuilder html, DirectiveDocument d)
    {
        if (d.Type is null || IsLetter(d))
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture, $"<h2 class=\"document-type\">{Encode(d.Type.Name.ToUpperInvariant())}</h2>\n");
        AddLine(html, "subject", d.Subject);
        html.Append("<p class=\"subject-rule\" aria-hidden=\"true\">-----</p>\n");
    }

    private static void AddAddressees(StringBuilder html, DirectiveDocument d)
    {
        if (d.Addressees.IsEmpty)
        {
            return;
        }

        html.Append(CultureInfo.InvariantCulture,
            $"<div class=\"addressees\">\n<p class=\"addressees-label\">{Encode(d.AddresseesLabel ?? "Kính gửi")}:</p>\n");
        AddList(html, d.Addressees.Select(addressee => addressee.Text), dashes: d.Addressees.Length > 1);
        html.Append("</div>\n");
    }

    private static void AddBody(StringBuilder html, DirectiveDocument d)
    {
        html.Append("<div class=\"document-body\">\n");
        AddParagraphs(html, d.Preamble);
        foreach (var section in d.Sections)
        {
            AddNumbered(html, section);
            AddParagraphs(html, section.Paragraphs.Skip(1));
        }

        AddParagraphs(html, d.Closing);
        html.Append("</div>\n");
    }

    private static void AddNumbered(StringBuilder html, Section section)
    {
        var text = section.Paragraphs[0].Text;
        var heading = section.Heading is not null && text.StartsWith(section.Heading, StringComparison.Ordinal) ? section.Heading : "";
        var rest = text[heading.Length..];
        if (heading.Length > 0 && rest.StartsWith(':'))
        {
            heading += ":";
            rest = rest[1..];
        }

        var isChapter = section.Marker.StartsWith("Chương", StringComparison.OrdinalIgnoreCase)
            || section.Marker.StartsWith("Phần", StringComparison.OrdinalIgnoreCase);
        var kind = isChapter ? "chapter" : "numbered";
        var title = heading.Length > 0 ? $" <b class=\"heading\">{Encode(heading)}</b>" : "";
        html.Append(CultureInfo.InvariantCulture,
            $"<p class=\"{kind}\"><span class=\"marker\">{Encode(section.Marker)}</span>{title} {Encode(rest.Trim())}</p>\n");
    }

    private static void AddParagraphs(StringBuilder html, IEnumerable<Paragraph> paragraphs)
    {
        foreach (var paragraph in paragraphs)
        {
            html.Append(paragraph.Marker is null
                ? $"<p>{Encode(paragraph.Text)}</p>\n"
                : $"<p class=\"item\"><span class=\"marker\">{Encode(paragraph.Marker)}</span> {Encode(paragraph.Text)}</p>\n");
        }
    }

    private static void AddFoot(StringBuilder html, DirectiveDocument d, PreviewOptions o)
    {
        html.Append("<footer class=\"page-foot\">\n<div class=\"recipients\">\n");
        if (!d.Recipients.IsEmpty)
        {
            html.Append("<p class=\"recipients-label\">Nơi nhận:</p>\n");
            AddList(html, d.Recipients.Select(line => line.Note is null ? line.Text : $"{line.Text} ({line.Note})"), dashes: true);
        }

        html.Append("</div>\n<div class=\"signature\">\n");
        foreach (var line in PlainText.AuthorityLines(d.Signature?.Authority))
        {
            AddLine(html, "authority", line);
        }

        AddLine(html, "position", d.Signature?.Position);
        AddLine(html, "signature-note", o.SignatureNote ?? d.Signature?.Note);
        AddLine(html, "seal-note", o.SealNote);
        AddLine(html, "signer", d.Signature?.Name);
        html.Append("</div>\n</footer>\n");
    }

    private static void AddList(StringBuilder html, IEnumerable<string> items, bool dashes)
    {
        var all = items.ToList();
        html.Append("<ul>\n");
        for (var i = 0; i < all.Count; i++)
        {
            html.Append(CultureInfo.InvariantCulture, $"<li>{(dashes ? "- " : "")}{Encode(all[i])}{(i == all.Count - 1 ? '.' : ';')}</li>\n");
        }

        html.Append("</ul>\n");
    }

    private static void AddLine(StringBuilder html, string kind, string? text)
    {
        if (!string.IsNullOrEmpty(text))
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}\">{Encode(text)}</p>\n");
        }
    }

    // The gaps for a number and a date still to come keep their width.
    private static void AddGapped(StringBuilder html, string kind, string text)
    {
        if (text.Length > 0)
        {
            html.Append(CultureInfo.InvariantCulture, $"<p class=\"{kind}\"><span class=\"blank\">{Encode(text)}</span></p>\n");
        }
    }

    private static bool IsState(DirectiveDocument d) =>
        d.Title == HeadTitle.State || (d.Title == HeadTitle.None && d.Symbol?.Contains('/', StringComparison.Ordinal) == false);

    private static bool IsLetter(DirectiveDocument d) => d.Type?.Code == "CV";

    private static string Encode(string text) => Encoder.Encode(text);
}
