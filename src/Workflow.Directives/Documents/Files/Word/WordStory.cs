using System.Globalization;
using System.Text;
using System.Xml;
using Workflow.Directives.Documents.Files.Letters;

namespace Workflow.Directives.Documents.Files.Word;

/// <summary>
/// Reads one part of a document (body, notes, header) from start to end without holding its XML: paragraphs, tables row by row, text
/// boxes once, fields by their result, tracked changes as accepted (ISO/IEC 29500-1, 17.2–17.16).
/// </summary>
internal sealed class WordStory(WordStyles styles, WordNumbering numbering, int longest)
{
    private readonly Stack<WordColumn> columns = new([new WordColumn { IsAlone = true }]);
    private readonly Stack<WordParagraph> paragraphs = new();
    private readonly Stack<WordRow> rows = new();
    private readonly Stack<bool> choices = new();
    private readonly Stack<bool> fields = new();
    private LetterLook look = LetterLook.Plain;
    private bool inText;
    private int length;

    /// <summary>Lines of the part outside notes.</summary>
    internal List<string> Lines => columns.Last().Whole();

    /// <summary>Sheets and letters of the part.</summary>
    internal WordSheetReading Sheets { get; } = new();

    /// <summary>Footnotes or endnotes of the part, by id.</summary>
    internal Dictionary<int, List<string>> Notes { get; } = [];

    /// <summary>Notes referred to, in order: <c>footnote</c> or <c>endnote</c>, and id.</summary>
    internal List<(string Kind, int Id)> Referred { get; } = [];

    /// <summary>Tables of old fonts that letters were converted from.</summary>
    internal HashSet<OldTable> Converted { get; } = [];

    /// <summary>Symbols of fonts that have no letter.</summary>
    internal int LostSymbols { get; private set; }

    /// <summary>Whether hidden text was left out.</summary>
    internal bool LeftHidden { get; private set; }

    /// <summary>Whether deleted text of tracked changes was left out.</summary>
    internal bool LeftDeleted { get; private set; }

    internal void Read(XmlReader xml)
    {
        WordXml.Next(xml);
        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element)
            {
                if (IsLeftOut(xml))
                {
                    xml.Skip();
                    continue;
                }

                var (name, isEmpty, isForeign) = (xml.LocalName, xml.IsEmptyElement, IsForeign(xml));
                Start(xml, name);
                if (isEmpty && !isForeign)
                {
                    End(name);
                }
            }
            else if (xml.NodeType == XmlNodeType.EndElement && !IsForeign(xml))
            {
                End(xml.LocalName);
            }
            else if (inText && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA)
            {
                Write(xml.Value);
            }

