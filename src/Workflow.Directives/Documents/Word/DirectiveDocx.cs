using System.Xml;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>
/// Writes a directive as a Word document (Office Open XML, ISO/IEC 29500 transitional) in the prescribed form, every element in a
/// named style. The same document, profile and options give the same bytes.
/// </summary>
public static class DirectiveDocx
{
    /// <summary>The media type of what is written.</summary>
    public const string ContentType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private const string Language = "vi-VN";
    private const string CoreProperties = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
    private const string DublinCore = "http://purl.org/dc/elements/1.1/";

    /// <summary>Writes the file.</summary>
    /// <param name="d">The document.</param>
    /// <param name="profile">The form it is printed in.</param>
    /// <param name="options">What to show beside its text.</param>
    /// <exception cref="ArgumentException">The document bears a secrecy mark: state secrets are not printed by a networked installation.</exception>
    public static byte[] Write(DirectiveDocument d, FormProfile profile, DocxOptions options)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(profile);
        ArgumentNullException.ThrowIfNull(options);
        if (d.Secrecy is not null)
        {
            throw new ArgumentException("A document with a secrecy mark is not printed.", nameof(d));
        }

        return Package(PrintedWording.Apply(d, profile), DocxSheet.Spaced(d, profile, options), options).ToBytes();
    }

    private static DocxPackage Package(DirectiveDocument worded, FormProfile profile, DocxOptions options)
    {
        var package = new DocxPackage();
        var header = package.AddPart("header", "header", WriteHeader);
        package.AddPart("styles", "styles", xml => DocxStyles.Write(xml, profile));
        package.AddPart("settings", "settings", xml => WriteSettings(xml, profile));
        package.AddDocument(xml => WriteDocument(xml, worded, profile, options, header));
        package.AddProperties(xml => WriteProperties(xml, worded, options));
        return package;
    }

    private static void WriteDocument(XmlWriter xml, DirectiveDocument d, FormProfile profile, DocxOptions options, string header)
    {
        xml.Start("document");
        xml.Start("body");
        var story = new DocxStory(xml);
        new DocxHead(story, d, profile, options).Write();
        new DocxText(story, d, profile, options).Write();
        WriteSheet(xml, profile, header);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSheet(XmlWriter xml, FormProfile profile, string header)
    {
        var sheet = profile.Sheet;
        xml.Start("sectPr");
        xml.Start("headerReference", ("type", "default"));
        xml.WriteAttributeString("r", "id", DocxXml.Relations, header);
        xml.WriteEndElement();
        xml.Empty("pgSz", ("w", DocxXml.Millimetres(sheet.WidthMm)), ("h", DocxXml.Millimetres(sheet.HeightMm)));
        xml.Empty(
            "pgMar",
            ("top", DocxXml.Millimetres(sheet.TopMm)),
            ("right", DocxXml.Millimetres(sheet.RightMm)),
            ("bottom", DocxXml.Millimetres(sheet.BottomMm)),
            ("left", DocxXml.Millimetres(sheet.LeftMm)),
            ("header", DocxXml.Millimetres(profile.PageNumber.FromTopMm)),
            ("footer", DocxXml.Millimetres(profile.PageNumber.FromTopMm)),
            ("gutter", "0"));
        xml.Switch("titlePg", profile.PageNumber.FirstPage > 1);
        xml.WriteEndElement();
    }

    private static void WriteHeader(XmlWriter xml)
    {
        xml.Start("hdr");
        xml.Start("p");
        xml.Start("pPr");
        xml.Value("pStyle", DocxStyles.PageNumber);
        xml.WriteEndElement();
        xml.Start("fldSimple", ("instr", " PAGE "));
        xml.Start("r");
        xml.Start("t");
        xml.WriteString("2");
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSettings(XmlWriter xml, FormProfile profile)
    {
        xml.Start("settings");
        xml.Switch("mirrorMargins", profile.Sheet.MirroredBacks);
        xml.Empty("defaultTabStop", ("val", DocxXml.Millimetres(profile.Body.FirstLineIndentMm)));
        xml.Value("characterSpacingControl", "doNotCompress");
        xml.Start("compat");

        // Without it Word 2013 and later open the file as one of an older version.
        xml.Empty("compatSetting", ("name", "compatibilityMode"), ("uri", "http://schemas.microsoft.com/office/word"), ("val", "15"));
        xml.WriteEndElement();
        xml.Empty("themeFontLang", ("val", Language));
        xml.WriteEndElement();
    }

    private static void WriteProperties(XmlWriter xml, DirectiveDocument d, DocxOptions options)
    {
        var number = options.NumberAndDate?.Number ?? d.Number;
        string?[] title = [d.Type?.Name, number is null ? null : $"số {number}", d.Subject];
        xml.WriteStartElement("cp", "coreProperties", CoreProperties);
        WriteProperty(xml, "title", string.Join(' ', title.Where(part => !string.IsNullOrEmpty(part))));
        WriteProperty(xml, "subject", d.Subject);
        WriteProperty(xml, "creator", d.Issuer);
        WriteProperty(xml, "language", Language);
        xml.WriteEndElement();
    }

    private static void WriteProperty(XmlWriter xml, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            xml.WriteStartElement("dc", name, DublinCore);
            xml.WriteString(DocxXml.Writable(value));
            xml.WriteEndElement();
        }
    }
}
