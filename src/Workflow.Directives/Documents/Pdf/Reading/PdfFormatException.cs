namespace Workflow.Directives.Documents.Pdf.Reading;

/// <summary>The bytes are not a PDF as this program reads it; says what and where.</summary>
/// <param name="what">What was found, English; the sentence for people is the caller's.</param>
/// <param name="at">Offset in the file.</param>
internal sealed class PdfFormatException(string what, int at) : Exception($"{what} (byte {at})")
{
    /// <summary>Offset in the file.</summary>
    public int At { get; } = at;
}
