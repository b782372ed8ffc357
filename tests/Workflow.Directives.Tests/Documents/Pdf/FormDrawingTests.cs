using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Tests.Documents.Pdf;

public sealed class FormDrawingTests
{
    private static readonly byte[] Dot = Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAIAAAABCAYAAAD0In+KAAAAD0lEQVR4nGNgYPj/H4gZAAz8Av4d5LFyAAAAAElFTkSuQmCC");

    [PopplerFact]
    public void Form_DrawnIntoAnyFile_BringsItsOwnFontsAndLetters()
    {
        var file = Page((objects, page) => FormDrawing.Add(
            objects, 400, 200,
            new DrawnText("Nguye\u0302\u0303n Thị Hồng", FontFace.Bold, 20, 200, 150, TextAlign.Centre, Ink.SignatureBlue),
            new DrawnText("Ký ngày 06/7/2026", FontFace.Italic, 12, 390, 100, TextAlign.Right),
            new DrawnCircle(100, 60, 50, 2, Ink.SealRed), new DrawnBox(10, 10, 50, 20, 1), new DrawnLine(0, 0, 400, 0, 1)));

        var words = Poppler.Words(file);

        Assert.Equal(["Nguyễn", "Thị", "Hồng", "Ký", "ngày", "06/7/2026"], words.Select(word => word.Text));
        Assert.Equal(50 + 200, (words[0].Left + words[2].Right) / 2, 0.5);
        Assert.Equal(50 + 390, words[^1].Right, 0.5);
        Assert.Equal(2, Poppler.Fonts(file).Split("yes yes yes").Length - 1);
    }

    [PopplerFact]
    public void Shapes_AreDrawnWhereTheyAreSaidToBe()
    {
        var file = Page((objects, page) => FormDrawing.Add(objects, 400, 200, new DrawnBox(100, 50, 40, 30, 0), new DrawnCircle(300, 100, 40, 4)));
        var (width, _, pixels) = Poppler.Picture(file, 1, 72);
        byte At(double x, double y) => pixels[(int)((842 - 300 - y) * width) + (int)(50 + x)];

        Assert.Equal(0, At(120, 65));
        Assert.Equal(255, At(150, 65));
        Assert.True(At(260, 100) < 128 && At(340, 100) < 128 && At(300, 140) < 128);
        Assert.Equal(255, At(300, 100));
    }

    [PopplerFact]
    public void Lines_FilledIn_LookAsTheHeadPrintsThem()
    {
        var form = FormProfiles.ByCode("HD05")!;
        var file = Page((objects, page) => FieldAppearances.PlaceDate(objects, form, 240, 16.8, FieldAppearances.PlaceDateText("Nam Bình", new(2026, 8, 1))));
        var words = Poppler.Words(file);

        Assert.Equal("Nam Bình, ngày 01 tháng 8 năm 2026", string.Join(' ', words.Select(word => word.Text)));
        Assert.Equal(50 + 120, (words[0].Left + words[^1].Right) / 2, 0.5);
        Assert.Contains("Tinos-Italic", Poppler.Fonts(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Line_WiderThanItsField_IsMadeToFit()
    {
        var look = new Workflow.Directives.Documents.Layout.Lettering(FontFace.Italic, 14);

        Assert.Equal(100, FieldAppearances.Text(look, 100, 17, "Thành phố Hồ Chí Minh, ngày 28 tháng 12 năm 2026").WidthPt, 3);
        Assert.Equal(14, FieldAppearances.Text(look, 400, 17, "Nam Bình, ngày 01 tháng 8 năm 2026").SizePt);
    }

    [Fact]
    public void Png_WithTransparency_IsPartedIntoColoursAndCover()
    {
        var picture = PngPicture.Read(Dot);

        Assert.NotNull(picture);
        Assert.Equal((2, 1), (picture.Width, picture.Height));
        Assert.Equal([0, 0, 255, 0, 0, 255], picture.Colours.ToArray());
        Assert.Equal([255, 0], picture.Cover.ToArray());
    }

    [Fact]
    public void Png_CutOffOrNoneAtAll_IsRefused()
    {
        Assert.Null(PngPicture.Read([]));
        Assert.Null(PngPicture.Read("%PDF-1.7"u8.ToArray()));
        Assert.All(Enumerable.Range(0, Dot.Length - 16), length => Assert.Null(PngPicture.Read(Dot[..length])));
        for (var i = 8; i < Dot.Length; i++)
        {
            var broken = (byte[])Dot.Clone();
            broken[i] ^= 0xFF;
            var read = PngPicture.Read(broken);
            Assert.True(read is null || read.Width <= 4_000, "a broken picture is refused or read, and never throws");
        }
    }

    internal static byte[] Page(Func<IPdfObjects, PdfReference, PdfReference> draw)
    {
        var file = new PdfWriter();
        var (pages, page) = (file.Reserve(), file.Reserve());
        var form = draw(file, page);
        file.Set(page, new PdfDictionary
        {
            { "Type", new PdfName("Page") },
            { "Parent", pages },
            { "MediaBox", PdfArray.Of(0, 0, 595, 842) },
            { "Contents", file.Add(new PdfStream([], "q 1 0 0 1 50 300 cm /X Do Q"u8.ToArray())) },
            { "Resources", new PdfDictionary { { "XObject", new PdfDictionary { { "X", form } } } } },
        });
        file.Set(pages, new PdfDictionary { { "Type", new PdfName("Pages") }, { "Count", new PdfNumber(1) }, { "Kids", new PdfArray(page) } });
        return file.ToBytes(file.Add(new PdfDictionary { { "Type", new PdfName("Catalog") }, { "Pages", pages } }), file.Add(new PdfDictionary()), Guid.Empty);
    }
}
