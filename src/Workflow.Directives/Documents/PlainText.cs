using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents;

/// <summary>
/// The canonical plain text of a document: one piece of the head a line, one paragraph a line, recipients with <c>;</c> between and
/// <c>.</c> at the end (Hướng dẫn 05-HD/VPTW), signature last. Reading it gives the same document again. Arrival stamps, reader
/// marks and unrecognised lines are no part of the document and are left out.
/// </summary>
public static partial class PlainText
{
    private const string Rule = "-----";

    /// <summary>Writes the text, with LF line ends and one at the end.</summary>
    /// <param name="d">The document.</param>
    public static string Write(DirectiveDocument d)
    {
        ArgumentNullException.ThrowIfNull(d);
        var blocks = new List<string>();
        AddHead(blocks, d);
        AddAddressees(blocks, d);
        blocks.AddRange(Body(d));
        AddTail(blocks, d);
        return string.Join("\n\n", blocks.Where(block => block.Length > 0)) + "\n";
    }

    /// <summary>The number line: <c>Số 08-CT/TU</c>, or with a gap while the number is not given; empty without a symbol.</summary>
    internal static string NumberLine(string? number, string? symbol)
    {
        var isState = symbol?.Contains('/', StringComparison.Ordinal) == false;
        return symbol is null && number is null ? ""
            : number is not null ? (isState ? $"Số: {number}" : $"Số {number}")
            : isState ? $"Số:      /{symbol}" : $"Số      -{symbol}";
    }

    /// <summary>The place-and-date line in the form of Hướng dẫn 05-HD/VPTW: a zero before days 1–9 and before months 1 and 2 only.</summary>
    internal static string DateLine(string? place, DateOnly? date, int? year = null) =>
        place is null ? ""
            : date is { } day
                ? string.Create(CultureInfo.InvariantCulture, $"{place}, ngày {day.Day:00} tháng {Month(day.Month)} năm {day.Year}")
                : $"{place}, ngày      tháng      năm {year?.ToString(CultureInfo.InvariantCulture) ?? "    "}".TrimEnd();

    /// <summary>A line of an authority that names two steps (<c>TM. … KT. …</c>) parted into its printed lines.</summary>
    internal static IEnumerable<string> AuthorityLines(string? authority) =>
        authority is null ? [] : SecondAuthority().Split(authority);

    internal static string Month(int month) => month.ToString(month < 3 ? "00" : "0", CultureInfo.InvariantCulture);

    private static void AddHead(List<string> blocks, DirectiveDocument d)
    {
        var isLetter = d.Type?.Code == "CV" && d.Symbol is not null
            && (d.Subject is null || Labels.IsAbout(d.Subject) || !d.Addressees.IsEmpty);
        blocks.Add(Lines(d.SuperiorOrgan, d.Issuer, d.Issuer is null ? null : "*", Title(d.Title)));
        blocks.Add(Lines(
            NumberLine(d.Number, d.Symbol), d.Secrecy, d.Urgency, d.DraftMark, DateLine(d.Place, d.Date), isLetter ? Wrapped(d.Subject) : null));
        if (!isLetter)
        {
            blocks.Add(Lines(d.Type?.Name.ToUpperInvariant(), Wrapped(d.Subject), d.Type is null ? null : Rule));
        }
    }

    private static string? Title(HeadTitle title) => title switch
    {
        HeadTitle.Party => "ĐẢNG CỘNG SẢN VIỆT NAM",
        HeadTitle.State => "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc",
        _ => null,
    };

    private static void AddAddressees(List<string> blocks, DirectiveDocument d)
    {
        var label = d.AddresseesLabel ?? "Kính gửi";
        if (d.Addressees is [var only])
        {
            blocks.Add($"{label}: {only.Text}.");
        }
        else if (!d.Addressees.IsEmpty)
        {
            blocks.Add(Lines([$"{label}:", .. Listed(d.Addressees.Select(addressee => addressee.Text))]));
        }
    }

    private static IEnumerable<string> Body(DirectiveDocument d)
    {
        var block = new StringBuilder();
        string? before = null;
        foreach (var (marker, text) in Numbered(d))
        {
            var isListItem = IsBullet(marker) && IsBullet(before);
            if (block.Length > 0 && !isListItem)
            {
                yield return block.ToString();
                block.Clear();
            }

            block.Append(block.Length > 0 ? "\n" : "").Append($"{marker} {text}".Trim());
            before = marker;
        }

        yield return block.ToString();
    }

    private static IEnumerable<(string? Marker, string Text)> Numbered(DirectiveDocument d) =>
    [
        .. d.Preamble.Select(paragraph => (paragraph.Marker, paragraph.Text)),
        .. d.Sections.SelectMany(section => section.Paragraphs.Select(
            (paragraph, i) => (i == 0 ? section.Marker : paragraph.Marker, paragraph.Text))),
        .. d.Closing.Select(paragraph => (paragraph.Marker, paragraph.Text)),
    ];

    private static void AddTail(List<string> blocks, DirectiveDocument d)
    {
        var needsLabel = (d.Signature is not null || !d.Annex.IsEmpty) && d.Signature?.Authority is null;
        if (!d.Recipients.IsEmpty || needsLabel)
        {
            var lines = d.Recipients.Select(recipient => recipient.Note is null ? recipient.Text : $"{recipient.Text} ({recipient.Note})");
            blocks.Add(Lines(["Nơi nhận:", .. Listed(lines)]));
        }

        if (d.Signature is { } signature)
        {
            blocks.Add(Lines([.. AuthorityLines(signature.Authority), signature.Position, signature.Note, signature.Name]));
        }

        blocks.AddRange(d.Annex.Select(paragraph => $"{paragraph.Marker} {paragraph.Text}".Trim()));
    }

    private static IEnumerable<string> Listed(IEnumerable<string> items)
    {
        var all = items.ToList();
        return all.Select((item, i) => $"- {item}{(i == all.Count - 1 ? '.' : ';')}");
    }

    private static bool IsBullet(string? marker) => marker is { Length: 1 } && !char.IsLetterOrDigit(marker[0]);

    private static string Lines(params IEnumerable<string?> lines) => string.Join('\n', lines.Where(line => !string.IsNullOrEmpty(line)));

    private static string? Wrapped(string? subject) =>
        subject is null ? null : WordsThatFit().Replace(subject, "$1\n").TrimEnd('\n');

    [GeneratedRegex(@"(\S(?:.{0,118}\S)?)(?:\s+|$)")]
    private static partial Regex WordsThatFit();

    [GeneratedRegex(@"\s(?=(?:K/T|KT\.?|T/L|TL\.?|TUQ\.?)\s)")]
    private static partial Regex SecondAuthority();
}
