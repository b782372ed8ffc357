using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Issuing;

/// <summary>
/// What the organ's seal looks like on the page (NĐ 30/2020 annex I, HD 05): bright red, real size, over about the left third of the
/// signature. The organ's own picture where one is registered, otherwise a round seal drawn from its name.
/// </summary>
internal static class SealAppearance
{
    private const double RingWidth = 1.6;
    private const double LetterSize = 8;
    private const double WidestArcDegrees = 290;
    private const int StarPoints = 5;

    /// <summary>Draws it.</summary>
    /// <param name="objects">Where to.</param>
    /// <param name="width">Width of the field, points.</param>
    /// <param name="height">Height of the field, points.</param>
    /// <param name="organ">Name of the organ, in capitals.</param>
    /// <param name="picture">The organ's picture, or null.</param>
    public static PdfReference Draw(IPdfObjects objects, double width, double height, string organ, PngPicture? picture)
    {
        if (picture is not null)
        {
            return FormDrawing.Add(objects, width, height, DrawnPicture.Fitted(picture, 0, width, height));
        }

        var radius = (Math.Min(width, height) / 2) - RingWidth;
        var (x, y) = (width / 2, height / 2);
        return FormDrawing.Add(
            objects, width, height,
            [
                new DrawnCircle(x, y, radius, RingWidth, Ink.SealRed),
                new DrawnCircle(x, y, radius - (1.6 * LetterSize) - 2, RingWidth / 2, Ink.SealRed),
                .. Around(organ, x, y, radius - LetterSize - 2),
                .. Star(x, y, radius * 0.42),
            ]);
    }

    // Each letter stands on the circle, turned so that its foot points to the middle.
    private static IEnumerable<Drawn> Around(string organ, double x, double y, double radius)
    {
        var text = $"{organ}  *";
        var widths = text.Select(letter => Letter(letter, 0, 0, 0).WidthPt + 0.6).ToArray();
        var arc = widths.Sum() / radius * 180 / Math.PI;
        var stretch = Math.Min(1, WidestArcDegrees / arc);
        var angle = 90 + (arc * stretch / 2);
        for (var i = 0; i < text.Length; i++)
        {
            var half = widths[i] * stretch / radius * 90 / Math.PI;
            angle -= half;
            var radians = angle * Math.PI / 180;
            yield return Letter(text[i], x + (radius * Math.Cos(radians)), y + (radius * Math.Sin(radians)), angle - 90) with { SizePt = LetterSize * stretch };
            angle -= half;
        }
    }

    private static DrawnText Letter(char letter, double x, double y, double turned) =>
        new(letter.ToString(), FontFace.Bold, LetterSize, x, y, TextAlign.Centre, Ink.SealRed, turned);

    private static IEnumerable<Drawn> Star(double x, double y, double radius)
    {
        // From each point of the pentagon to the second next: the five strokes of a star.
        (double X, double Y) Point(int index)
        {
            var radians = (90 + (index * 360.0 / StarPoints)) * Math.PI / 180;
            return (x + (radius * Math.Cos(radians)), y + (radius * Math.Sin(radians)));
        }

        for (var i = 0; i < StarPoints; i++)
        {
            var (from, to) = (Point(i), Point(i + 2));
            yield return new DrawnLine(from.X, from.Y, to.X, to.Y, RingWidth, Ink.SealRed);
        }
    }
}
