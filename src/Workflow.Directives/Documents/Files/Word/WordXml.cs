using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>Small steps through the XML of a part, in the transitional or the strict namespace (ISO/IEC 29500-1, -4).</summary>
internal static class WordXml
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Strict = "http://purl.oclc.org/ooxml/wordprocessingml/main";

    /// <summary>No word processor nests deeper.</summary>
    private const int Deepest = 256;

    /// <summary>Whether the reader stands on the start of an element of WordprocessingML.</summary>
    internal static bool IsWord(XmlReader xml) => xml.NamespaceURI is Transitional or Strict;

    /// <summary>Goes to the next node.</summary>
    /// <exception cref="InvalidDataException">It is nested as no document is.</exception>
    internal static bool Next(XmlReader xml)
    {
        var more = xml.Read();
        return xml.Depth <= Deepest ? more : throw new InvalidDataException();
    }

    /// <summary>The starts of all elements of WordprocessingML inside the one the reader stands on; ends on its end.</summary>
    internal static IEnumerable<string> Inside(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            yield break;
        }

        var depth = xml.Depth;
        while (Next(xml) && xml.Depth > depth)
        {
            // What a tracked change replaced is history.
            while (xml.NodeType == XmlNodeType.Element && xml.LocalName.EndsWith("Change", StringComparison.Ordinal))
            {
                xml.Skip();
            }

            if (xml.Depth <= depth)
            {
                yield break;
            }

            if (xml.NodeType == XmlNodeType.Element && IsWord(xml))
            {
                yield return xml.LocalName;
            }
        }
    }

    /// <summary>An attribute of the element, whatever its prefix.</summary>
    internal static string? Attribute(XmlReader xml, string name) =>
        xml.GetAttribute(name, xml.NamespaceURI) ?? xml.GetAttribute(name);

    internal static int? Number(XmlReader xml, string name = "val") =>
        int.TryParse(Attribute(xml, name), System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch such as <c>w:caps</c>: on unless it says otherwise (ISO/IEC 29500-1, 17.17.4).</summary>
    internal static bool IsOn(XmlReader xml) => Attribute(xml, "val") is not ("0" or "false" or "off");
}
