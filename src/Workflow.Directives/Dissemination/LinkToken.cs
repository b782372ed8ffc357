using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.Dissemination;

/// <summary>The secret in a unit's link, as it stands in an address: 256 bits, for one message to one unit of one issue. Only its hash is kept.</summary>
public static class LinkToken
{
    /// <summary>Letters of a secret: 32 bytes in URL-safe base64 (RFC 4648 §5).</summary>
    public const int Characters = 43;

    private const int GenerationDigits = 4;

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    /// <param name="token">The secret.</param>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether a text can be a secret at all.</summary>
    /// <param name="token">What came in a link.</param>
    public static bool LooksRight(string? token) =>
        token is { Length: Characters } && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');

    /// <summary>What stands for the secret in a stored message until it is handed over: stars and the generation, as long as the secret.</summary>
    /// <param name="generation">Which secret of the same message, from 1 to 9999.</param>
    internal static string Placeholder(int generation) => generation.ToString($"D{GenerationDigits}", System.Globalization.CultureInfo.InvariantCulture)
        .PadLeft(Characters, '*');
}
