using System.IO.Compression;
using System.Text;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>Builds small Word documents from the XML of their parts.</summary>
internal sealed class WordFile
{
    internal const string Namespaces =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" " +
        "xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" " +
        "xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\" " +
        "xmlns:v=\"urn:schemas-microsoft-com:vml\" " +
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\"";

    private const string Kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    private readonly Dictionary<string, byte[]> parts = [];
    private readonly List<string> related = [];

    internal WordFile(string body, string main = "word/document.xml", string? document = null)
    {
        Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
        Add("_rels/.rels", Relations($"<Relationship Id=\"r1\" Type=\"{Kinds}officeDocument\" Target=\"{main}\"/>"));
        Add(main, document ?? $"<w:document {Namespaces}><w:body>{body}<w:sectPr/></w:body></w:document>");
    }

    /// <summary>A paragraph of one run.</summary>
    internal static string P(string text, string properties = "") =>
        $"<w:p>{(properties.Length > 0 ? $"<w:pPr>{properties}</w:pPr>" : "")}{R(text)}</w:p>";

    internal static string R(string text, string properties = "") =>
        $"<w:r>{(properties.Length > 0 ? $"<w:rPr>{properties}</w:rPr>" : "")}<w:t xml:space=\"preserve\">{text}</w:t></w:r>";

    internal static string Row(params string[] cells) => $"<w:tr>{string.Concat(cells.Select(cell => $"<w:tc><w:tcPr/>{cell}</w:tc>"))}</w:tr>";

    internal static string InList(int list, int level = 0) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{list}\"/></w:numPr>";

    internal static string Level(int at, string format, string text, string more = "") =>
        $"<w:lvl w:ilvl=\"{at}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/>{more}<w:lvlText w:val=\"{text}\"/></w:lvl>";

    /// <summary>Adds a part that the document names: styles, numbering, footnotes, header …</summary>
    internal WordFile With(string kind, string xml, string? name = null)
    {
        related.Add($"<Relationship Id=\"d{related.Count}\" Type=\"{Kinds}{kind}\" Target=\"{name ?? kind}.xml\"/>");
        return Add($"word/{name ?? kind}.xml", xml);
    }

    internal WordFile WithNumbering(string inside) => With("numbering", $"<w:numbering {Namespaces}>{inside}</w:numbering>");

    internal WordFile Add(string name, string content) => Add(name, Encoding.UTF8.GetBytes(content));

    internal WordFile Add(string name, byte[] content)
    {
        parts[name] = content;
        return this;
    }

    internal byte[] ToBytes()
    {
        Add("word/_rels/document.xml.rels", Relations(string.Concat(related)));
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return file.ToArray();
    }

    private static string Relations(string inside) =>
        $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{inside}</Relationships>";
}
