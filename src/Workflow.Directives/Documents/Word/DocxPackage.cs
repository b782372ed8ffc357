using System.IO.Compression;
using System.Text;
using System.Xml;

namespace Workflow.Directives.Documents.Word;

/// <summary>The zip of a Word document while it is written (ECMA-376 part 2). The same parts give the same bytes.</summary>
internal sealed class DocxPackage
{
    private const string Types = "http://schemas.openxmlformats.org/package/2006/content-types";
    private const string Relations = "http://schemas.openxmlformats.org/package/2006/relationships";
    private const string WordKind = "application/vnd.openxmlformats-officedocument.wordprocessingml.";
    private const string MainPart = "word/document.xml";

    // No clock: a zip must carry some time, and knows none before 1980.
    private static readonly DateTimeOffset Epoch = new(2000, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly XmlWriterSettings Settings = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    private readonly List<(string Name, string Kind, string Relation, byte[] Content)> parts = [];

    /// <summary>Adds the properties of the document as a whole.</summary>
    internal void AddProperties(Action<XmlWriter> write) => Add(
        "docProps/core.xml",
        "application/vnd.openxmlformats-package.core-properties+xml",
        "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
        write);

    /// <summary>Adds the document itself.</summary>
    internal void AddDocument(Action<XmlWriter> write) =>
        Add(MainPart, $"{WordKind}document.main+xml", $"{DocxXml.Relations}/officeDocument", write);

    /// <summary>Adds a part of the document, such as <c>styles</c>, and gives the id by which the document may name it.</summary>
    internal string AddPart(string name, string kind, Action<XmlWriter> write)
    {
        Add($"word/{name}.xml", $"{WordKind}{kind}+xml", $"{DocxXml.Relations}/{kind}", write);
        return IdOf($"word/{name}.xml");
    }

    internal byte[] ToBytes()
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
        {
            // Programs that look at the first bytes only know the file by this entry.
            AddEntry(zip, "[Content_Types].xml", Content(WriteTypes));
            AddEntry(zip, "_rels/.rels", Content(xml => WriteRelations(xml, "")));
            AddEntry(zip, "word/_rels/document.xml.rels", Content(xml => WriteRelations(xml, "word/")));
            foreach (var (name, _, _, content) in parts)
            {
                AddEntry(zip, name, content);
            }
        }

        return file.ToArray();
    }

    private static void AddEntry(ZipArchive zip, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name);
        entry.LastWriteTime = Epoch;
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static byte[] Content(Action<XmlWriter> write)
    {
        using var content = new MemoryStream();
        using (var xml = XmlWriter.Create(content, Settings))
        {
            xml.WriteStartDocument(standalone: true);
            write(xml);
        }

        return content.ToArray();
    }

    private void Add(string name, string kind, string relation, Action<XmlWriter> write) => parts.Add((name, kind, relation, Content(write)));

    private void WriteTypes(XmlWriter xml)
    {
        xml.WriteStartElement("Types", Types);
        WriteType(xml, "Default", "Extension", "rels", "application/vnd.openxmlformats-package.relationships+xml");
        WriteType(xml, "Default", "Extension", "xml", "application/xml");
        foreach (var (name, kind, _, _) in parts)
        {
            WriteType(xml, "Override", "PartName", $"/{name}", kind);
        }

        xml.WriteEndElement();
    }

    private static void WriteType(XmlWriter xml, string element, string attribute, string name, string kind)
    {
        xml.WriteStartElement(element, Types);
        xml.WriteAttributeString(attribute, name);
        xml.WriteAttributeString("ContentType", kind);
        xml.WriteEndElement();
    }

    // The package names the document and its properties; the document names the parts beside it.
    private void WriteRelations(XmlWriter xml, string folder)
    {
        xml.WriteStartElement("Relationships", Relations);
        foreach (var (name, _, relation, _) in parts)
        {
            var isOfDocument = name.StartsWith("word/", StringComparison.Ordinal) && name != MainPart;
            if (isOfDocument == (folder.Length > 0))
            {
                xml.WriteStartElement("Relationship", Relations);
                xml.WriteAttributeString("Id", IdOf(name));
                xml.WriteAttributeString("Type", relation);
                xml.WriteAttributeString("Target", name[folder.Length..]);
                xml.WriteEndElement();
            }
        }

        xml.WriteEndElement();
    }

    private static string IdOf(string part) => $"r{Path.GetFileNameWithoutExtension(part)}";
}
