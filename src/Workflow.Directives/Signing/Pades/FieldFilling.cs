using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Signing.Pades;

/// <summary>Writes into the text fields that a directive was laid out with: what the registry adds after the signature.</summary>
public static class FieldFilling
{
    private const int ReadOnly = 1;

    /// <summary>Fills fields and makes them read-only, in one update.</summary>
    /// <param name="pdf">The file; its bytes are the beginning of the result.</param>
    /// <param name="fields">Name of each text field, the whole line it shall hold, and how that line is drawn.</param>
    /// <exception cref="ArgumentException">The file has no such field, it was filled before, or the file cannot be added to.</exception>
    public static byte[] Fill(byte[] pdf, IEnumerable<(string Field, string Value, Func<IPdfObjects, PdfReference> Appearance)> fields)
    {
        ArgumentNullException.ThrowIfNull(fields);
        var update = new PdfUpdate(pdf);
        foreach (var (name, value, appearance) in fields)
        {
            var (at, field) = FormFields.Find(update, name, "Tx");
            var flags = field["Ff"] is PdfNumber number ? (int)number.Value : 0;
            if ((flags & ReadOnly) != 0)
            {
                throw new ArgumentException($"The field {name} was filled before.", nameof(fields));
            }

            var filled = field.Copy();
            filled["V"] = PdfBytes.Text(value);
            filled["AP"] = new PdfDictionary { { "N", appearance(update) } };
            filled["Ff"] = new PdfNumber(flags | ReadOnly);
            update.Replace(at, filled);
        }

        return update.ToBytes();
    }
}
