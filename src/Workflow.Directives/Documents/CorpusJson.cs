using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflow.Directives.Documents;

/// <summary>Writes a document as the short JSON by which readings are compared: fields, points with paragraph counts, recipients.</summary>
public static class CorpusJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        IndentSize = 1,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the JSON: UTF-8 letters as they are, one blank of indent, LF line ends, every key present.</summary>
    /// <param name="d">The document.</param>
    public static string Write(DirectiveDocument d)
    {
        ArgumentNullException.ThrowIfNull(d);
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(stream, Options))
        {
            json.WriteStartObject();
            WriteHead(json, d);
            WriteList(json, "addressees", d.Addressees, addressee =>
            {
                json.WriteString("text", addressee.Text);
                json.WriteString("kind", Word(addressee.Kind));
            });
            WriteBody(json, d);
            WriteTail(json, d);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    /// <summary>The word for a kind of recipient: <c>individual_unit</c>, <c>unit_category</c> …</summary>
    /// <param name="kind">The kind.</param>
    public static string Word(RecipientKind kind) => kind switch
    {
        RecipientKind.IndividualUnit => "individual_unit",
        RecipientKind.IndividualUnitsSeveral => "individual_units_several",
        RecipientKind.UnitCategory => "unit_category",
        RecipientKind.Persons => "persons",
        RecipientKind.Mixed => "mixed",
        RecipientKind.BackReference => "backreference",
        RecipientKind.Archive => "archive",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The word for a purpose: <c>report</c>, <c>as_above</c> …</summary>
    /// <param name="purpose">The purpose.</param>
    public static string Word(RecipientPurpose purpose) => purpose switch
    {
        RecipientPurpose.Report => "report",
        RecipientPurpose.Direct => "direct",
        RecipientPurpose.Coordinate => "coordinate",
        RecipientPurpose.Publish => "publish",
        RecipientPurpose.Inform => "inform",
        RecipientPurpose.AsAbove => "as_above",
        RecipientPurpose.Archive => "archive",
        RecipientPurpose.Unspecified => "unspecified",
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    private static void WriteHead(Utf8JsonWriter json, DirectiveDocument d)
    {
        if (d.Type is null)
        {
            json.WriteNull("type");
        }
        else
        {
            json.WriteStartObject("type");
            json.WriteString("code", d.Type.Code);
            json.WriteString("name", d.Type.Name);
            json.WriteEndObject();
        }

        json.WriteString("number", d.Number);
        json.WriteString("issuer", d.Issuer);
        json.WriteString("place", d.Place);
        json.WriteString("date", Iso(d.Date));
        json.WriteString("secrecy", d.Secrecy);
        json.WriteString("urgency", d.Urgency);
        json.WriteString("draftMark", d.DraftMark);
        json.WriteString("subject", d.Subject);
    }

    private static void WriteBody(Utf8JsonWriter json, DirectiveDocument d)
    {
        WriteList(json, "sections", d.Sections, section =>
        {
            json.WriteString("marker", section.Marker);
            json.WriteString("heading", section.Heading);
            json.WriteNumber("paragraphs", section.Paragraphs.Length);
        });
        WriteList(json, "citations", d.Citations, citation =>
        {
            json.WriteString("symbol", citation.Symbol);
            json.WriteString("date", Iso(citation.Date));
        });
    }

    private static void WriteTail(Utf8JsonWriter json, DirectiveDocument d)
    {
        WriteList(json, "recipients", d.Recipients, recipient =>
        {
            json.WriteString("text", recipient.Text);
            json.WriteString("kind", Word(recipient.Kind));
            json.WriteString("purpose", Word(recipient.Purpose));
        });
        if (d.Signature is null)
        {
            json.WriteNull("signature");
        }
        else
        {
            json.WriteStartObject("signature");
            json.WriteString("authority", d.Signature.Authority);
            json.WriteString("position", d.Signature.Position);
            json.WriteString("name", d.Signature.Name);
            json.WriteEndObject();
        }

        WriteList(json, "arrivalStamps", d.ArrivalStamps, stamp =>
        {
            json.WriteString("number", stamp.Number);
            json.WriteString("date", Iso(stamp.Date));
            json.WriteString("forwardTo", stamp.ForwardTo);
        });
        WriteList(json, "watermarks", d.Watermarks, mark =>
        {
            json.WriteString("reader", mark.Reader);
            json.WriteString("unit", mark.Unit);
            json.WriteString("time", mark.Time.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture));
        });
    }

    private static void WriteList<T>(Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> write)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string? Iso(DateOnly? date) => date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
