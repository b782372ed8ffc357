using System.Diagnostics;

namespace Workflow.Fuzz;

/// <summary>Reads all files and tells how it went.</summary>
internal static class Campaign
{
    private const string Valid = "Valid ";

    internal static async Task<int> RunAsync(Orders orders)
    {
        var (folder, watch) = (Directory.CreateTempSubdirectory("workflow-fuzz-"), Stopwatch.StartNew());
        try
        {
            var database = Path.Combine(folder.FullName, "workflow.db");
            await using var office = await Office.FoundAsync(database);
            var samples = await Samples.MakeAsync(office);
            await using var reader = new ReaderAtWork(database);
            await WholeOnesAreReadAsync(samples, reader);
            var tally = await ReadAllAsync(orders, new Mutants(samples, orders.Seed), samples, reader);
            return Tell(orders, tally, reader.PeakMemory, watch.Elapsed);
        }
        finally
        {
            Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
            folder.Delete(recursive: true);
        }
    }

    /// <summary>Were the samples refused already, damage would prove nothing.</summary>
    private static async Task WholeOnesAreReadAsync(IReadOnlyList<Sample> samples, ReaderAtWork reader)
    {
        var papers = 0;
        foreach (var sample in samples)
        {
            var (fate, answer) = await reader.ReadAsync(sample);
            papers += answer.StartsWith(Valid, StringComparison.Ordinal) ? 1 : 0;
            if (fate != Fate.Answered || !answer.EndsWith("read", StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"A whole {sample.Kind} is not read: {answer}");
            }
        }

        if (papers == 0)
        {
            throw new InvalidOperationException("No whole paper is valid.");
        }
    }

    private static async Task<List<(SampleKind Kind, Fate Fate, bool Read)>> ReadAllAsync(
        Orders orders, Mutants mutants, IReadOnlyList<Sample> samples, ReaderAtWork reader)
    {
        var tally = new List<(SampleKind, Fate, bool)>();
        for (var number = 0; number < orders.Files; number++)
        {
            var mutant = mutants.Draw(number);
            var (fate, answer) = await reader.ReadAsync(mutant);
            if (fate == Fate.Answered && answer.StartsWith(Valid, StringComparison.Ordinal) && !samples.Any(one => one.Content.AsSpan().SequenceEqual(mutant.Content)))
            {
                fate = Fate.Forged;
            }

            tally.Add((mutant.Kind, fate, answer.EndsWith("read", StringComparison.Ordinal)));
            if (fate != Fate.Answered)
            {
                await KeepAsync(orders, number, mutant, fate, answer);
            }
        }

        return tally;
    }

    private static async Task KeepAsync(Orders orders, int number, Sample mutant, Fate fate, string answer)
    {
        Directory.CreateDirectory(orders.Keep);
        var path = Path.Combine(orders.Keep, $"{orders.Seed}-{number}-{mutant.Kind}.bin");
        await File.WriteAllBytesAsync(path, mutant.Content);
        await Console.Error.WriteLineAsync($"{fate}: {mutant.Kind} \"{mutant.Name}\", seed {orders.Seed}, file {number}, kept as {path}: {answer}");
    }

    private static int Tell(Orders orders, List<(SampleKind Kind, Fate Fate, bool Read)> tally, long peak, TimeSpan time)
    {
        int Count(Fate fate) => tally.Count(one => one.Fate == fate);
        var kinds = tally.GroupBy(one => one.Kind).OrderBy(kind => kind.Key).Select(kind => $"{kind.Key} {kind.Count()} ({kind.Count(one => one.Read)} read)");
        Console.WriteLine(
            $"{tally.Count} files, seed {orders.Seed}: {Count(Fate.Crash)} crashes, {Count(Fate.Hang)} hangs > 20 s, {Count(Fate.Memory)} over 512 MiB, "
            + $"{Count(Fate.Forged)} forgeries taken for valid; peak {peak / 1_048_576} MiB; {string.Join(", ", kinds)}; {time.TotalSeconds:0} s");
        return tally.TrueForAll(one => one.Fate == Fate.Answered) ? 0 : 1;
    }
}
