using System.Globalization;
using System.Text;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;

namespace Workflow.Web.Commands;

/// <summary>What was understood of a text, for a person at a terminal: Vietnamese first, English second.</summary>
internal static class ReadSummary
{
    private const int LongestShown = 110;

    public static string Of(string name, SourceText source, DirectiveDocument d)
    {
        var page = new StringBuilder();
        Field(page, "Tệp / File", $"{name} ({source.Format}{(source.Encoding is null ? "" : ", " + source.Encoding)})");
        foreach (var note in source.Notes)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"  ! {note.Vietnamese}\n    {note.English}");
        }

        page.AppendLine();
        Head(page, d);
        List(page, "Kính gửi / Addressees", d.Addressees.Select(one => $"- {one.Text}  [{CorpusJson.Word(one.Kind)}]"));
        List(page, "Phần mở đầu / Opening", d.Preamble.Select(one => Short($"{one.Marker} {one.Text}".Trim())));
        List(page, "Các mục / Sections", d.Sections.Select(Section));
        List(page, "Văn bản viện dẫn / Citations", d.Citations.Select(one => $"- {one.Symbol}{(one.Date is { } date ? $" ({Iso(date)})" : "")}"));
        List(page, "Nơi nhận / Recipients", d.Recipients.Select(one =>
            $"- {one.Text}{(one.Note is null ? "" : $" ({one.Note})")}  [{CorpusJson.Word(one.Kind)}, {CorpusJson.Word(one.Purpose)}]"));
        List(page, "Chữ ký / Signature", new[] { d.Signature?.Authority, d.Signature?.Position, d.Signature?.Note, d.Signature?.Name }.OfType<string>());
        List(page, "Dấu đến / Arrival stamps", d.ArrivalStamps.Select(one => $"- {one.Number} {(one.Date is { } date ? Iso(date) : "")} {one.ForwardTo}".TrimEnd()));
        List(page, "Dấu người xem / Reader marks", d.Watermarks.Select(one => $"- {one.Reader}, {one.Unit}, {one.Time:yyyy-MM-dd HH:mm}"));
        Unsure(page, d);
        return page.ToString().TrimEnd();
    }

    private static void Head(StringBuilder page, DirectiveDocument d)
    {
        Field(page, "Loại / Type", d.Type is null ? null : $"{d.Type.Name} ({d.Type.Code})");
        Field(page, "Số / Number", d.Number ?? (d.Symbol is null ? null : $"… {d.Symbol}"));
        Field(page, "Cấp trên / Superior organ", d.SuperiorOrgan);
        Field(page, "Cơ quan / Issuer", d.Issuer);
        Field(page, "Nơi, ngày / Place, date", d.Place is null && d.Date is null ? null : $"{d.Place}, {(d.Date is { } date ? Iso(date) : "…")}");
        Field(page, "Độ mật / Secrecy", d.Secrecy);
        Field(page, "Độ khẩn / Urgency", d.Urgency);
        Field(page, "Dự thảo / Draft mark", d.DraftMark);
        Field(page, "Trích yếu / Subject", d.Subject);
    }

    private static void Unsure(StringBuilder page, DirectiveDocument d)
    {
        var unsure = d.Parts.Where(part => part.Doubt is not null && part.Kind != PartKind.Unrecognised).ToList();
        List(page, "Cần xem lại / To check", unsure.Select(part =>
            $"dòng / line {part.Line} [{part.Kind}] {Short(part.Text)}\n    {part.Doubt!.Vietnamese}\n    {part.Doubt.English}"));
        List(page, "Chưa nhận ra / Not recognised", d.Unrecognised.Select(one => $"dòng / line {one.Line}: {Short(one.Text)}"));
    }

    private static string Section(Section section)
    {
        var title = section.Heading ?? section.Paragraphs.FirstOrDefault()?.Text ?? "";
        return $"{section.Marker} {Short(title)}  ({section.Paragraphs.Length} đoạn / paragraphs)";
    }

    private static void Field(StringBuilder page, string label, string? value) =>
        page.AppendLine(CultureInfo.InvariantCulture, $"{label + ":",-28} {value ?? "–"}");

    private static void List(StringBuilder page, string title, IEnumerable<string> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0)
        {
            return;
        }

        page.AppendLine(CultureInfo.InvariantCulture, $"\n{title} ({all.Count})");
        foreach (var line in all)
        {
            page.AppendLine(CultureInfo.InvariantCulture, $"  {line}");
        }
    }

    private static string Short(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;

    private static string Iso(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
