using Workflow.Directives.Drafting;

namespace Workflow.Directives.Documents.Files;

/// <summary>A text from outside as the parts of a directive, for people who are signed in to a networked installation.</summary>
/// <param name="Source">The text.</param>
/// <param name="Document">As read.</param>
public sealed record SourceReading(SourceText Source, DirectiveDocument Document)
{
    /// <summary>
    /// Reads a text, with a person's corrections. One with a secrecy mark is refused and not shown again: state secrets do not enter a
    /// networked installation (Law 117/2025/QH15). Nothing is stored.
    /// </summary>
    /// <param name="source">The text.</param>
    /// <param name="corrections">Corrections in the order they were made.</param>
    /// <param name="today">The day in Asia/Ho_Chi_Minh.</param>
    public static Result<SourceReading> Of(SourceText source, IReadOnlyList<Correction> corrections, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(source);
        var document = DocumentReader.Read(source.Text, corrections);
        var secret = TextRules.Check(source.Text, document, today).Where(finding => finding.Rule == "secrecy").ToList();
        return secret.Count > 0 ? DraftRefusals.Text(secret) : new SourceReading(source, document);
    }
}
