namespace Workflow.Fuzz;

/// <summary>Draws damaged files: number and seed decide which sample, and what is done to it.</summary>
internal sealed class Mutants(IReadOnlyList<Sample> samples, int seed)
{
    /// <summary>Larger ones only take longer to hand over; the doors refuse them by their length.</summary>
    private const int Largest = 16 * 1_048_576;

    private const int SeedStep = 1_000_003;

    // Of every 20 files.
    private static readonly SampleKind[] Shares =
    [
        .. Enumerable.Repeat(SampleKind.Word, 7), .. Enumerable.Repeat(SampleKind.Pdf, 7), .. Enumerable.Repeat(SampleKind.Workbook, 2),
        .. Enumerable.Repeat(SampleKind.Table, 2), .. Enumerable.Repeat(SampleKind.Text, 2),
    ];

    private readonly ILookup<SampleKind, Sample> byKind = samples.ToLookup(one => one.Kind);

    internal Sample Draw(int number)
    {
        var chance = new Random(unchecked((seed * SeedStep) + number));
        var of = byKind[Shares[number % Shares.Length]].ToList();
        var sample = of[chance.Next(of.Count)];
        var others = chance.Next(5) == 0 ? samples : of;
        var content = sample.Content;
        for (var i = chance.Next(1, 4); i > 0; i--)
        {
            var ways = chance.Next(3) == 0 ? ByteDamage.All : WaysOf(sample.Kind);
            var damaged = ways[chance.Next(ways.Count)](content, others[chance.Next(others.Count)].Content, chance);
            content = damaged.Length <= Largest ? damaged : content;
        }

        return sample with { Content = content };
    }

    private static IReadOnlyList<Damage> WaysOf(SampleKind kind) => kind switch
    {
        SampleKind.Word or SampleKind.Workbook => ZipDamage.All,
        SampleKind.Pdf => PdfDamage.All,
        _ => TextDamage.All,
    };
}
