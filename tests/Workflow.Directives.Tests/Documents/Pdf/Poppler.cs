using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Tests.Documents.Pdf;

/// <summary>What programs that are not ours see in a PDF: Poppler's tools, where they are installed.</summary>
internal static partial class Poppler
{
    internal static string? Find(string tool) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries).Select(folder => Path.Combine(folder, tool)).FirstOrDefault(File.Exists);

    /// <summary>A word with its box in points from the upper left corner of its page.</summary>
    internal sealed record Word(int Page, string Text, double Left, double Top, double Right, double Bottom);

    internal static List<Word> Words(byte[] pdf)
    {
        var words = new List<Word>();
        var page = 0;
        foreach (var line in Text(pdf, "-bbox").Split('\n'))
        {
            page += line.Contains("<page ", StringComparison.Ordinal) ? 1 : 0;
            if (Box().Match(line) is { Success: true } box)
            {
                var sides = Enumerable.Range(1, 4).Select(i => double.Parse(box.Groups[i].Value, CultureInfo.InvariantCulture)).ToArray();
                words.Add(new(page, System.Net.WebUtility.HtmlDecode(box.Groups[5].Value), sides[0], sides[1], sides[2], sides[3]));
            }
        }

        return words;
    }

    internal static string Text(byte[] pdf, params string[] how) => Encoding.UTF8.GetString(Run("pdftotext", pdf, [.. how, "-enc", "UTF-8"], "-"));

    internal static string Fonts(byte[] pdf) => Encoding.UTF8.GetString(Run("pdffonts", pdf, [], null));

    /// <summary>A page in grey, one byte a pixel.</summary>
    internal static (int Width, int Height, byte[] Pixels) Picture(byte[] pdf, int page, int dotsPerInch)
    {
        var number = page.ToString(CultureInfo.InvariantCulture);
        var pgm = Run("pdftoppm", pdf, ["-gray", "-r", dotsPerInch.ToString(CultureInfo.InvariantCulture), "-f", number, "-l", number], null);
        var head = Pgm().Match(Encoding.Latin1.GetString(pgm, 0, Math.Min(64, pgm.Length)));
        var (width, height) = (int.Parse(head.Groups[1].Value, CultureInfo.InvariantCulture), int.Parse(head.Groups[2].Value, CultureInfo.InvariantCulture));
        return (width, height, pgm[^(width * height)..]);
    }

    private static byte[] Run(string tool, byte[] pdf, string[] how, string? output)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.pdf");
        File.WriteAllBytes(file, pdf);
        try
        {
            var start = new ProcessStartInfo(Find(tool)!) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
            foreach (var word in new[] { [.. how, file], output is null ? [] : new[] { output } }.SelectMany(words => words))
            {
                start.ArgumentList.Add(word);
            }

            using var process = Process.Start(start)!;
            var complaint = process.StandardError.ReadToEndAsync();
            using var all = new MemoryStream();
            process.StandardOutput.BaseStream.CopyTo(all);
            process.WaitForExit();
            Assert.Equal("", complaint.GetAwaiter().GetResult());
            return all.ToArray();
        }
        finally
        {
            File.Delete(file);
        }
    }

    [GeneratedRegex("""<word xMin="([0-9.]+)" yMin="([0-9.]+)" xMax="([0-9.]+)" yMax="([0-9.]+)">(.*)</word>""")]
    private static partial Regex Box();

    [GeneratedRegex(@"^P5\s+(\d+)\s+(\d+)\s+\d+\s")]
    private static partial Regex Pgm();
}

/// <summary>Runs where Poppler's programs are installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PopplerFactAttribute : FactAttribute
{
    public PopplerFactAttribute() => Skip = PopplerTheoryAttribute.Missing;
}

/// <summary>Runs where Poppler's programs are installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PopplerTheoryAttribute : TheoryAttribute
{
    public PopplerTheoryAttribute() => Skip = Missing;

    internal static string? Missing => Array.Exists(["pdftotext", "pdffonts", "pdftoppm"], tool => Poppler.Find(tool) is null)
        ? "Install pdftotext, pdffonts and pdftoppm (Poppler)." : null;
}
