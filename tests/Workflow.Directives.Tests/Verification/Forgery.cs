using System.Globalization;
using System.Text;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Tests.Verification;

/// <summary>What somebody does who wants a signed file to show something else.</summary>
internal static class Forgery
{
    /// <summary>Appends an update, as any editor of PDF does.</summary>
    public static byte[] Update(byte[] pdf, Action<PdfUpdate, PdfRevision> change)
    {
        var update = new PdfUpdate(pdf);
        change(update, PdfFile.Read(pdf).Last);
        return update.ToBytes();
    }

    public static (PdfReference At, PdfDictionary Page) Page(PdfRevision revision)
    {
        var at = (PdfReference)revision.Items(revision.Dictionary(revision.Catalog["Pages"])!["Kids"])[0];
        return (at, (PdfDictionary)revision.Get(at)!);
    }

    public static (PdfReference At, PdfDictionary Field) Field(PdfRevision revision, string name)
    {
        var field = PdfField.Of(revision).Single(one => one.Name == name);
        return (field.Reference!, field.Dictionary);
    }

    /// <summary>The dictionary with one entry more, changed or (null) removed.</summary>
    public static PdfDictionary With(this PdfDictionary dictionary, string key, PdfValue? value)
    {
        var copy = dictionary.Copy();
        copy[key] = value;
        return copy;
    }

    /// <summary>The offset of an object in the last revision.</summary>
    public static int OffsetOf(byte[] pdf, int number) => PdfFile.Read(pdf).Last.Find(number)!.From;

    /// <summary>Appends bytes of one's own choice with a table that names the given objects at the given offsets.</summary>
    public static byte[] Append(byte[] pdf, string body, IReadOnlyDictionary<int, int> offsets, string trailer)
    {
        var at = pdf.Length + Encoding.Latin1.GetByteCount(body);
        var table = new StringBuilder("xref\n");
        foreach (var (number, offset) in offsets)
        {
            table.Append(CultureInfo.InvariantCulture, $"{number} 1\n{offset:0000000000} 00000 n \n");
        }

        return [.. pdf, .. Encoding.Latin1.GetBytes($"{body}{table}trailer\n{trailer}\nstartxref\n{at}\n%%EOF\n")];
    }

    /// <summary>The trailer of an honest update, as text.</summary>
    public static string Trailer(byte[] pdf)
    {
        var last = PdfFile.Read(pdf).Last;
        return Encoding.Latin1.GetString(last.Trailer.With("Prev", new PdfNumber(last.Section.At)).ToBytes());
    }

    /// <summary>Puts a text in place of another of the same length.</summary>
    public static byte[] Overwrite(byte[] pdf, string what, string with, bool last = true)
    {
        var (from, to) = (Encoding.Latin1.GetBytes(what), Encoding.Latin1.GetBytes(with.PadRight(what.Length)));
        Assert.Equal(from.Length, to.Length);
        var at = last ? pdf.AsSpan().LastIndexOf(from) : pdf.AsSpan().IndexOf(from);
        Assert.True(at >= 0, $"\"{what}\" is not in the file.");
        var copy = pdf.ToArray();
        to.CopyTo(copy, at);
        return copy;
    }

    /// <summary>The four numbers of the last signature's range.</summary>
    public static (int Zero, int Before, int After, int Length) Ranges(byte[] pdf)
    {
        var from = pdf.AsSpan().LastIndexOf("/ByteRange ["u8) + "/ByteRange [".Length;
        var numbers = Encoding.ASCII.GetString(pdf, from, pdf.AsSpan(from).IndexOf((byte)']')).Split(' ');
        return (Number(0), Number(1), Number(2), Number(3));

        int Number(int i) => int.Parse(numbers[i], CultureInfo.InvariantCulture);
    }

    /// <summary>Puts another signature in place of the last one, over what its range covers.</summary>
    public static byte[] Resign(byte[] pdf, Func<byte[], byte[]> sign) => Resign(pdf, Ranges(pdf), sign);

    /// <summary>The same over ranges the file itself no longer says.</summary>
    public static byte[] Resign(byte[] pdf, (int Zero, int Before, int After, int Length) ranges, Func<byte[], byte[]> sign)
    {
        var (_, before, after, rest) = ranges;
        var close = pdf.AsSpan(before).IndexOf((byte)'>') + before;
        var cms = Convert.ToHexString(sign([.. pdf.AsSpan(0, before), .. pdf.AsSpan(after, rest)]));
        Assert.True(cms.Length <= close - before - 1);
        var copy = pdf.ToArray();
        Encoding.ASCII.GetBytes(cms.PadRight(close - before - 1, '0')).CopyTo(copy, before + 1);
        return copy;
    }
}
