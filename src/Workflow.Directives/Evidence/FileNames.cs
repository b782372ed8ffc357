using System.Globalization;
using System.Text;

namespace Workflow.Directives.Evidence;

/// <summary>Names for files that are handed out.</summary>
public static class FileNames
{
    /// <summary>A number as a file name: <c>08-CT/TU</c> becomes <c>08-CT-TU</c>; letters lose their marks, everything else is a hyphen.</summary>
    /// <param name="symbol">Number and symbol.</param>
    public static string Of(string symbol)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        var letters = symbol.Replace('Đ', 'D').Replace('đ', 'd').Normalize(NormalizationForm.FormD)
            .Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark);
        return string.Concat(letters.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-'));
    }
}
