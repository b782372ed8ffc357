using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace Workflow.Web.Rights;

/// <summary>
/// Confirmations for callers of the API: whoever proved his identity anew gets one for a single request (its path and the SHA-256 of its body), for five minutes,
/// to be used once. What was confirmed is what is done (OWASP Transaction Authorization).
/// </summary>
internal sealed class Confirmations(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Header that carries one.</summary>
    public const string Header = "Step-Up";

    /// <summary>How long one is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    private readonly IDataProtector protector = protection.CreateProtector("workflow.confirmation");
    private readonly ConcurrentDictionary<string, DateTimeOffset> used = new();

    /// <summary>Makes one.</summary>
    public string Make(Guid person, string path, string bodyHash)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes(new Content(person, path, bodyHash, time.GetUtcNow() + Life, Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16))));
        return WebEncoders.Base64UrlEncode(protector.Protect(content));
    }

    /// <summary>Uses one up.</summary>
    /// <returns>Whether it was for this person and this request, in time, and not used before.</returns>
    public bool Use(string? confirmation, Guid person, string path, string bodyHash)
    {
        var now = time.GetUtcNow();
        return Read(confirmation) is { } content
            && content.Person == person && content.Path == path && content.Body == bodyHash && content.Until >= now
            && Once(content, now);
    }

    private bool Once(Content content, DateTimeOffset now)
    {
        foreach (var over in used.Where(one => one.Value < now))
        {
            used.TryRemove(over);
        }

        return used.TryAdd(content.Nonce, content.Until);
    }

    private Content? Read(string? confirmation)
    {
        try
        {
            return string.IsNullOrEmpty(confirmation) ? null : JsonSerializer.Deserialize<Content>(protector.Unprotect(WebEncoders.Base64UrlDecode(confirmation)));
        }
        catch (Exception broken) when (broken is CryptographicException or FormatException or JsonException)
        {
            return null;
        }
    }

    private sealed record Content(Guid Person, string Path, string Body, DateTimeOffset Until, string Nonce);
}
