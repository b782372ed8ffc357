using System.Text;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;

namespace Workflow.Benchmarks;

/// <summary>What it costs to print a directive of five pages with fields for number, date, signature and seal: the first, and one of many.</summary>
internal static class PdfSpeed
{
    private const int Pages = 5;
    private const int WarmUps = 30;
    private const int InARound = 20;
    private const double MostMs = 30;

    public static IEnumerable<object> Run(int rounds)
    {
        var sample = DocumentReader.Read(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Samples", "chi-thi.txt")));
        var form = FormProfiles.For(sample, new(2026, 7, 6), new());
        var options = new PdfOptions { Id = new("0e4e2b4e-3a5c-4c7e-9d54-2f6f3f1b7a10"), CreatedAt = new(2026, 7, 6, 3, 15, 0, DateTimeKind.Utc), Reserve = true };
        var first = Milliseconds(() => DirectivePdf.Write(sample, form, options));
        var document = FivePages(sample, form, options);
        for (var warm = 0; warm < WarmUps; warm++)
        {
            DirectivePdf.Write(document, form, options);
        }

        var later = Figures.Median(Enumerable.Range(0, rounds).Select(_ => Milliseconds(() => Enumerable.Range(0, InARound).Sum(_ => DirectivePdf.Write(document, form, options).Length)) / InARound));
        var file = DirectivePdf.Write(document, form, options);
        yield return new
        {
            figure = "print a directive of five pages",
            pages = PagesOf(file),
            bytes = file.Length,
            firstOfOnePageCpuMs = Math.Round(first, 1),
            cpuMs = Math.Round(later, 2),
            within = later <= MostMs && PagesOf(file) == Pages,
        };
    }

    // The sample directive with its text repeated until it fills so many pages.
    private static DirectiveDocument FivePages(DirectiveDocument sample, FormProfile form, PdfOptions options)
    {
        var longer = sample;
        for (var times = 1; times < Pages * 4; times++)
        {
            if (PagesOf(DirectivePdf.Write(longer, form, options)) == Pages)
            {
                return longer;
            }

            longer = longer with { Closing = longer.Closing.InsertRange(0, sample.BodyParagraphs()) };
        }

        throw new InvalidOperationException($"The sample repeated does not fill {Pages} pages.");
    }

    private static int PagesOf(byte[] file) => Encoding.Latin1.GetString(file).Split("/Type /Page/Parent").Length - 1;

    // Processor time, so that what else the machine does counts for neither.
    private static double Milliseconds<T>(Func<T> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(act());
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }
}
