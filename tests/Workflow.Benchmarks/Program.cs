using System.Text.Json;
using Workflow.Benchmarks;

// Prints one JSON line per figure. --short runs a few rounds only, so that the program cannot rot unseen.
var rounds = args.Contains("--short") ? 1 : 5;
await foreach (var line in Figures.RunAsync(rounds))
{
    Console.WriteLine(JsonSerializer.Serialize(line, Figures.Format));
}
