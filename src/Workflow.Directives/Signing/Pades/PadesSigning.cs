using System.Security.Cryptography.Pkcs;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Signing.Pades;

/// <summary>
/// Signs a directive's PDF (PAdES baseline B-B, ETSI EN 319 142-1; B-T with a timestamp). A file grows in four steps, each appended to the
/// one before, so that every signature keeps covering the very bytes its signer saw:
/// <list type="number">
/// <item>The rendered directive. Fields for number, date and two signatures are laid out, empty (<see cref="DirectiveFields"/>).</item>
/// <item>The signer's signature in <see cref="DirectiveFields.Signer"/>. It certifies the file (DocMDP, level 2): it says itself that filling in
/// the reserved fields and signing may follow, and nothing else.</item>
/// <item>The registry fills number and date (<see cref="FieldFilling"/>): the change that was allowed.</item>
/// <item>The organ's seal in <see cref="DirectiveFields.Seal"/>. It covers the whole file and locks every field (FieldMDP, All).</item>
/// </list>
/// SHA-256 throughout. The bytes signed are everything but the signature's own hexadecimal string.
/// </summary>
public static class PadesSigning
{
    /// <summary>Signs a field that was laid out for it.</summary>
    /// <param name="pdf">The file; its bytes are the beginning of the result.</param>
    /// <param name="field">Name of the empty signature field.</param>
    /// <param name="appearance">Draws what people see in the field: adds a form XObject as large as the field and gives its reference.</param>
    /// <param name="signer">The open key.</param>
    /// <param name="details">What the signature says, and what it allows after it.</param>
    /// <param name="timestamps">Where the time is proved (RFC 3161); null: only claimed. When asked and not had, the file is not signed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The signed file, or why no timestamp was had.</returns>
    /// <exception cref="ArgumentException">The file has no such field, it is signed already, or the file cannot be added to.</exception>
    public static async Task<Result<byte[]>> SignAsync(
        byte[] pdf,
        string field,
        Func<IPdfObjects, PdfReference> appearance,
        ISigner signer,
        SigningDetails details,
        TimestampClient? timestamps,
        CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(appearance);
        ArgumentNullException.ThrowIfNull(signer);
        ArgumentNullException.ThrowIfNull(details);
        var update = new PdfUpdate(pdf);
        var (hole, ranges) = (new SignatureHole(CadesSignature.Room(signer, timestamps is not null)), new SignatureRanges());
        Prepare(update, field, appearance, Dictionary(update, details, hole, ranges), details.Reach);
        var signed = update.ToBytes();
        ranges.Fill(signed, hole);

        var cms = CadesSignature.Sign([.. signed.AsSpan(0, hole.From), .. signed.AsSpan(hole.To)], signer);
        if (timestamps is not null && await timestamps.StampAsync(cms.SignerInfos[0], ct) is { } refusal)
        {
            return refusal;
        }

        hole.Fill(signed, cms.Encode());
        return signed;
    }

    private static void Prepare(
        PdfUpdate update, string field, Func<IPdfObjects, PdfReference> appearance, PdfDictionary signature, SignatureReach reach)
    {
        var (at, widget) = FormFields.Find(update, field, "Sig");
        if (widget["V"] is not null)
        {
            throw new ArgumentException($"The field {field} is signed already.", nameof(field));
        }

        var value = update.Add(signature);
        var signed = widget.Copy();
        signed["V"] = value;
        signed["AP"] = new PdfDictionary { { "N", appearance(update) } };
        if (reach == SignatureReach.Nothing)
        {
            signed["Lock"] = update.Add(new PdfDictionary { { "Type", new PdfName("SigFieldLock") }, { "Action", new PdfName("All") } });
        }

        update.Replace(at, signed);
        if (reach == SignatureReach.FillAndSign)
        {
            Certify(update, value);
        }
    }

    // The catalog says which signature grants the later changes (12.8.4).
    private static void Certify(PdfUpdate update, PdfReference signature)
    {
        var catalog = ((PdfDictionary)update.Get(update.Root)!).Copy();
        if (catalog["Perms"] is not null)
        {
            throw new ArgumentException("The file is certified already; only its first signature does that.", nameof(update));
        }

        catalog["Perms"] = new PdfDictionary { { "DocMDP", signature } };
        update.Replace(update.Root, catalog);
    }

    private static PdfDictionary Dictionary(PdfUpdate update, SigningDetails details, SignatureHole hole, SignatureRanges ranges)
    {
        var dictionary = new PdfDictionary
        {
            { "Type", new PdfName("Sig") },
            { "Filter", new PdfName("Adobe.PPKLite") },
            { "SubFilter", new PdfName("ETSI.CAdES.detached") },
            { "ByteRange", ranges },
            { "Contents", hole },
            { "Name", PdfBytes.Text(details.Name) },
            { "M", PdfBytes.Date(details.At) },
        };
        dictionary["Reason"] = details.Reason is { } reason ? PdfBytes.Text(reason) : null;
        dictionary["Location"] = details.Location is { } location ? PdfBytes.Text(location) : null;
        dictionary["Reference"] = new PdfArray(details.Reach == SignatureReach.FillAndSign
            ? Reference("DocMDP", new() { { "P", new PdfNumber(2) } }, null)
            : Reference("FieldMDP", new() { { "Action", new PdfName("All") } }, update.Root));
        return dictionary;
    }

    private static PdfDictionary Reference(string method, PdfDictionary parameters, PdfReference? data)
    {
        parameters.Add("Type", new PdfName("TransformParams"));
        parameters.Add("V", new PdfName("1.2"));
        var reference = new PdfDictionary
        {
            { "Type", new PdfName("SigRef") },
            { "TransformMethod", new PdfName(method) },
            { "TransformParams", parameters },
        };
        reference["Data"] = data;
        return reference;
    }
}