            WordXml.Next(xml);
        }
    }

    private bool IsLeftOut(XmlReader xml)
    {
        switch (xml.LocalName)
        {
            // The same drawing twice: for new programs, and as old ones knew it (ISO/IEC 29500-3, 7.6).
            case "Choice" or "Fallback" when choices.Count > 0:
                var again = choices.Pop();
                choices.Push(true);
                return again;
            case "del" or "moveFrom" when WordXml.IsWord(xml):
                LeftDeleted = true;
                return true;
            case "sectPr" when WordXml.IsWord(xml):
                Sheets.TakeSection(xml);
                return true;
            case "instrText" or "delText" or "delInstrText" or "rt" or "sdtPr" or "sdtEndPr" or "tblPr" or "tblGrid" or "tcPr" or "tblPrEx":
                return WordXml.IsWord(xml);
            default:
                return xml.LocalName.EndsWith("Change", StringComparison.Ordinal) && WordXml.IsWord(xml);
        }
    }

    // Paragraphs and tables of drawings have the same names as those of the text.
    private static bool IsForeign(XmlReader xml) => xml.LocalName is not ("AlternateContent" or "t") && !WordXml.IsWord(xml);

    private void Start(XmlReader xml, string name)
    {
        switch (name)
        {
            case "AlternateContent":
                choices.Push(false);
                break;
            case "t" when WordXml.IsWord(xml) || xml.NamespaceURI.EndsWith("/math", StringComparison.Ordinal):
                inText = true;
                break;
            case var _ when WordXml.IsWord(xml):
                StartBlock(xml, name);
                break;
        }
    }

    private void StartBlock(XmlReader xml, string name)
    {
        switch (name)
        {
            case "p":
                paragraphs.Push(new WordParagraph { Look = styles.LookOf(null), Place = styles.PlaceOf(null), Gap = styles.GapOf(null) });
                break;
            case "pPr" when paragraphs.Count > 0:
                paragraphs.Peek().Take(xml, styles, Sheets);
                break;
            case "tr":
                rows.Push(new WordRow());
                break;
            case "trPr" when rows.Count > 0:
                TakeRow(xml, rows.Peek());
                break;
            case "tc" or "txbxContent":
                columns.Push(new WordColumn());
                break;
            case "footnote" or "endnote":
                columns.Push(new WordColumn());
                Notes[WordXml.Number(xml, "id") ?? 0] = columns.Peek().Lines;
                break;
            default:
                StartInRun(xml, name);
                break;
        }
    }

    private void StartInRun(XmlReader xml, string name)
    {
        switch (name)
        {
            case "r":
                look = paragraphs.Count > 0 ? paragraphs.Peek().Look : LetterLook.Plain;
                break;
            case "rPr":
                TakeLook(xml);
                break;
            case "tab" or "ptab":
                Write("\t");
                break;
            case "br" or "cr":
                Write("\n");
                break;
            case "noBreakHyphen":
                Write("-");
                break;
            case "sym":
                WriteSymbol(xml);
                break;
            case "fldChar":
                TakeField(WordXml.Attribute(xml, "fldCharType"));
                break;
            case "footnoteReference" or "endnoteReference" when WordXml.Number(xml, "id") is { } id:
                Referred.Add((name[..^"Reference".Length], id));
                Write(string.Create(CultureInfo.InvariantCulture, $"[{Referred.Count}]"));
                break;
        }
    }

    private void End(string name)
    {
        switch (name)
        {
            case "t":
                inText = false;
                break;
            case "AlternateContent" when choices.Count > 0:
                choices.Pop();
                break;
            case "p" when paragraphs.TryPop(out var paragraph):
                columns.Peek().Add(paragraph, numbering.Next);
                Converted.UnionWith(paragraph.Converted);
                break;
            case "tc" when columns.Count > 1:
                EndCell(columns.Pop());
                break;
            case "tr" when rows.TryPop(out var row):
                columns.Peek().Add(row);
                break;
            case "txbxContent" when columns.Count > 1:
                EndBox(columns.Pop());
                break;
            case "footnote" or "endnote" when columns.Count > 1:
                columns.Pop();
                break;
        }
    }

    private void EndCell(WordColumn cell)
    {
        if (rows.TryPeek(out var row))
        {
            row.Cells.Add(cell);
        }
    }

    private void EndBox(WordColumn box)
    {
        if (paragraphs.TryPeek(out var anchor))
        {
            anchor.Boxes.AddRange(box.Whole());
        }
        else
        {
            columns.Peek().Lines.AddRange(box.Whole());
        }
    }

    private void TakeRow(XmlReader xml, WordRow row)
    {
        foreach (var name in WordXml.Inside(xml))
        {
            row.IsDeleted |= name == "del";
        }

        LeftDeleted |= row.IsDeleted;
    }

    private void TakeLook(XmlReader xml)
    {
        foreach (var name in WordXml.Inside(xml))
        {
            look = name == "rStyle" ? styles.LookOver(WordXml.Attribute(xml, "val") ?? "", look) : look.With(xml);
        }
    }

    // Between begin and separate stands what to work out; the result follows (17.16.18).
    private void TakeField(string? part)
    {
        if (part == "begin")
        {
            fields.Push(true);
        }
        else if (fields.TryPop(out _) && part == "separate")
        {
            fields.Push(false);
        }
    }

    private void WriteSymbol(XmlReader xml)
    {
        var isCode = int.TryParse(WordXml.Attribute(xml, "char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code);
        if (isCode && Symbols.Of(WordXml.Attribute(xml, "font"), code) is { } letter)
        {
            Write(letter);
        }
        else
        {
            LostSymbols++;
        }
    }

    private void Write(string letters)
    {
        if (!paragraphs.TryPeek(out var paragraph) || fields.Contains(true))
        {
            return;
        }

        if (look.Hidden == true)
        {
            LeftHidden = true;
            return;
        }

        length += Encoding.UTF8.GetByteCount(letters);
        if (length > longest)
        {
            throw new BeyondLimitException();
        }

        paragraph.Add(letters, look);
        Sheets.Count(letters, look);
    }
}
