using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Verification.Changes;

/// <summary>A line laid out with blanks for figures, and the same line with figures in them.</summary>
internal static partial class BlankLine
{
    private const int Longest = 300;

    /// <summary>Whether a line is the blank one with a whole number in each blank, and nothing else is different.</summary>
    /// <param name="blank">The line as it was signed, e.g. <c>Số        -CT/TU</c>.</param>
    /// <param name="filled">The line after, e.g. <c>Số 08-CT/TU</c>.</param>
    public static bool IsFilledBy(string blank, string filled)
    {
        if (blank.Length > Longest || filled.Length > Longest)
        {
            return false;
        }

        var fixedParts = Blank().Split(blank);
        var pattern = new StringBuilder("^");
        for (var i = 0; i < fixedParts.Length; i++)
        {
            pattern.Append(i == 0 ? "" : @"[ \u00A0]{0,2}[0-9]{1,4}[ \u00A0]{0,2}").Append(Regex.Escape(fixedParts[i]));
        }

        // A date laid out without its year ends with the word for it.
        pattern.Append(blank.EndsWith(" năm", StringComparison.Ordinal) ? @"[ \u00A0]{1,2}[0-9]{4}" : "");
        return fixedParts.Length > 1
            && Regex.IsMatch(filled, pattern.Append(@"\z").ToString(), RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
    }

    [GeneratedRegex(@"[ \u00A0]{2,}|[ \u00A0]*(?:\.{3,}|…+)[ \u00A0]*")]
    private static partial Regex Blank();
}
