using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>
/// An incremental update (ISO 32000-1, 7.5.6): new and replaced objects, their table and a trailer, appended to a file whose own bytes stay
/// as they are. What is written depends on nothing but the file and the objects.
/// </summary>
public sealed class PdfUpdate : IPdfObjects
{
    private readonly SortedDictionary<int, (int Generation, PdfValue Value)> objects = [];
    private readonly HashSet<int> reserved = [];
    private readonly PdfRevision last;
    private readonly byte[] pdf;
    private int next;

    /// <summary>Begins an update.</summary>
    /// <param name="pdf">A file as this program writes them: not encrypted, its last table of objects a classic one.</param>
    /// <exception cref="ArgumentException">It is not such a file.</exception>
    public PdfUpdate(byte[] pdf)
    {
        this.pdf = pdf;
        try
        {
            var file = PdfFile.Read(pdf);
            last = file.Last;
            next = last.Section.Number("Size") is { } size && last.Section.Classic && file.Trailing == 0 && last.Numbers().All(number => number < size)
                ? size
                : throw new ArgumentException("Only a PDF that ends with a classic cross-reference table can be added to.", nameof(pdf));
        }
        catch (PdfFormatException damaged)
        {
            throw new ArgumentException("Not a PDF that can be added to.", nameof(pdf), damaged);
        }
    }

    /// <summary>The catalog's number.</summary>
    public PdfReference Root => last.Trailer["Root"] as PdfReference ?? throw new InvalidOperationException("The PDF has no catalog.");

    /// <summary>What a reference leads to with what was changed so far, or null.</summary>
    /// <param name="reference">The reference.</param>
    public PdfValue? Get(PdfReference reference)
    {
        ArgumentNullException.ThrowIfNull(reference);
        return objects.TryGetValue(reference.Number, out var changed) ? changed.Value : last.Get(reference);
    }

    /// <summary>A value, or what it leads to when it is a reference.</summary>
    /// <param name="value">The value.</param>
    public PdfValue? Resolve(PdfValue? value) => value is PdfReference reference ? Get(reference) : value;

    /// <inheritdoc />
    public PdfReference Reserve()
    {
        reserved.Add(next);
        return new PdfReference(next++);
    }

    /// <inheritdoc />
    public void Set(PdfReference at, PdfValue value)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (!reserved.Remove(at.Number))
        {
            throw new InvalidOperationException($"Object {at.Number} was not reserved, or is set already.");
        }

        objects.Add(at.Number, (0, value));
    }

    /// <summary>Gives an object of the file a new value.</summary>
    /// <param name="at">The object.</param>
    /// <param name="value">The new value.</param>
    public void Replace(PdfReference at, PdfValue value)
    {
        ArgumentNullException.ThrowIfNull(at);
        if (Get(at) is null)
        {
            throw new InvalidOperationException($"The PDF has no object {at.Number} to replace.");
        }

        objects[at.Number] = (at.Generation, value);
    }

    /// <summary>The file with the update appended.</summary>
    public byte[] ToBytes()
    {
        if (reserved.Count > 0)
        {
            throw new InvalidOperationException($"Objects {string.Join(", ", reserved)} were reserved and never set.");
        }

        using var to = new MemoryStream(pdf.Length + 65_536);
        to.Write(pdf);
        if (last.Marked == last.End)
        {
            Put(to, "\n");
        }

        var from = (int)to.Position;
        var offsets = new SortedDictionary<int, int>();
        foreach (var (number, (generation, value)) in objects)
        {
            offsets.Add(number, (int)to.Position);
            Put(to, $"{number} {generation} obj\n");
            value.Write(to);
            Put(to, "\nendobj\n");
        }

        var content = to.GetBuffer().AsSpan(from, (int)to.Position - from);
        Finish(to, offsets, SHA256.HashData(content));
        return to.ToArray();
    }

    private void Finish(MemoryStream to, SortedDictionary<int, int> offsets, byte[] digest)
    {
        var at = to.Position;
        Put(to, "xref\n");
        foreach (var run in Runs([.. offsets.Keys]))
        {
            Put(to, $"{run[0]} {run.Count}\n");
            foreach (var number in run)
            {
                Put(to, string.Create(CultureInfo.InvariantCulture, $"{offsets[number]:0000000000} {objects[number].Generation:00000} n \n"));
            }
        }

        var trailer = last.Trailer.Copy();
        trailer["Size"] = new PdfNumber(next);
        trailer["Prev"] = new PdfNumber(last.Section.At);
        if (last.Resolve(last.Trailer["ID"]) is PdfArray { Items: [PdfBytes first, ..] })
        {
            // The first part names the document, the second this state of it (14.4).
            trailer["ID"] = new PdfArray(first, new PdfBytes(digest[..16]));
        }

        Put(to, "trailer\n");
        trailer.Write(to);
        Put(to, $"\nstartxref\n{at}\n%%EOF\n");
    }

    private static IEnumerable<List<int>> Runs(IReadOnlyList<int> numbers)
    {
        var run = new List<int>();
        foreach (var number in numbers)
        {
            if (run.Count > 0 && number != run[^1] + 1)
            {
                yield return run;
                run = [];
            }

            run.Add(number);
        }

        if (run.Count > 0)
        {
            yield return run;
        }
    }

    private static void Put(Stream to, string ascii) => to.Write(Encoding.ASCII.GetBytes(ascii));
}
