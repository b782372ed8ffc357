using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory.Exchange;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Signing;

namespace Workflow.Directives.Evidence;

/// <summary>What the page of a pack says of its directive.</summary>
internal sealed record EvidenceFacts(
    Directive Directive,
    RegisterNumber Number,
    Paper Paper,
    Signature Signature,
    Issuance Issuance,
    string? Unit,
    int Units,
    Uri Origin,
    DateTime MadeAt);

/// <summary>Writes the parts of a pack, the list of their hashes, and the page that explains them.</summary>
internal static class EvidenceZip
{
    private const string Page = "Workflow.Directives.Evidence.evidence.html";
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static byte[] Write(EvidenceFacts facts, IReadOnlyList<(string Path, byte[] Content)> parts)
    {
        using var to = new MemoryStream();
        using (var zip = new ZipArchive(to, ZipArchiveMode.Create, leaveOpen: true))
        {
            var hashes = string.Concat(parts.Select(part => $"{FileStore.HashOf(part.Content)}  {part.Path}\n"));
            var first = new (string, byte[])[]
            {
                ("HUONG-DAN-KIEM-TRA.html", Encoding.UTF8.GetBytes(Explain(facts, hashes))), ("SHA256SUMS", Encoding.UTF8.GetBytes(hashes)),
            };
            foreach (var (path, content) in first.Concat(parts))
            {
                var entry = zip.CreateEntry(path, CompressionLevel.Fastest);
                entry.LastWriteTime = facts.MadeAt;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return to.ToArray();
    }

    /// <summary>A table as CSV.</summary>
    public static byte[] Table(IEnumerable<string> head, IEnumerable<IEnumerable<string>> rows) => CsvTable.Write(rows.Prepend(head));

    /// <summary>A message for reading: headers and text, secrets starred.</summary>
    public static byte[] Readable(OutboxMessage message)
    {
        var reading = MessageReading.Of(message.Content);
        var head = string.Concat(reading.Headers.Select(header => $"{header.Name}: {header.Value}\r\n"));
        return Encoding.UTF8.GetBytes($"{head}\r\n{reading.Text}");
    }

    private static string Explain(EvidenceFacts facts, string hashes)
    {
        using var stream = typeof(EvidenceZip).Assembly.GetManifestResourceStream(Page)!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var page = new StringBuilder(reader.ReadToEnd());
        foreach (var (key, value) in Values(facts, hashes))
        {
            page.Replace($"{{{{{key}}}}}", Encoder.Encode(value));
        }

        return page.ToString();
    }

    private static IEnumerable<(string Key, string Value)> Values(EvidenceFacts facts, string hashes) =>
    [
        ("number", facts.Number.Symbol),
        ("date", facts.Number.Date.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)),
        ("subject", facts.Directive.Subject),
        ("signer", $"{facts.Signature.Authority}, {facts.Signature.Position} {facts.Signature.SignerName}"),
        ("signedAt", Told(facts.Signature.At)),
        ("sealedAt", Told(facts.Paper.At)),
        ("issuedAt", Told(facts.Issuance.At)),
        ("scope", facts.Unit ?? $"{facts.Units} đơn vị nhận"),
        ("paper", $"van-ban/{FileNames.Of(facts.Number.Symbol)}.pdf"),
        ("paperHash", facts.Paper.Hash),
        ("contentHash", facts.Issuance.ContentHash),
        ("recipientsHash", facts.Issuance.RecipientsHash),
        ("verify", new Uri(facts.Origin, $"verify/{facts.Paper.Code}").ToString()),
        ("madeAt", Told(facts.MadeAt)),
        ("hashes", hashes),
    ];

    private static string Told(DateTime utc) => $"{WorkingCalendar.ToVietnam(utc).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture)} (UTC+7)";
}
