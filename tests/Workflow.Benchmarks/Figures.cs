using System.Text.Encodings.Web;
using System.Text.Json;

namespace Workflow.Benchmarks;

/// <summary>All benchmarks in order.</summary>
internal static class Figures
{
    public static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static async IAsyncEnumerable<object> RunAsync(int rounds)
    {
        await foreach (var line in EngineThroughStore.RunAsync(rounds))
        {
            yield return line;
        }

        await foreach (var line in IssueToManyUnits.RunAsync(rounds))
        {
            yield return line;
        }

        await foreach (var line in AcknowledgmentStorm.RunAsync())
        {
            yield return line;
        }

        foreach (var line in ReadingSpeed.Run(rounds))
        {
            yield return line;
        }

        foreach (var line in PdfSpeed.Run(rounds))
        {
            yield return line;
        }

        await foreach (var line in SearchManyDocuments.RunAsync(rounds))
        {
            yield return line;
        }

        await foreach (var line in ProgramStart.RunAsync(rounds))
        {
            yield return line;
        }
    }

    /// <summary>The middle value; of an even count the lower one.</summary>
    public static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted[(sorted.Count - 1) / 2];
    }
}
