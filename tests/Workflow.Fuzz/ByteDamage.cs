namespace Workflow.Fuzz;

/// <summary>One way of damaging a file.</summary>
/// <param name="file">The file; not changed.</param>
/// <param name="other">Another file, for what is put together from two.</param>
/// <param name="chance">Draws.</param>
internal delegate byte[] Damage(byte[] file, byte[] other, Random chance);

/// <summary>Damage that knows nothing of the format: a bad disk, a broken transfer, a clumsy hand.</summary>
internal static class ByteDamage
{
    private const int LongestPiece = 4_096;
    private const int LongestRun = 65_536;
    private static readonly byte[] Telling = [0, 1, 0x0A, 0x20, 0x7F, 0x80, 0xFE, 0xFF];

    internal static IReadOnlyList<Damage> All { get; } = [Flip, Overwrite, CutOff, CutOut, Double, Spread, Splice, Run, Swap];

    /// <summary>A place in a file, and how much of it from there.</summary>
    internal static (int From, int Length) Piece(byte[] file, Random chance)
    {
        var from = chance.Next(file.Length + 1);
        return (from, chance.Next(1 + Math.Min(LongestPiece, file.Length - from)));
    }

    internal static byte[] Replaced(byte[] file, int from, int length, ReadOnlySpan<byte> by) => [.. file[..from], .. by, .. file[(from + length)..]];

    private static byte[] Flip(byte[] file, byte[] other, Random chance)
    {
        var damaged = (byte[])file.Clone();
        for (var i = chance.Next(1, 9); i > 0 && damaged.Length > 0; i--)
        {
            damaged[chance.Next(damaged.Length)] ^= (byte)(1 << chance.Next(8));
        }

        return damaged;
    }

    private static byte[] Overwrite(byte[] file, byte[] other, Random chance)
    {
        var damaged = (byte[])file.Clone();
        for (var i = chance.Next(1, 33); i > 0 && damaged.Length > 0; i--)
        {
            damaged[chance.Next(damaged.Length)] = chance.Next(2) == 0 ? Telling[chance.Next(Telling.Length)] : (byte)chance.Next(256);
        }

        return damaged;
    }

    private static byte[] CutOff(byte[] file, byte[] other, Random chance) => file[..chance.Next(file.Length + 1)];

    private static byte[] CutOut(byte[] file, byte[] other, Random chance)
    {
        var (from, length) = Piece(file, chance);
        return Replaced(file, from, length, []);
    }

    private static byte[] Double(byte[] file, byte[] other, Random chance)
    {
        var (from, length) = Piece(file, chance);
        return Replaced(file, from, 0, file.AsSpan(from, length));
    }

    private static byte[] Spread(byte[] file, byte[] other, Random chance)
    {
        var (from, length) = Piece(file, chance);
        return Replaced(file, chance.Next(file.Length + 1), 0, file.AsSpan(from, length));
    }

    private static byte[] Splice(byte[] file, byte[] other, Random chance) => [.. file[..chance.Next(file.Length + 1)], .. other[chance.Next(other.Length + 1)..]];

    private static byte[] Run(byte[] file, byte[] other, Random chance)
    {
        var run = new byte[chance.Next(LongestRun)];
        run.AsSpan().Fill(Telling[chance.Next(Telling.Length)]);
        return Replaced(file, chance.Next(file.Length + 1), 0, run);
    }

    private static byte[] Swap(byte[] file, byte[] other, Random chance)
    {
        var (from, length) = Piece(file, chance);
        var (to, _) = Piece(file, chance);
        return Replaced(Replaced(file, from, length, []), Math.Min(to, file.Length - length), 0, file.AsSpan(from, length));
    }
}
