using System.Globalization;

namespace Workflow.Fuzz;

/// <summary>What the program was asked for.</summary>
/// <param name="Files">How many files.</param>
/// <param name="Seed">Decides every draw; the same seed damages the same samples in the same way.</param>
/// <param name="Keep">Folder of the files that failed.</param>
internal sealed record Orders(int Files, int Seed, string Keep)
{
    private const int Usual = 10_000;
    private const int Few = 500;
    private const int UsualSeed = 2026;

    internal static Orders Of(string[] args) => new(
        args.Contains("--short") ? Few : Number(args, "--files", Usual),
        Number(args, "--seed", UsualSeed),
        After(args, "--keep") ?? Path.Combine("artifacts", "fuzz"));

    private static int Number(string[] args, string name, int unset) =>
        After(args, name) is { } value ? int.Parse(value, NumberStyles.None, CultureInfo.InvariantCulture) : unset;

    private static string? After(string[] args, string name) => args.SkipWhile(arg => arg != name).Skip(1).FirstOrDefault();
}
