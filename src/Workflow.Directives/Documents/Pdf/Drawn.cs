using Workflow.Directives.Documents.Fonts;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>A colour of the sRGB space, each part from 0 to 1.</summary>
/// <param name="Red">Red.</param>
/// <param name="Green">Green.</param>
/// <param name="Blue">Blue.</param>
public readonly record struct Ink(double Red, double Green, double Blue)
{
    /// <summary>Black, the colour of everything that is prescribed without one.</summary>
    public static Ink Black { get; }

    /// <summary>The blue of a signature.</summary>
    public static Ink SignatureBlue { get; } = new(0.05, 0.15, 0.6);

    /// <summary>The bright red of an organ's seal.</summary>
    public static Ink SealRed { get; } = new(0.86, 0.06, 0.1);

    /// <summary>The light grey of a mark laid over a page.</summary>
    public static Ink MarkGrey { get; } = new(0.78, 0.78, 0.78);
}

/// <summary>
/// A thing drawn into a form of its own (<see cref="FormDrawing"/>). Places are points of 1/72 inch from the lower left corner of the
/// form, up and to the right.
/// </summary>
public abstract record Drawn;

/// <summary>Which point of a text its place names.</summary>
public enum TextAlign
{
    /// <summary>The left end.</summary>
    Left,

    /// <summary>The middle.</summary>
    Centre,

    /// <summary>The right end.</summary>
    Right,
}

/// <summary>One line of text.</summary>
/// <param name="Text">The text, in any normal form; drawn as NFC.</param>
/// <param name="Face">The face.</param>
/// <param name="SizePt">Size in points.</param>
/// <param name="XPt">Place across of the point that <paramref name="Align"/> names.</param>
/// <param name="BaselinePt">Height of the baseline.</param>
/// <param name="Align">Which point is placed.</param>
/// <param name="Ink">Its colour.</param>
/// <param name="TurnedDegrees">How far it is turned about that point, counter-clockwise.</param>
public sealed record DrawnText(
    string Text, FontFace Face, double SizePt, double XPt, double BaselinePt, TextAlign Align = TextAlign.Left, Ink Ink = default,
    double TurnedDegrees = 0) : Drawn
{
    /// <summary>How wide it is, in points.</summary>
    public double WidthPt => FontMeasures.Width(Face, VietnameseText.Nfc(Text), SizePt);
}

/// <summary>A straight line.</summary>
/// <param name="FromXPt">One end, across.</param>
/// <param name="FromYPt">One end, up.</param>
/// <param name="ToXPt">The other end, across.</param>
/// <param name="ToYPt">The other end, up.</param>
/// <param name="WidthPt">Thickness.</param>
/// <param name="Ink">Its colour.</param>
public sealed record DrawnLine(double FromXPt, double FromYPt, double ToXPt, double ToYPt, double WidthPt, Ink Ink = default) : Drawn;

/// <summary>A rectangle: a frame, or filled without one.</summary>
/// <param name="XPt">Left edge.</param>
/// <param name="YPt">Lower edge.</param>
/// <param name="WidthPt">Width.</param>
/// <param name="HeightPt">Height.</param>
/// <param name="LinePt">Thickness of the frame; 0 fills the rectangle instead.</param>
/// <param name="Ink">Its colour.</param>
public sealed record DrawnBox(double XPt, double YPt, double WidthPt, double HeightPt, double LinePt, Ink Ink = default) : Drawn;

/// <summary>A circle, not filled.</summary>
/// <param name="XPt">Centre, across.</param>
/// <param name="YPt">Centre, up.</param>
/// <param name="RadiusPt">Radius.</param>
/// <param name="LinePt">Thickness.</param>
/// <param name="Ink">Its colour.</param>
public sealed record DrawnCircle(double XPt, double YPt, double RadiusPt, double LinePt, Ink Ink = default) : Drawn;

/// <summary>A picture; transparent where it is.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="XPt">Left edge.</param>
/// <param name="YPt">Lower edge.</param>
/// <param name="WidthPt">Width it is stretched to.</param>
/// <param name="HeightPt">Height it is stretched to.</param>
public sealed record DrawnPicture(PngPicture Picture, double XPt, double YPt, double WidthPt, double HeightPt) : Drawn
{
    /// <summary>A picture as large as it fits into a room, in its middle, its sides in proportion.</summary>
    /// <param name="picture">The picture.</param>
    /// <param name="bottomPt">Lower edge of the room; its left edge is the form's.</param>
    /// <param name="widthPt">Width of the room.</param>
    /// <param name="heightPt">Height of the room.</param>
    public static DrawnPicture Fitted(PngPicture picture, double bottomPt, double widthPt, double heightPt)
    {
        ArgumentNullException.ThrowIfNull(picture);
        var scale = Math.Min(widthPt / picture.Width, heightPt / picture.Height);
        var (wide, high) = (picture.Width * scale, picture.Height * scale);
        return new DrawnPicture(picture, (widthPt - wide) / 2, bottomPt + ((heightPt - high) / 2), wide, high);
    }
}
