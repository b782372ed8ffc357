using System.Text;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Files.Pdf;

/// <summary>
/// Joins the lines of a paragraph that a page broke. The page tells more than the words: a line that reaches the right margin, and
/// under it one that begins at the left margin, are one paragraph; a new one is indented or comes after a short line or a gap.
/// </summary>
internal static class PdfLines
{
    /// <summary>A line reaches the margin when so much of the widest is filled; a long word may not have fitted.</summary>
    private const double FullLine = 0.85;

    /// <summary>Narrower pages have no body from which margins could be told.</summary>
    private const int NarrowestBody = 50;

    private const int Indent = 2;

    internal static string Join(string page)
    {
        var lines = page.Trim('\n', '\r').Split('\n');
        var body = lines.Where(line => !HasColumns(line)).ToList();
        var right = body.Select(line => line.TrimEnd().Length).DefaultIfEmpty(0).Max();
        if (right < NarrowestBody)
        {
            return string.Join('\n', lines);
        }

        var left = body.Where(line => line.TrimEnd().Length >= right * FullLine).Select(IndentOf).DefaultIfEmpty(0).Min();
        var joined = new StringBuilder(lines[0]);
        for (var i = 1; i < lines.Length; i++)
        {
            var goesOn = IsFull(lines[i - 1], right) && BeginsAtMargin(lines[i], left);
            joined.Append(goesOn ? " " : "\n").Append(goesOn ? lines[i].TrimStart() : lines[i]);
        }

        return joined.ToString();
    }

    private static bool IsFull(string line, int right) => !HasColumns(line) && line.TrimEnd().Length >= right * FullLine;

    private static bool BeginsAtMargin(string line, int left) =>
        line.Trim().Length > 0 && IndentOf(line) < left + Indent && !HasColumns(line)
        && SectionMarker.Split(line.TrimStart()).Marker is null && !VietnameseText.IsCapitals(line);

    private static int IndentOf(string line) => line.Length - line.TrimStart().Length;

    private static bool HasColumns(string line) => line.Trim().Contains("   ", StringComparison.Ordinal);
}
