using System.Globalization;
using System.Text;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Signing.Pades;

/// <summary>The room for a signature that is not there yet: the file is laid out around it, hashed, and then it is filled.</summary>
/// <param name="Capacity">Bytes of signature it holds.</param>
internal sealed record SignatureHole(int Capacity) : PdfValue
{
    /// <summary>Where it was written.</summary>
    public int From { get; private set; }

    /// <summary>The byte after it.</summary>
    public int To => From + (2 * Capacity) + 2;

    /// <inheritdoc />
    public override void Write(Stream to)
    {
        From = (int)to.Position;
        Put(to, $"<{new string('0', 2 * Capacity)}>");
    }

    /// <summary>Puts a signature in; what is left stays zero.</summary>
    public void Fill(byte[] pdf, byte[] signature)
    {
        if (signature.Length > Capacity)
        {
            throw new InvalidOperationException($"A signature of {signature.Length} bytes does not fit the {Capacity} reserved for it.");
        }

        Encoding.ASCII.GetBytes(Convert.ToHexString(signature)).CopyTo(pdf, From + 1);
    }
}

/// <summary>The room for the ranges a signature covers, known only when the file is laid out.</summary>
internal sealed record SignatureRanges : PdfValue
{
    private const int Width = 48;

    private int from;

    /// <inheritdoc />
    public override void Write(Stream to)
    {
        from = (int)to.Position;
        Put(to, new string(' ', Width));
    }

    /// <summary>Says that everything is covered but the hole.</summary>
    public void Fill(byte[] pdf, SignatureHole hole)
    {
        var text = string.Create(CultureInfo.InvariantCulture, $"[0 {hole.From} {hole.To} {pdf.Length - hole.To}]");
        Encoding.ASCII.GetBytes(text.PadRight(Width)).CopyTo(pdf, from);
    }
}
