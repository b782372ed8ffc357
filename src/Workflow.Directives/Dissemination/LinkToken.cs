using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.Dissemination;

/// <summary>The secret in a unit's link: 256 random bits, for one unit and one issue. Only its hash is looked up.</summary>
public static class LinkToken
{
    private const int Bytes = 32;
    private const int Characters = 43;

    /// <summary>A new secret, URL-safe base64 (RFC 4648 §5).</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>SHA-256, lower-case hexadecimal.</summary>
    /// <param name="token">The secret.</param>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Whether a text can be a secret at all.</summary>
    /// <param name="token">What came in a link.</param>
    public static bool LooksRight(string? token) =>
        token is { Length: Characters } && token.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_');
}
