using System.Xml;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>What the styles of a document say of letters and numbering (ISO/IEC 29500-1, 17.7).</summary>
internal sealed class WordStyles
{
    private const int LongestChain = 12;
    private readonly Dictionary<string, Style> styles = new(StringComparer.Ordinal);
    private LetterLook defaults = LetterLook.Plain;
    private ParagraphGap defaultGap = ParagraphGap.None;
    private string? plainParagraph;

    private sealed record Style(string? BasedOn, LetterLook Look, ListPlace? Place, ParagraphGap Gap);

    internal static WordStyles Read(XmlReader? xml)
    {
        var read = new WordStyles();
        while (xml is not null && WordXml.Next(xml))
        {
            if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "rPrDefault")
            {
                foreach (var _ in WordXml.Inside(xml))
                {
                    read.defaults = read.defaults.With(xml);
                }
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "pPrDefault")
            {
                foreach (var _ in WordXml.Inside(xml))
                {
                    read.defaultGap = read.defaultGap.With(xml);
                }
            }
            else if (xml.NodeType == XmlNodeType.Element && xml.LocalName == "style")
            {
                read.Add(xml);
            }
        }

        return read;
    }

    /// <summary>The look of letters in a paragraph of a style, or of no named one.</summary>
    internal LetterLook LookOf(string? paragraphStyle) =>
        Chain(paragraphStyle ?? plainParagraph).Aggregate(LetterLook.Plain, (look, style) => look.Over(style.Look)).Over(defaults);

    /// <summary>The look a character style lays over its paragraph's.</summary>
    internal LetterLook LookOver(string characterStyle, LetterLook below) =>
        Chain(characterStyle).Aggregate(LetterLook.Plain, (look, style) => look.Over(style.Look)).Over(below);

    /// <summary>Where a style puts its paragraphs into a list.</summary>
    internal ListPlace? PlaceOf(string? paragraphStyle)
    {
        var places = Chain(paragraphStyle ?? plainParagraph).Select(style => style.Place).OfType<ListPlace>().ToList();
        return places.Count == 0 ? null : new(places.Find(place => place.List is not null)?.List, places.Find(place => place.Level is not null)?.Level);
    }

    /// <summary>The room around paragraphs of a style, or of no named one.</summary>
    internal ParagraphGap GapOf(string? paragraphStyle) =>
        Chain(paragraphStyle ?? plainParagraph).Aggregate(ParagraphGap.None, (gap, style) => gap.Over(style.Gap)).Over(defaultGap);

    private void Add(XmlReader xml)
    {
        var id = WordXml.Attribute(xml, "styleId") ?? "";
        if (WordXml.Attribute(xml, "type") == "paragraph" && WordXml.Attribute(xml, "default") is "1" or "true" or "on")
        {
            plainParagraph = id;
        }

        var style = new Style(null, LetterLook.Plain, null, ParagraphGap.None);
        foreach (var name in WordXml.Inside(xml))
        {
            style = name switch
            {
                "basedOn" => style with { BasedOn = WordXml.Attribute(xml, "val") },
                "numId" => style with { Place = new(WordXml.Number(xml), style.Place?.Level) },
                "ilvl" => style with { Place = new(style.Place?.List, WordXml.Number(xml)) },
                _ => style with { Look = style.Look.With(xml), Gap = style.Gap.With(xml) },
            };
        }

        styles[id] = style;
    }

    private IEnumerable<Style> Chain(string? id)
    {
        for (var i = 0; i < LongestChain && id is not null && styles.TryGetValue(id, out var style); i++)
        {
            yield return style;
            id = style.BasedOn;
        }
    }
}
