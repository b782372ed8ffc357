using System.Globalization;
using System.Xml;

namespace Workflow.Directives.Documents.Word;

/// <summary>Small steps in writing WordprocessingML, transitional (ISO/IEC 29500-4), with lengths in the units of a page.</summary>
internal static class DocxXml
{
    internal const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    internal const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const double TwipsPerPoint = 20;
    private const double TwipsPerMillimetre = 1440 / 25.4;

    /// <summary>Opens an element of the main namespace, with attributes of the same namespace; null leaves one out.</summary>
    internal static void Start(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.WriteStartElement("w", name, Main);
        foreach (var (attribute, value) in attributes)
        {
            if (value is not null)
            {
                xml.WriteAttributeString("w", attribute, Main, value);
            }
        }
    }

    /// <summary>Writes an element without content.</summary>
    internal static void Empty(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.Start(name, attributes);
        xml.WriteEndElement();
    }

    /// <summary>Writes a property that holds a single value.</summary>
    internal static void Value(this XmlWriter xml, string name, string? value)
    {
        if (value is not null)
        {
            xml.Empty(name, ("val", value));
        }
    }

    /// <summary>Writes a switch where it is on.</summary>
    internal static void Switch(this XmlWriter xml, string name, bool isOn)
    {
        if (isOn)
        {
            xml.Empty(name);
        }
    }

    /// <summary>A length in twentieths of a point.</summary>
    internal static string Points(double points) => Whole(points * TwipsPerPoint);

    /// <summary>A length in twentieths of a point.</summary>
    internal static string Millimetres(double millimetres) => Whole(millimetres * TwipsPerMillimetre);

    /// <summary>A size of letters in half points.</summary>
    internal static string LetterSize(double points) => Whole(points * 2);

    internal static string Whole(double number) => Math.Round(number, MidpointRounding.AwayFromZero).ToString("0", CultureInfo.InvariantCulture);

    /// <summary>A text without what cannot stand in XML 1.0 at all: control characters and half surrogates.</summary>
    internal static string Writable(string text)
    {
        var isWhole = true;
        for (var i = 0; i < text.Length && isWhole; i++)
        {
            isWhole = XmlConvert.IsXmlChar(text[i]) || IsPair(text, i);
            i += char.IsHighSurrogate(text[i]) && isWhole ? 1 : 0;
        }

        return isWhole ? text : string.Concat(text.EnumerateRunes()
            .Where(rune => rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value)));
    }

    private static bool IsPair(string text, int at) =>
        at + 1 < text.Length && char.IsSurrogatePair(text[at], text[at + 1]);
}
