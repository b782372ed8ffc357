using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.People.Accounts;

/// <summary>Codes of an authenticator (TOTP, RFC 6238) as every such program makes them: HMAC-SHA1, six digits, steps of 30 seconds from 1970.</summary>
public static class TimeCode
{
    /// <summary>Bytes of a new seed: 160 bits (RFC 4226 section 4, R6).</summary>
    public const int SeedBytes = 20;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    // One step back and forth for clocks that are off and fingers that are slow (RFC 6238 section 5.2).
    private static readonly int[] Nearby = [0, -1, 1];

    /// <summary>The step of a moment.</summary>
    /// <param name="now">The moment, UTC.</param>
    public static long StepOf(DateTime now) => new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    /// <param name="seed">The shared secret.</param>
    /// <param name="step">The step.</param>
    public static string Of(ReadOnlySpan<byte> seed, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 and the authenticators in use have HMAC-SHA1, whose strength does not rest on collisions.
        HMACSHA1.HashData(seed, counter, hash);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadUInt32BigEndian(hash[offset..]) & 0x7fff_ffff;
        return (number % Modulus).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step whose code was typed.</summary>
    /// <param name="seed">The shared secret.</param>
    /// <param name="typed">What was typed; blanks do not count.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="after">The last step whose code was taken; it and those before it are not taken again.</param>
    /// <returns>The step, or null when the code is of none that may be used.</returns>
    public static long? Match(ReadOnlySpan<byte> seed, string? typed, DateTime now, long after)
    {
        var code = Encoding.UTF8.GetBytes((typed ?? "").Replace(" ", "", StringComparison.Ordinal));
        long? found = null;
        foreach (var near in Nearby)
        {
            var step = StepOf(now) + near;
            if (CryptographicOperations.FixedTimeEquals(code, Encoding.UTF8.GetBytes(Of(seed, step))) && step > after)
            {
                found ??= step;
            }
        }

        return found;
    }

    /// <summary>A seed as people type it: base 32 (RFC 4648 section 6) without padding.</summary>
    /// <param name="seed">The secret.</param>
    public static string Text(ReadOnlySpan<byte> seed)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in seed)
        {
            (bits, held) = ((bits << 8) | one, held + 8);
            for (; held >= 5; held -= 5)
            {
                text.Append(Alphabet[(bits >> (held - 5)) & 31]);
            }

            bits &= (1 << held) - 1;
        }

        return held == 0 ? text.ToString() : text.Append(Alphabet[(bits << (5 - held)) & 31]).ToString();
    }

    /// <summary>What the QR code says to an authenticator (the <c>otpauth</c> scheme).</summary>
    /// <param name="seed">The secret.</param>
    /// <param name="office">Whose program this is.</param>
    /// <param name="name">Who signs in.</param>
    public static string Link(ReadOnlySpan<byte> seed, string office, string name) =>
        $"otpauth://totp/{Uri.EscapeDataString(office)}:{Uri.EscapeDataString(name)}?secret={Text(seed)}&issuer={Uri.EscapeDataString(office)}&digits=6&period={StepSeconds}";
}
