using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>What makes a file archival: metadata that say so and agree with the information dictionary, and the meaning of its colours (ISO 19005-2, 6.2.3 and 6.6).</summary>
internal static class ArchiveMarks
{
    private const string Producer = "Workflow";

    private static readonly XNamespace Rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";
    private static readonly XNamespace Meta = "adobe:ns:meta/";
    private static readonly XNamespace Dublin = "http://purl.org/dc/elements/1.1/";
    private static readonly XNamespace Xmp = "http://ns.adobe.com/xap/1.0/";
    private static readonly XNamespace Pdf = "http://ns.adobe.com/pdf/1.3/";
    private static readonly XNamespace Archival = "http://www.aiim.org/pdfa/ns/id/";

    internal static (PdfReference Metadata, PdfReference Intent) Write(IPdfObjects objects, string title, string? author, PdfOptions options)
    {
        var metadata = new PdfStream(
            new() { { "Type", new PdfName("Metadata") }, { "Subtype", new PdfName("XML") } }, Encoding.UTF8.GetBytes(Packet(title, author, options.CreatedAt)));
        var colours = PdfPacking.Packed(new() { { "N", new PdfNumber(3) } }, StandardColours.Profile);
        return (objects.Add(metadata), objects.Add(new PdfDictionary
        {
            { "Type", new PdfName("OutputIntent") },
            { "S", new PdfName("GTS_PDFA1") },
            { "OutputConditionIdentifier", PdfBytes.Text("sRGB IEC61966-2.1") },
            { "Info", PdfBytes.Text("sRGB IEC61966-2.1") },
            { "DestOutputProfile", objects.Add(colours) },
        }));
    }

    internal static PdfDictionary Information(string title, string? author, PdfOptions options)
    {
        var information = new PdfDictionary
        {
            { "Title", PdfBytes.Text(title) },
            { "Producer", PdfBytes.Text(Producer) },
            { "CreationDate", PdfBytes.Date(options.CreatedAt) },
            { "ModDate", PdfBytes.Date(options.CreatedAt) },
        };
        information["Author"] = author is null ? null : PdfBytes.Text(VietnameseText.Nfc(author));
        return information;
    }

    private static string Packet(string title, string? author, DateTime at)
    {
        var time = at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var description = new XElement(
            Rdf + "Description",
            new XAttribute(Rdf + "about", ""),
            new XElement(Dublin + "title", new XElement(Rdf + "Alt", new XElement(Rdf + "li", new XAttribute(XNamespace.Xml + "lang", "x-default"), Allowed(title)))),
            author is null ? null : new XElement(Dublin + "creator", new XElement(Rdf + "Seq", new XElement(Rdf + "li", Allowed(VietnameseText.Nfc(author))))),
            new XElement(Xmp + "CreateDate", time),
            new XElement(Xmp + "ModifyDate", time),
            new XElement(Pdf + "Producer", Producer),
            new XElement(Archival + "part", "2"),
            new XElement(Archival + "conformance", "B"));
        var packet = new XElement(
            Meta + "xmpmeta",
            new XAttribute(XNamespace.Xmlns + "x", Meta.NamespaceName),
            new XElement(
                Rdf + "RDF",
                new XAttribute(XNamespace.Xmlns + "rdf", Rdf.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "dc", Dublin.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "xmp", Xmp.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "pdf", Pdf.NamespaceName),
                new XAttribute(XNamespace.Xmlns + "pdfaid", Archival.NamespaceName),
                description));
        return $"<?xpacket begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>\n{packet.ToString(SaveOptions.DisableFormatting)}\n<?xpacket end=\"w\"?>";
    }

    private static string Allowed(string text) => string.Concat(text.Select(letter => char.IsSurrogate(letter) || System.Xml.XmlConvert.IsXmlChar(letter) ? letter : '\uFFFD'));
}
