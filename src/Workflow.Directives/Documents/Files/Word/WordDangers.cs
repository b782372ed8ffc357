using System.Text;
using System.Text.RegularExpressions;
using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>
/// Finds what in a Word document would act on the machine of whoever opens it: things fetched from outside, embedded objects, fields
/// that start programs. This program follows none of them; a document that holds one is not a text to be passed on (CWE-829, CWE-94).
/// </summary>
internal static partial class WordDangers
{
    private const string Relations = ".rels";
    private const string FieldCharacter = "fldChar";

    // What no XML can hold stands where a field begins.
    private const char FieldBegin = '\u0001';

    // A link is only shown, as text; whatever else lies outside is fetched on opening.
    private static readonly string[] Harmless = ["hyperlink"];
    private static readonly string[] EmbeddedFolders = ["/embeddings/", "/activeX/", "/ctrlProps/"];

    /// <summary>Why the document is not read; null when nothing was found.</summary>
    /// <param name="package">The package.</param>
    /// <exception cref="XmlException">A part is malformed.</exception>
    internal static Refusal? Find(WordPackage package)
    {
        if (package.Holds("vbaProject.bin"))
        {
            return FileRefusals.Macros;
        }

        if (package.Parts.Any(part => EmbeddedFolders.Any(folder => part.Contains(folder, StringComparison.OrdinalIgnoreCase))))
        {
            return FileRefusals.Embedded;
        }

        foreach (var part in package.Parts)
        {
            var dangerous = part.EndsWith(Relations, StringComparison.OrdinalIgnoreCase) ? FetchesOutside(package, part)
                : IsStory(part) && StartsPrograms(package, part);
            if (dangerous)
            {
                return part.EndsWith(Relations, StringComparison.OrdinalIgnoreCase) ? FileRefusals.Outside : FileRefusals.ActiveField;
            }
        }

        return null;
    }

    private static bool IsStory(string part) =>
        part.StartsWith("word/", StringComparison.OrdinalIgnoreCase) && part.EndsWith(".xml", StringComparison.OrdinalIgnoreCase)
        && part.LastIndexOf('/') == "word".Length;

    private static bool FetchesOutside(WordPackage package, string part)
    {
        using var xml = package.Read(part);
        while (xml is not null && WordXml.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "Relationship"
                && (string.Equals(xml.GetAttribute("TargetMode"), "External", StringComparison.OrdinalIgnoreCase) || HasScheme(xml.GetAttribute("Target")))
                && !Harmless.Contains((xml.GetAttribute("Type") ?? "").Split('/')[^1], StringComparer.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasScheme(string? target) => target is not null
        && (target.StartsWith("\\\\", StringComparison.Ordinal) || target.StartsWith("//", StringComparison.Ordinal) || target.Contains("://", StringComparison.Ordinal));

    // The words of a field may be spread over many runs, so they are put together first (ISO/IEC 29500-1, 17.16.18).
    private static bool StartsPrograms(WordPackage package, string part)
    {
        using var xml = package.Read(part);
        var words = new StringBuilder();
        while (xml is not null && WordXml.Next(xml))
        {
            if (xml.NodeType != XmlNodeType.Element || !WordXml.IsWord(xml))
            {
                continue;
            }

            if (xml.LocalName == "fldSimple")
            {
                words.Append(FieldBegin).Append(WordXml.Attribute(xml, "instr")).Append(' ');
            }
            else if (xml.LocalName == FieldCharacter)
            {
                words.Append(WordXml.Attribute(xml, "fldCharType") == "begin" ? FieldBegin : ' ');
            }
            else if (xml.LocalName == "instrText" && !xml.IsEmptyElement)
            {
                xml.Read();
                words.Append(xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace ? xml.Value : "");
            }
        }

        return words.Length > 0 && Starting().IsMatch(words.ToString());
    }

    [GeneratedRegex(@"\u0001\s*(?:DDE|DDEAUTO|INCLUDEPICTURE|INCLUDETEXT|IMPORT|LINK)(?:[^\p{L}\p{N}]|$)", RegexOptions.IgnoreCase)]
    private static partial Regex Starting();
}
