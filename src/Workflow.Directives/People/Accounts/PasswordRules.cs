using System.Globalization;
using System.Text;

namespace Workflow.Directives.People.Accounts;

/// <summary>
/// Which passwords are taken (NIST SP 800-63B-4 section 3.1.1.2): length counts, not composition; nothing that others would try first, and none made of
/// what everybody knows about the person and the office. Never to be changed without a reason.
/// </summary>
public static class PasswordRules
{
    /// <summary>Fewest characters of a password that stands alone.</summary>
    public const int Shortest = 15;

    /// <summary>Fewest characters of one that is asked for together with an authenticator's code.</summary>
    public const int ShortestWithSecondFactor = 8;

    // What has to be left of a password when everything known is taken out of it.
    private const int LeastOwn = 6;

    // Shorter words would be found in any long password.
    private const int ShortestWord = 3;

    private static readonly Lazy<HashSet<string>> Listed = new(Read);

    /// <summary>How many passwords are on the list of those that are tried first.</summary>
    public static int ListLength => Listed.Value.Count;

    /// <summary>Looks at a new password.</summary>
    /// <param name="plain">The password, as <see cref="Passwords.Plain"/> gives it; null: none that could be one.</param>
    /// <param name="secondFactor">Whether an authenticator's code is asked for beside it.</param>
    /// <param name="known">Names of the office, the unit and the person, and the address to sign in with.</param>
    /// <returns>Null when it is taken.</returns>
    public static Refusal? Check(string? plain, bool secondFactor, IEnumerable<string?> known)
    {
        ArgumentNullException.ThrowIfNull(known);
        var shortest = secondFactor ? ShortestWithSecondFactor : Shortest;
        if (plain is null || new StringInfo(plain).LengthInTextElements < shortest || plain.Length > Passwords.Longest)
        {
            return AccountRefusals.PasswordLength(shortest, Passwords.Longest);
        }

        var folded = Fold(plain);
        if (Listed.Value.Contains(folded) || Listed.Value.Contains(folded.Trim("0123456789".ToCharArray())) || Repeats(folded) || Runs(folded))
        {
            return AccountRefusals.PasswordCommon;
        }

        return Own(folded, known) < Math.Min(LeastOwn, shortest) ? AccountRefusals.PasswordKnown : null;
    }

    /// <summary>Lower case without tone marks, letters and digits only: how people who guess write words.</summary>
    /// <param name="text">The text.</param>
    internal static string Fold(string text)
    {
        var folded = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsLetterOrDigit(letter))
            {
                folded.Append(letter == 'đ' ? 'd' : letter);
            }
        }

        return folded.ToString();
    }

    // aaaaaaaaaaaaaaa, abcabcabcabcabc: up to five letters over and over.
    private static bool Repeats(string folded)
    {
        const int LongestPart = 5;
        return Enumerable.Range(1, LongestPart).Any(part =>
            folded.Length >= part * 2 && Enumerable.Range(part, folded.Length - part).All(i => folded[i] == folded[i - part]));
    }

    // 123456789012345, abcdefghijklmno, and the same backwards.
    private static bool Runs(string folded)
    {
        const string Digits = "0123456789012345678901234567890123456789";
        const string Letters = "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyz";
        var backwards = new string([.. folded.Reverse()]);
        return folded.Length == 0 || new[] { folded, backwards }.Any(one => Digits.Contains(one, StringComparison.Ordinal) || Letters.Contains(one, StringComparison.Ordinal));
    }

    // Words of the office and the person, common words and years are taken out, the longest first; what is left is the person's own.
    private static int Own(string folded, IEnumerable<string?> known)
    {
        var words = known.OfType<string>()
            .SelectMany(text => text.Split([' ', '.', '@', '-', '_', ',', '/'], StringSplitOptions.RemoveEmptyEntries).Append(text))
            .Select(Fold).Where(word => word.Length >= ShortestWord || (word.Length == 2 && char.IsLetter(word[0])))
            .Concat(["tinhuy", "vanphong", "matkhau", "password", "directive", "workflow"])
            .Concat(Enumerable.Range(1950, 100).Select(year => year.ToString(CultureInfo.InvariantCulture)));
        foreach (var word in words.Distinct().OrderByDescending(word => word.Length))
        {
            folded = folded.Replace(word, "", StringComparison.Ordinal);
        }

        return folded.Distinct().Count() <= 2 ? 0 : folded.Length;
    }

    private static HashSet<string> Read()
    {
        using var reader = new StreamReader(typeof(PasswordRules).Assembly.GetManifestResourceStream("Workflow.Directives.People.Accounts.passwords.txt")!);
        var listed = new HashSet<string>(StringComparer.Ordinal);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                listed.Add(line);
            }
        }

        return listed;
    }
}
