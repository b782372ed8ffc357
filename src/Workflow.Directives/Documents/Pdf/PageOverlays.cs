using System.Globalization;
using QRCoder;
using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>What lies over or under the prescribed page without moving anything of it: reader marks, the arrival stamp, the way to verify.</summary>
internal sealed class PageOverlays(FormProfile profile, PdfOptions options, LaidDocument laid, int number)
{
    private const double StampLeftMm = 30;
    private const double StampTopMm = 3;
    private const double StampWidthMm = 64;
    private const double StampHeightMm = 16;
    private const double StampSizePt = 8.5;
    private const double StampLineMm = 3.6;

    private const double CodeMm = 18;
    private const double SmallCodeMm = 12.5;
    private const double SmallCodeAtMm = 6.2;
    private const double CaptionSizePt = 8;
    private const double EdgeMm = 4;

    private const double MarkSizePt = 8;
    private const double SlantedSizePt = 22;
    private const double SlantedStepMm = 75;
    private const double SlantDegrees = 40;
    private static readonly Ink Faint = new(0.93, 0.93, 0.93);

    private readonly double height = Length.Mm(profile.Sheet.HeightMm);
    private readonly double width = Length.Mm(profile.Sheet.WidthMm);

    /// <summary>
    /// Slanted lines behind the text. They say nothing to a program that reads the page: the mark is told once, in
    /// <see cref="DrawOver"/>.
    /// </summary>
    internal void DrawUnder(ContentStream content)
    {
        if (options.ViewMark is not { } mark)
        {
            return;
        }

        content.BeginUnread();
        for (var y = -height / 4; y < height * 1.1; y += Length.Mm(SlantedStepMm))
        {
            content.Draw(new DrawnText(Words(mark), FontFace.Regular, SlantedSizePt, width / 2, y + (height / 8), TextAlign.Centre, Faint, SlantDegrees));
        }

        content.End();
        content.End();
    }

    internal void DrawOver(ContentStream content)
    {
        if (number == 1 && options.ArrivalStamp is { } stamp)
        {
            Each(content, Stamp(stamp));
        }

        if (number == laid.Pages.Length && options.VerifyAddress is { } address)
        {
            Each(content, Code(address));
        }

        if (options.ViewMark is { } mark)
        {
            var text = new DrawnText(Words(mark), FontFace.Regular, MarkSizePt, width / 2, Length.Mm(EdgeMm), TextAlign.Centre, Ink.MarkGrey);
            var most = width - Length.Mm(2 * EdgeMm);
            Each(content, [text.WidthPt > most ? text with { SizePt = MarkSizePt * most / text.WidthPt } : text]);
        }
    }

    private static void Each(ContentStream content, IEnumerable<Drawn> parts)
    {
        content.BeginArtifact("Layout");
        foreach (var part in parts)
        {
            content.Draw(part);
        }

        content.End();
    }

    private static string Words(Watermark mark) =>
        string.Create(CultureInfo.InvariantCulture, $"{mark.Reader} - {mark.Unit} - {mark.Time:HH:mm dd/MM/yyyy}");

    private List<Drawn> Stamp(ArrivalStamp stamp)
    {
        var (left, top, wide) = (Length.Mm(StampLeftMm), height - Length.Mm(StampTopMm), Length.Mm(StampWidthMm));
        var lines = new List<Drawn> { new DrawnBox(left, top - Length.Mm(StampHeightMm), wide, Length.Mm(StampHeightMm), 1, Ink.SealRed) };
        void Line(int i, string text, FontFace face)
        {
            var drawn = new DrawnText(text, face, StampSizePt, left + (wide / 2), top - Length.Mm((StampLineMm * (i + 1)) + 0.3), TextAlign.Centre, Ink.SealRed);
            lines.Add(drawn.WidthPt > wide - 6 ? drawn with { SizePt = StampSizePt * (wide - 6) / drawn.WidthPt } : drawn);
        }

        Line(0, stamp.Receiver?.ToUpperInvariant() ?? "", FontFace.Bold);
        Line(1, "ĐẾN", FontFace.Bold);
        Line(2, $"Số: {stamp.Number}  Ngày: {stamp.Date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture)}", FontFace.Regular);
        Line(3, $"Chuyển: {stamp.ForwardTo}", FontFace.Regular);
        return lines;
    }

    // Below the text where there is room, else in the lower margin and smaller.
    private IEnumerable<Drawn> Code(string address)
    {
        var margin = Length.Mm(profile.Sheet.HeightMm - profile.Sheet.BottomMm);
        var fits = laid.EndOfText + Length.Mm(CodeMm + EdgeMm) <= margin;
        var side = Length.Mm(fits ? CodeMm : SmallCodeMm);
        var left = Length.Mm(profile.Sheet.MirroredBacks && number % 2 == 0 ? profile.Sheet.RightMm : profile.Sheet.LeftMm);
        var bottom = fits ? height - margin : Length.Mm(SmallCodeAtMm);
        foreach (var box in Modules(address, left, bottom, side))
        {
            yield return box;
        }

        var caption = new DrawnText("Kiểm tra tính xác thực:", FontFace.Italic, CaptionSizePt, left + side + 6, bottom + (side / 2) + 2);
        yield return caption;
        var line = new DrawnText(address, FontFace.Regular, CaptionSizePt, left + side + 6, bottom + (side / 2) - CaptionSizePt);
        var most = width - left - side - 6 - Length.Mm(profile.Sheet.RightMm);
        yield return line.WidthPt > most ? line with { SizePt = CaptionSizePt * most / line.WidthPt } : line;
    }

    private static IEnumerable<DrawnBox> Modules(string address, double left, double bottom, double side)
    {
        using var generator = new QRCodeGenerator();
        using var code = generator.CreateQrCode(address, QRCodeGenerator.ECCLevel.M);
        const int Quiet = 4;
        var count = code.ModuleMatrix.Count - (2 * Quiet);
        var module = side / count;
        for (var row = 0; row < count; row++)
        {
            for (var column = 0; column < count;)
            {
                var run = 0;
                while (column + run < count && code.ModuleMatrix[row + Quiet][column + run + Quiet])
                {
                    run++;
                }

                if (run > 0)
                {
                    yield return new(left + (column * module), bottom + side - ((row + 1) * module), run * module, module, 0);
                }

                column += Math.Max(run, 1);
            }
        }
    }
}
