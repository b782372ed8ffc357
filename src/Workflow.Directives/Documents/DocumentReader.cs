using System.Collections.Immutable;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents;

/// <summary>
/// Reads the text of a directive, as typed, as pasted from a word processor or as a scanner left it, into its parts. Columns that
/// were flattened into each other are sorted out again, Markdown and invisible characters are dropped, and every other line either
/// becomes part of the document or is listed in <see cref="DirectiveDocument.Unrecognised"/>; <see cref="DirectiveDocument.Parts"/>
/// tells which, and how sure that is.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads a text. Never throws, whatever the text holds.</summary>
    /// <param name="text">The text, in any normal form and with any line ends.</param>
    public static DirectiveDocument Read(string text) => Read(text, []);

    /// <summary>
    /// Reads a text with a person's corrections. A corrected line is taken out before the rules run and put where the person says;
    /// of several words on one piece the last counts. One that cannot be followed, such as a number without a digit, leaves the
    /// piece <see cref="PartKind.Unrecognised"/> with a doubt that says why. Never throws.
    /// </summary>
    /// <param name="text">The text, in any normal form and with any line ends.</param>
    /// <param name="corrections">The corrections, in the order they were made.</param>
    public static DirectiveDocument Read(string text, IReadOnlyList<Correction> corrections)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(corrections);
        var page = SourcePage.Of(text);
        page.Take(corrections);
        var marked = MarkReader.Read(page, CorrectedFields.Read(page));
        var tail = TailReader.Start(page);
        var (headed, body) = HeadReader.Read(page, tail, marked);
        var bodied = BodyReader.Read(page, body, tail, headed);
        var whole = Typed(TailReader.Read(page, tail, bodied));
        var parts = page.Parts(body, tail);
        return whole with
        {
            Citations = Cited(whole),
            Parts = parts,
            Unrecognised = [.. parts.Where(part => part.Kind == PartKind.Unrecognised).Select(part => (part.Line, part.Text))],
        };
    }

    // A công văn never prints its type; the symbol tells it. A state letter's symbol names its drafting unit in place of a type.
    private static DirectiveDocument Typed(DirectiveDocument read)
    {
        if (read.Type is not null || read.Symbol is null)
        {
            return read;
        }

        var type = DocumentTypes.ByCode(read.Symbol.Split('/', '-')[0]);
        var isLetter = type is null && !read.Addressees.IsEmpty;
        return read with { Type = isLetter ? DocumentTypes.ByCode("CV") : type };
    }

    private static ImmutableArray<Citation> Cited(DirectiveDocument read) =>
    [
        .. NumberForms.Citations(read.Subject ?? "", 0),
        .. read.BodyParagraphs().SelectMany(paragraph => NumberForms.Citations(paragraph.Text, paragraph.Line)),
    ];
}
