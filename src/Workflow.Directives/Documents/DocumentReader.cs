using System.Collections.Immutable;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents;

/// <summary>
/// Reads the text of a directive, as typed, as pasted from a word processor or as a scanner left it, into its parts. Columns that
/// were flattened into each other are sorted out again, Markdown and invisible characters are dropped, and every other line either
/// becomes part of the document or is listed in <see cref="DirectiveDocument.Unrecognised"/>.
/// </summary>
public static class DocumentReader
{
    /// <summary>Reads a text. Never throws, whatever the text holds.</summary>
    /// <param name="text">The text, in any normal form and with any line ends.</param>
    public static DirectiveDocument Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var page = SourcePage.Of(text);
        var marked = MarkReader.Read(page, new DirectiveDocument());
        var tail = TailReader.Start(page);
        var (headed, body) = HeadReader.Read(page, tail, marked);
        var bodied = BodyReader.Read(page, body, tail, headed);
        var whole = TailReader.Read(page, tail, bodied);
        return Typed(whole) with { Citations = Cited(whole), Unrecognised = page.Unrecognised() };
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
