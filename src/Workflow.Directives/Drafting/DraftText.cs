using System.Text;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Drafting;

/// <summary>A text on its way into the store: normalised, read, and checked for what must never be stored.</summary>
/// <param name="Text">NFC, line feeds.</param>
/// <param name="Document">As read.</param>
/// <param name="Findings">Everything the rules say of it.</param>
internal sealed record DraftText(string Text, DirectiveDocument Document, IReadOnlyList<TextFinding> Findings)
{
    // Law 117/2025/QH15: state secrets do not enter a networked installation; the others cannot be shown or searched safely.
    private static readonly HashSet<string> NeverStored = ["secrecy", "forbidden-character", "text-too-long"];

    /// <summary>Hash of the text.</summary>
    public string ContentHash => Documents.ContentHash.Of(Text);

    /// <summary>Errors that stop a submission.</summary>
    public IEnumerable<TextFinding> Errors => Findings.Where(finding => finding.Severity == Severity.Error);

    /// <summary>T/M or T/L as printed over the signature; null when neither is.</summary>
    public string? PrintedAuthority => Document.Signature?.Authority switch
    {
        { } printed when printed.StartsWith("T/M", StringComparison.Ordinal) => "T/M",
        { } printed when printed.StartsWith("T/L", StringComparison.Ordinal) => "T/L",
        _ => null,
    };

    /// <summary>Reads a text, or refuses what may not be stored at all.</summary>
    public static Result<DraftText> Read(string? text, DateOnly today)
    {
        var raw = (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var document = DocumentReader.Read(raw);
        var findings = TextRules.Check(raw, document, today);
        var unstorable = findings.Where(finding => NeverStored.Contains(finding.Rule)).ToList();
        return unstorable.Count > 0
            ? DraftRefusals.Text(unstorable)
            : new DraftText(raw.Normalize(NormalizationForm.FormC), document, findings);
    }

    /// <summary>The next row of a directive's texts.</summary>
    public Revision ToRevision(Directive directive, Guid author, DateTime now) => new()
    {
        Id = Guid.CreateVersion7(now),
        DirectiveId = directive.Id,
        No = directive.RevisionNo,
        Text = Text,
        ContentHash = ContentHash,
        AuthorId = author,
        CreatedAt = now,
    };
}
