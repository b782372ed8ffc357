using System.Globalization;
using Workflow.Engine;

namespace Workflow.Web.Pages.Work;

/// <summary>A rectangle of the picture, in the designer's pixels.</summary>
internal readonly record struct Box(double Left, double Top, double Width, double Height)
{
    public double Right => Left + Width;

    public double Bottom => Top + Height;

    public double MiddleX => Left + (Width / 2);

    public double MiddleY => Top + (Height / 2);
}

/// <summary>A connection as drawn.</summary>
/// <param name="Path">SVG path data of right-angled lines.</param>
/// <param name="Back">Whether it leads back.</param>
/// <param name="Label">Outcome it stands for.</param>
/// <param name="LabelX">Where the outcome is written.</param>
/// <param name="LabelY">Where the outcome is written.</param>
internal sealed record Route(string Path, bool Back, string Label, double LabelX, double LabelY);

/// <summary>
/// Lays connections between boxes: straight to the next box of a row, otherwise out at the bottom or top and along a lane between
/// the rows. Ways down and ways up keep to different lanes and different sides of a box, so a loop back stays readable.
/// </summary>
internal static class Routing
{
    private const double Lane = 20;
    private const double Side = 26;
    private const double Near = 8;
    private const double Far = 50;

    public static IReadOnlyList<Route> Of(IEnumerable<Connection> connections, IReadOnlyDictionary<string, Box> boxes) =>
    [
        .. connections.Where(one => boxes.ContainsKey(one.Source) && boxes.ContainsKey(one.Target))
            .Select(one => Between(boxes[one.Source], boxes[one.Target], one.Port, boxes.Values)),
    ];

    private static Route Between(Box from, Box to, string port, IEnumerable<Box> all)
    {
        if (SameRow(from, to))
        {
            var free = to.Left >= from.Right
                && !all.Any(box => SameRow(box, from) && box.Left >= from.Right && box.Right <= to.Left);
            return free
                ? Draw([(from.Right, from.MiddleY), (to.Left, to.MiddleY)], false, port)
                : Over(from, to, port);
        }

        return to.Top > from.Top ? Down(from, to, port) : Up(from, to, port);
    }

    private static Route Over(Box from, Box to, string port)
    {
        var lane = Math.Min(from.Top, to.Top) - Lane;
        return Draw([(from.MiddleX + Side, from.Top), (from.MiddleX + Side, lane), (to.MiddleX - Side, lane), (to.MiddleX - Side, to.Top)], to.Left < from.Left, port);
    }

    private static Route Down(Box from, Box to, string port)
    {
        var lane = to.Top - Lane;
        var back = port == "Returned";
        var exit = from.MiddleX + (back ? Near : Far);
        return Draw([(exit, from.Bottom), (exit, lane), (to.MiddleX - Side, lane), (to.MiddleX - Side, to.Top)], back, port);
    }

    private static Route Up(Box from, Box to, string port)
    {
        var lane = to.Bottom + Lane;
        return Draw([(from.MiddleX + Side, from.Top), (from.MiddleX + Side, lane), (to.MiddleX - Side, lane), (to.MiddleX - Side, to.Bottom)], true, port);
    }

    private static bool SameRow(Box one, Box other) => Math.Abs(one.MiddleY - other.MiddleY) < one.Height / 2;

    private static Route Draw(IReadOnlyList<(double X, double Y)> points, bool back, string port)
    {
        var path = "M" + string.Join(" L", points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{point.X:0.#} {point.Y:0.#}")));
        return new Route(path, back, port, points[0].X + 6, points[0].Y + (points[1].Y < points[0].Y ? -6 : 16));
    }
}
