using System.Buffers;
using System.Text;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>An e-mail address or header text that must not enter a message.</summary>
/// <param name="message">What is wrong, without repeating the address.</param>
public sealed class MailAddressException(string message) : ArgumentException(message);

/// <summary>
/// Which e-mail addresses are accepted. Narrower than RFC 5321 §4.1.2 on purpose: an unquoted local part and a domain name,
/// ASCII only. Quoted local parts, comments, address literals and internationalised (or <c>xn--</c>) domains are refused, because no unit uses them
/// and each has carried a command or a look-alike into somebody's mail.
/// </summary>
public static class MailAddresses
{
    /// <summary>Longest address, in octets (RFC 5321 §4.5.3.1.3 less the angle brackets).</summary>
    public const int MaxLength = 254;

    /// <summary>Longest part before the @ (RFC 5321 §4.5.3.1.1).</summary>
    public const int MaxLocalLength = 64;

    private const int MaxLabelLength = 63;

    private static readonly SearchValues<char> Atext =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.");

    private static readonly SearchValues<char> LetterDigitHyphen =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-");

    /// <summary>Whether a message may be addressed to this.</summary>
    /// <param name="address">The address alone, without name or angle brackets.</param>
    public static bool IsValid(string? address) => ProblemOf(address) is null;

    /// <summary>Refuses what <see cref="IsValid"/> does not accept.</summary>
    /// <param name="address">The address alone, without name or angle brackets.</param>
    /// <returns>The address as it came.</returns>
    /// <exception cref="MailAddressException">The address is not accepted; the text says why.</exception>
    public static string Require(string? address) =>
        ProblemOf(address) is { } problem ? throw new MailAddressException(problem) : address!;

    /// <summary>Whether this can stand right of the @ of an address or a Message-ID.</summary>
    /// <param name="domain">A domain name of at least two labels.</param>
    public static bool IsValidDomain(string? domain) => DomainProblemOf(domain ?? "") is null;

    /// <summary>Refuses CR, LF, NUL and every other control character, so that a value cannot start a header of its own.</summary>
    /// <param name="value">A header value in clear.</param>
    /// <param name="header">The header's name, for the text of the refusal.</param>
    /// <returns>The value in NFC.</returns>
    /// <exception cref="MailAddressException">The value holds a control character or broken UTF-16.</exception>
    public static string RequireHeaderText(string value, string header)
    {
        ArgumentNullException.ThrowIfNull(value);
        foreach (var c in value)
        {
            if (char.IsControl(c) || c is '\u2028' or '\u2029')
            {
                throw new MailAddressException($"{header} must not contain line breaks or control characters.");
            }
        }

        foreach (var rune in value.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                throw new MailAddressException($"{header} is not valid Unicode text.");
            }
        }

        return value.Normalize(NormalizationForm.FormC);
    }

    private static string? ProblemOf(string? address)
    {
        if (string.IsNullOrEmpty(address))
        {
            return "The address is empty.";
        }

        if (address.Length > MaxLength)
        {
            return $"The address is longer than {MaxLength} characters.";
        }

        var at = address.LastIndexOf('@');
        if (at <= 0)
        {
            return "The address has no part before or no domain after the @.";
        }

        var local = address.AsSpan(0, at);
        if (local.Length > MaxLocalLength || local.ContainsAnyExcept(Atext))
        {
            return $"The part before the @ must be 1 to {MaxLocalLength} ASCII letters, digits or unquoted signs.";
        }

        return local[0] == '.' || local[^1] == '.' || local.IndexOf("..", StringComparison.Ordinal) >= 0
            ? "The part before the @ has a dot at its start, its end, or two in a row."
            : DomainProblemOf(address.AsSpan(at + 1));
    }

    private static string? DomainProblemOf(ReadOnlySpan<char> domain)
    {
        if (domain.Length is 0 or > 253 || domain.IndexOf('.') < 0)
        {
            return "The address has no full domain name after the @.";
        }

        var last = default(ReadOnlySpan<char>);
        foreach (var range in domain.Split('.'))
        {
            last = domain[range];
            if (last.Length is 0 or > MaxLabelLength || last[0] == '-' || last[^1] == '-' || last.ContainsAnyExcept(LetterDigitHyphen))
            {
                return "The domain must be ASCII labels of letters, digits and hyphens, joined by single dots.";
            }

            if (last.StartsWith("xn--", StringComparison.OrdinalIgnoreCase))
            {
                return "Internationalised domain names are not accepted.";
            }
        }

        return last.ContainsAnyExceptInRange('0', '9') ? null : "The domain must be a name, not a number.";
    }
}
