using System.Globalization;
using System.Text;
using Workflow.Directives.Documents.Fonts;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>The operators of a page or form (ISO 32000-1, 8 and 9), with the resources they name.</summary>
internal sealed class ContentStream(EmbeddedFonts fonts)
{
    private const double Curve = 0.5522847498;

    private readonly StringBuilder operators = new();
    private readonly PdfDictionary pictures = [];
    private Ink fill;
    private Ink stroke;

    internal byte[] ToBytes() => Encoding.ASCII.GetBytes(operators.ToString());

    internal PdfDictionary Pictures => pictures;

    internal void Begin(string tag, int? id) =>
        operators.Append('/').Append(tag).Append(id is { } number ? string.Create(CultureInfo.InvariantCulture, $" <</MCID {number}>> BDC\n") : " BMC\n");

    internal void BeginArtifact(string type) => operators.Append("/Artifact <</Type /").Append(type).Append(">> BDC\n");

    /// <summary>An ornament of letters that copying and reading aloud pass over; ends with two <see cref="End"/>.</summary>
    internal void BeginUnread()
    {
        BeginArtifact("Layout");
        operators.Append("/Span <</ActualText ()>> BDC\n");
    }

    internal void End() => operators.Append("EMC\n");

    /// <summary>A line of text; each blank is wider by <paramref name="wider"/> points than the face has it.</summary>
    internal void Text(FontFace face, double size, double x, double y, string text, Ink ink, double wider = 0, double degrees = 0)
    {
        if (text.Length == 0)
        {
            return;
        }

        Fill(ink);
        var subset = fonts[face];
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        Put($"BT /{EmbeddedFonts.NameOf(face)} {N(size)} Tf {N(cosine)} {N(sine)} {N(-sine)} {N(cosine)} {N(x)} {N(y)} Tm ");
        operators.Append(wider == 0 ? "<" : "[<");
        foreach (var rune in text.EnumerateRunes())
        {
            operators.Append(subset.NumberOf(rune).ToString("X4", CultureInfo.InvariantCulture));
            if (wider != 0 && rune.Value == ' ')
            {
                operators.Append('>').Append(N(-1000 * wider / size)).Append('<');
            }
        }

        operators.Append(wider == 0 ? "> Tj ET\n" : ">] TJ ET\n");
    }

    internal void Draw(Drawn drawn, Func<PngPicture, PdfReference>? picture = null)
    {
        switch (drawn)
        {
            case DrawnText text:
                var back = text.Align switch { TextAlign.Left => 0, TextAlign.Centre => text.WidthPt / 2, _ => text.WidthPt };
                var (sine, cosine) = Math.SinCos(text.TurnedDegrees * Math.PI / 180);
                Text(text.Face, text.SizePt, text.XPt - (back * cosine), text.BaselinePt - (back * sine), VietnameseText.Nfc(text.Text), text.Ink, 0, text.TurnedDegrees);
                break;
            case DrawnLine line:
                Stroke(line.WidthPt, line.Ink);
                Put($"{N(line.FromXPt)} {N(line.FromYPt)} m {N(line.ToXPt)} {N(line.ToYPt)} l S\n");
                break;
            case DrawnBox box:
                Box(box);
                break;
            case DrawnCircle circle:
                Circle(circle);
                break;
            case DrawnPicture shown:
                var name = $"P{pictures.Count()}";
                pictures[name] = (picture ?? throw new ArgumentNullException(nameof(picture)))(shown.Picture);
                Put($"q {N(shown.WidthPt)} 0 0 {N(shown.HeightPt)} {N(shown.XPt)} {N(shown.YPt)} cm /{name} Do Q\n");
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(drawn), drawn, "Not known how to draw.");
        }
    }

    private void Box(DrawnBox box)
    {
        if (box.LinePt > 0)
        {
            Stroke(box.LinePt, box.Ink);
        }
        else
        {
            Fill(box.Ink);
        }

        Put($"{N(box.XPt)} {N(box.YPt)} {N(box.WidthPt)} {N(box.HeightPt)} re {(box.LinePt > 0 ? "S" : "f")}\n");
    }

    private void Circle(DrawnCircle circle)
    {
        Stroke(circle.LinePt, circle.Ink);
        var (x, y, r, c) = (circle.XPt, circle.YPt, circle.RadiusPt, circle.RadiusPt * Curve);
        Put($"{N(x + r)} {N(y)} m\n");
        double[][] quarters = [[r, c, c, r, 0, r], [-c, r, -r, c, -r, 0], [-r, -c, -c, -r, 0, -r], [c, -r, r, -c, r, 0]];
        foreach (var quarter in quarters)
        {
            Put(string.Join(' ', quarter.Select((offset, i) => N(offset + (i % 2 == 0 ? x : y)))) + " c\n");
        }

        Put("s\n");
    }

    private void Fill(Ink ink)
    {
        if (ink != fill)
        {
            Put($"{Colour(ink)} rg\n");
            fill = ink;
        }
    }

    private void Stroke(double width, Ink ink)
    {
        Put($"{N(width)} w ");
        if (ink != stroke)
        {
            Put($"{Colour(ink)} RG ");
            stroke = ink;
        }
    }

    private void Put(string text) => operators.Append(text);

    private static string Colour(Ink ink) => $"{N(ink.Red)} {N(ink.Green)} {N(ink.Blue)}";

    private static string N(double value) => PdfNumber.Of(value);
}
