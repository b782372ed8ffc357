using System.Globalization;
using System.Text;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>A small PDF of one page with the reserved fields, written by hand: what a rendered directive is to the code that signs.</summary>
internal sealed class PaperFile : IPdfObjects
{
    public const string BlankNumber = "Số        -CT/TU";

    public const string BlankDate = "Nam Bình, ngày      tháng      năm 2026";

    private readonly SortedDictionary<int, PdfValue> objects = [];
    private int next = 1;

    public PdfReference Reserve() => new(next++);

    public void Set(PdfReference at, PdfValue value) => objects.Add(at.Number, value);

    /// <summary>The file as it is before anyone signs.</summary>
    /// <param name="further">Changes the catalog, the page or the form before they are written.</param>
    public static byte[] Blank(Action<PdfDictionary, PdfDictionary, PdfDictionary>? further = null)
    {
        var file = new PaperFile();
        var (root, pages, page) = (file.Reserve(), file.Reserve(), file.Reserve());
        var font = file.Add(new PdfDictionary { { "Type", new PdfName("Font") }, { "Subtype", new PdfName("Type1") }, { "BaseFont", new PdfName("Times-Roman") } });
        var resources = file.Add(new PdfDictionary { { "Font", new PdfDictionary { { "F1", font } } } });
        var content = file.Add(Stream("BT /F1 14 Tf 90 500 Td (Chi thi ve viec thu nghiem) Tj ET"));
        PdfReference[] fields =
        [
            file.Text(page, DirectiveFields.Number, BlankNumber, 60, 700, 200, 18, font),
            file.Text(page, DirectiveFields.PlaceDate, BlankDate, 300, 700, 240, 18, font),
            file.Signature(page, DirectiveFields.Signer, 300, 200, 240, 90),
            file.Signature(page, DirectiveFields.Seal, 250, 190, 100, 100),
        ];
        var pageObject = new PdfDictionary
        {
            { "Type", new PdfName("Page") }, { "Parent", pages }, { "MediaBox", PdfArray.Of(0, 0, 595, 842) }, { "Resources", resources },
            { "Contents", content }, { "Annots", new PdfArray(fields) },
        };
        var form = new PdfDictionary { { "Fields", new PdfArray(fields) }, { "SigFlags", new PdfNumber(3) }, { "DR", resources } };
        var catalog = new PdfDictionary { { "Type", new PdfName("Catalog") }, { "Pages", pages }, { "Lang", PdfBytes.Text("vi") } };
        further?.Invoke(catalog, pageObject, form);
        catalog["AcroForm"] = file.Add(form);
        file.Set(pages, new PdfDictionary { { "Type", new PdfName("Pages") }, { "Kids", new PdfArray(page) }, { "Count", new PdfNumber(1) } });
        file.Set(page, pageObject);
        file.Set(root, catalog);
        return file.ToBytes(root);
    }

    /// <summary>A form XObject with a line of text, as wide and high as said.</summary>
    public static Func<IPdfObjects, PdfReference> Drawn(string ascii, double width, double height) => objects =>
    {
        var font = objects.Add(new PdfDictionary { { "Type", new PdfName("Font") }, { "Subtype", new PdfName("Type1") }, { "BaseFont", new PdfName("Times-Roman") } });
        var stream = Stream($"BT /F1 10 Tf 2 5 Td ({ascii}) Tj ET");
        stream.Dictionary.Add("Type", new PdfName("XObject"));
        stream.Dictionary.Add("Subtype", new PdfName("Form"));
        stream.Dictionary.Add("BBox", PdfArray.Of(0, 0, width, height));
        stream.Dictionary.Add("Resources", new PdfDictionary { { "Font", new PdfDictionary { { "F1", font } } } });
        return objects.Add(stream);
    };

    public static PdfStream Stream(string content) => new([], Encoding.Latin1.GetBytes(content));

    private PdfReference Text(PdfReference page, string name, string value, double x, double y, double width, double height, PdfReference font)
    {
        var field = Widget(page, name, "Tx", x, y, width, height);
        field.Add("V", PdfBytes.Text(value));
        field.Add("DA", PdfBytes.Text("/F1 13 Tf 0 g"));
        field.Add("DR", new PdfDictionary { { "Font", new PdfDictionary { { "F1", font } } } });
        field.Add("AP", new PdfDictionary { { "N", Drawn("So        -CT/TU", width, height)(this) } });
        return this.Add(field);
    }

    private PdfReference Signature(PdfReference page, string name, double x, double y, double width, double height) =>
        this.Add(Widget(page, name, "Sig", x, y, width, height));

    private static PdfDictionary Widget(PdfReference page, string name, string type, double x, double y, double width, double height) => new()
    {
        { "Type", new PdfName("Annot") }, { "Subtype", new PdfName("Widget") }, { "FT", new PdfName(type) }, { "T", PdfBytes.Text(name) },
        { "F", new PdfNumber(4) }, { "P", page }, { "Rect", PdfArray.Of(x, y, x + width, y + height) },
    };

    private byte[] ToBytes(PdfReference root)
    {
        using var to = new MemoryStream();
        to.Write("%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n"u8);
        var table = new StringBuilder($"xref\n0 {next}\n0000000000 65535 f \n");
        foreach (var (number, value) in objects)
        {
            table.Append(CultureInfo.InvariantCulture, $"{to.Position:0000000000} 00000 n \n");
            to.Write(Encoding.ASCII.GetBytes($"{number} 0 obj\n"));
            value.Write(to);
            to.Write("\nendobj\n"u8);
        }

        var at = to.Position;
        to.Write(Encoding.ASCII.GetBytes(table.ToString()));
        to.Write("trailer\n"u8);
        new PdfDictionary
        {
            { "Size", new PdfNumber(next) }, { "Root", root }, { "ID", new PdfArray(new PdfBytes(new byte[16]), new PdfBytes(new byte[16])) },
        }.Write(to);
        to.Write(Encoding.ASCII.GetBytes($"\nstartxref\n{at}\n%%EOF\n"));
        return to.ToArray();
    }
}
