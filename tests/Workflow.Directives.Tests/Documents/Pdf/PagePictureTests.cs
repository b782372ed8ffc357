using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Tests.Documents.Pdf;

/// <summary>
/// Pages against pictures that a person has looked at, made with <c>pdftoppm -gray -r 40 -png -singlefile</c>. Squares of pixels are
/// compared, so that another version of the program that smooths letters otherwise makes no difference.
/// </summary>
public sealed class PagePictureTests
{
    private const int DotsPerInch = 40;
    private const int Square = 4;
    private const int MostInOneSquare = 80;
    private const double MostOnAverage = 2.5;

    private static readonly PdfOptions Options = new() { Id = Guid.Empty, CreatedAt = DateTime.UnixEpoch };

    [PopplerTheory]
    [InlineData("chi-thi")]
    [InlineData("cong-van-hoa-toc")]
    [InlineData("chi-thi-nha-nuoc")]
    public void FirstPage_OfASample_LooksAsItDidWhenItWasApproved(string sample)
    {
        var approved = PngPicture.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Documents", "Pdf", "Pages", sample + ".png")))!;
        var grey = Enumerable.Range(0, approved.Width * approved.Height).Select(i => approved.Colours[3 * i]).ToArray();

        var printed = Poppler.Picture(Write(DocumentReader.Read(SampleTests.Text(sample)), Options), 1, DotsPerInch);

        AssertAlike((approved.Width, approved.Height, grey), printed);
    }

    [PopplerFact]
    public void Fields_StillBlank_HoldTheBlankLinesWhereTheyArePrinted()
    {
        var blank = DocumentReader.Read(SampleTests.Text("chi-thi")) with { Number = null, Date = null };

        var printed = Poppler.Words(Write(blank, Options with { DraftYear = 2026, SignedNote = "" })).OrderBy(word => word.Top).ThenBy(word => word.Left).ToList();
        var held = Poppler.Words(Write(blank, Options with { DraftYear = 2026, Reserve = true })).OrderBy(word => word.Top).ThenBy(word => word.Left).ToList();

        Assert.Equal(printed.Select(word => word.Text), held.Select(word => word.Text));
        Assert.All(printed.Zip(held), pair => Assert.True(Math.Abs(pair.First.Left - pair.Second.Left) < 0.1 && Math.Abs(pair.First.Top - pair.Second.Top) < 0.1));
    }

    private static byte[] Write(DirectiveDocument d, PdfOptions options) => DirectivePdf.Write(d, FormProfiles.For(d, new(2026, 7, 6), new()), options);

    private static void AssertAlike((int Width, int Height, byte[] Pixels) expected, (int Width, int Height, byte[] Pixels) actual)
    {
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        var (worst, sum, count) = (0.0, 0.0, 0);
        for (var y = 0; y + Square <= expected.Height; y += Square)
        {
            for (var x = 0; x + Square <= expected.Width; x += Square)
            {
                var difference = Math.Abs(Mean(expected, x, y) - Mean(actual, x, y));
                (worst, sum, count) = (Math.Max(worst, difference), sum + difference, count + 1);
            }
        }

        Assert.True(worst <= MostInOneSquare && sum / count <= MostOnAverage, $"worst {worst}, on average {sum / count}");
    }

    private static double Mean((int Width, int Height, byte[] Pixels) picture, int x, int y)
    {
        var sum = 0;
        for (var i = 0; i < Square * Square; i++)
        {
            sum += picture.Pixels[((y + (i / Square)) * picture.Width) + x + (i % Square)];
        }

        return sum / (double)(Square * Square);
    }
}
