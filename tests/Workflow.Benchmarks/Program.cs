using System.Text.Json;
using Workflow.Benchmarks;

// Prints one JSON line per figure. --short runs a few rounds only, so that the program cannot rot unseen; --reading and
// --pdf run only the figures of reading and of printing, which need no store and no server.
var rounds = args.Contains("--short") ? 1 : 5;
var figures = args.Contains("--reading") ? ReadingSpeed.Run(rounds).ToAsyncEnumerable()
    : args.Contains("--pdf") ? PdfSpeed.Run(rounds).ToAsyncEnumerable()
    : Figures.RunAsync(rounds);
await foreach (var line in figures)
{
    Console.WriteLine(JsonSerializer.Serialize(line, Figures.Format));
}
