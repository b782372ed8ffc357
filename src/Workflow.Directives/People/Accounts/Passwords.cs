using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Workflow.Directives.People.Accounts;

/// <summary>Keeps and compares passwords. Takes the same time whether there is an account or not.</summary>
/// <param name="hasher">Identity's: PBKDF2 with HMAC-SHA512 and a salt for each password.</param>
public sealed class Passwords(IPasswordHasher<Account> hasher)
{
    /// <summary>Rounds of PBKDF2 with HMAC-SHA512 (OWASP Password Storage: at least 210,000).</summary>
    public const int Rounds = 220_000;

    /// <summary>Most characters of a password.</summary>
    public const int Longest = 128;

    // What an unknown account is compared with, so that it costs what a known one costs. Nobody has this password: it is longer than any may be.
    private static readonly Account Nobody = new();
    private static string? nobodysHash;

    /// <summary>The password as it is compared: NFC, because keyboards write one Vietnamese letter in two ways (NIST SP 800-63B-4 section 3.1.1.2).</summary>
    /// <param name="typed">What was typed or pasted.</param>
    /// <returns>The password; null when it is empty, too long or not text.</returns>
    public static string? Plain(string? typed)
    {
        // In NFD a letter is up to three characters; what is longer still cannot be a password, and normalising it would only cost.
        if (string.IsNullOrEmpty(typed) || typed.Length > Longest * 3)
        {
            return null;
        }

        try
        {
            var plain = typed.Normalize(NormalizationForm.FormC);
            return plain.Length <= Longest && !plain.Any(char.IsControl) ? plain : null;
        }
        catch (ArgumentException)
        {
            // A lone surrogate; no keyboard types one.
            return null;
        }
    }

    /// <summary>The hash to keep.</summary>
    /// <param name="plain">The password, as <see cref="Plain"/> gives it.</param>
    public string Hash(string plain) => hasher.HashPassword(Nobody, plain);

    /// <summary>Whether the password is the account's.</summary>
    /// <param name="account">The account; null when there is none.</param>
    /// <param name="typed">What was typed.</param>
    /// <returns>Also whether the kept hash was made with fewer rounds than are used now, and is to be made anew.</returns>
    public PasswordVerificationResult Compare(Account? account, string? typed)
    {
        var kept = account?.PasswordHash;
        nobodysHash ??= Hash(new string('x', Longest + 1));
        var found = hasher.VerifyHashedPassword(Nobody, kept ?? nobodysHash, Plain(typed) ?? "");
        return kept is null ? PasswordVerificationResult.Failed : found;
    }
}
