using System.Globalization;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Signing;

/// <summary>
/// What a signature looks like on the page (NĐ 30/2020 annex I, HD 05): blue, between position and name. The signer's own
/// picture where one is registered, otherwise the name as written by hand; under it who signed and when, so that a printed copy says it too.
/// </summary>
internal static class SignatureAppearance
{
    private const double NoteSize = 7.5;
    private const double NoteLine = 9;
    private const double HandSize = 21;

    /// <summary>Draws it.</summary>
    /// <param name="objects">Where to.</param>
    /// <param name="width">Width of the field, points.</param>
    /// <param name="height">Height of the field, points.</param>
    /// <param name="name">The signer's name.</param>
    /// <param name="picture">The signer's picture, or null.</param>
    /// <param name="at">When it is signed, UTC.</param>
    public static PdfReference Draw(IPdfObjects objects, double width, double height, string name, PngPicture? picture, DateTime at)
    {
        var when = WorkingCalendar.ToVietnam(at).ToString("dd/MM/yyyy HH:mm:ss '+07:00'", CultureInfo.InvariantCulture);
        var room = height - (2 * NoteLine) - 2;
        return FormDrawing.Add(
            objects, width, height,
            picture is null ? Hand(name, width, height - room, room) : DrawnPicture.Fitted(picture, height - room, width, room),
            Note($"Ký bởi: {name}", width, NoteLine + 2),
            Note($"Thời gian ký: {when}", width, 2));
    }

    private static DrawnText Note(string text, double width, double baseline) =>
        new(text, FontFace.Regular, NoteSize, width / 2, baseline, TextAlign.Centre, Ink.SignatureBlue);

    private static DrawnText Hand(string name, double width, double bottom, double room)
    {
        var hand = new DrawnText(name, FontFace.Italic, HandSize, width / 2, bottom + (room / 3), TextAlign.Centre, Ink.SignatureBlue, TurnedDegrees: 4);
        return hand.WidthPt > width ? hand with { SizePt = HandSize * width / hand.WidthPt } : hand;
    }
}
