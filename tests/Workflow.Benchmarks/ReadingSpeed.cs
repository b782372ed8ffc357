using System.Text;
using Workflow.Directives.Documents;
using Workflow.Directives.Tests.Documents;

namespace Workflow.Benchmarks;

/// <summary>
/// What it costs to read a text, beside what it costs merely to normalise the same text and part it into lines: ordinary documents
/// one by one (with real ones where <c>DIRECTIVE_CORPUS</c> names their folder), then 100,000 characters of every nasty shape.
/// </summary>
internal static class ReadingSpeed
{
    private const int NastyLength = 100_000;

    /// <summary>Readings before the first that counts; by then the program is compiled as it stays.</summary>
    private const int WarmUps = 10;

    /// <summary>A reading may cost so many times the normalising of the same text, or the floor where that is more.</summary>
    private const double MostTimesBase = 100;
    private const double FloorMs = 100;

    public static IEnumerable<object> Run(int rounds)
    {
        var samples = System.IO.Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "Samples"), "*.txt").Order().ToList();
        if (Environment.GetEnvironmentVariable("DIRECTIVE_CORPUS") is { Length: > 0 } corpus)
        {
            samples.AddRange(System.IO.Directory.GetFiles(corpus, "*.txt").Order());
        }

        foreach (var sample in samples)
        {
            yield return Measure("read " + Path.GetFileNameWithoutExtension(sample), File.ReadAllText(sample), rounds);
        }

        foreach (var shape in NastyTexts.Names)
        {
            yield return Measure($"read 100,000 characters: {shape}", NastyTexts.Text(shape, NastyLength), rounds);
        }
    }

    private static object Measure(string figure, string text, int rounds)
    {
        // The base is taken once: for marks out of order it takes seconds, which is why the reader parts them first.
        for (var warm = 0; warm < WarmUps; warm++)
        {
            DocumentReader.Read(text);
        }

        var normalised = Milliseconds(() => NormaliseAndSplit(text));
        var read = Figures.Median(Enumerable.Range(0, rounds).Select(_ => Milliseconds(() => DocumentReader.Read(text))));
        return new
        {
            figure,
            characters = text.Length,
            cpuMs = Math.Round(read, 2),
            baseCpuMs = Math.Round(normalised, 3),
            timesBase = Math.Round(read / normalised),
            within = read <= Math.Max(FloorMs, MostTimesBase * normalised),
        };
    }

    // Processor time, so that what else the machine does counts for neither.
    private static double Milliseconds<T>(Func<T> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        GC.KeepAlive(act());
        return (Environment.CpuUsage.TotalTime - before).TotalMilliseconds;
    }

    private static int NormaliseAndSplit(string text) =>
        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Normalize(NormalizationForm.FormC).Split('\n').Length;
}
