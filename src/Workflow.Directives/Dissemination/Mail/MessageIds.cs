using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>
/// Message-IDs (RFC 5322 §3.6.4) that are derived, never drawn: the notice of one issuance to one unit has one Message-ID for ever, so a message sent again
/// after an unknown outcome is recognised as the same one by the receiver's mail system.
/// </summary>
public static class MessageIds
{
    private const int MaxPurposeLength = 40;

    /// <summary>The Message-ID of one message, with its angle brackets.</summary>
    /// <param name="issuanceId">The act of issuing.</param>
    /// <param name="unitId">The receiving unit.</param>
    /// <param name="purpose">Lower-case letters, digits and hyphens, at most 40: <c>notice</c>, <c>reminder-1</c>, <c>escalation-1</c>, <c>recall</c> …</param>
    /// <param name="domain">Right-hand side, a domain name of the sending organ; it is not part of what is hashed.</param>
    /// <returns>For example <c>&lt;3f2a…@tinhuy.example.vn&gt;</c>: 32 hexadecimal digits, a fixed function of the first three arguments.</returns>
    /// <exception cref="ArgumentException">The purpose or the domain is malformed.</exception>
    public static string For(Guid issuanceId, Guid unitId, string purpose, string domain)
    {
        if (!IsPurpose(purpose))
        {
            throw new ArgumentException($"A purpose is 1 to {MaxPurposeLength} lower-case letters, digits and hyphens.", nameof(purpose));
        }

        if (!MailAddresses.IsValidDomain(domain))
        {
            throw new ArgumentException("The domain of a Message-ID must be a domain name such as tinhuy.example.vn.", nameof(domain));
        }

        // The written form, not ToByteArray, so that the id does not depend on a byte order.
        var named = Encoding.ASCII.GetBytes($"{issuanceId:D}/{unitId:D}/{purpose}");
        return $"<{Convert.ToHexStringLower(SHA256.HashData(named).AsSpan(0, 16))}@{domain}>";
    }

    internal static bool IsPurpose(string? purpose) =>
        purpose is { Length: > 0 and <= MaxPurposeLength }
        && purpose.All(c => c is (>= 'a' and <= 'z') or (>= '0' and <= '9') or '-');
}
