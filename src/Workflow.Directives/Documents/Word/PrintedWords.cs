using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Word;

/// <summary>Words of the form itself, and words of the text as an element prints them.</summary>
internal static partial class PrintedWords
{
    internal const string PartyTitle = "ĐẢNG CỘNG SẢN VIỆT NAM";
    internal const string StateTitle = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
    internal const string Motto = "Độc lập - Tự do - Hạnh phúc";
    private const string Draft = "DỰ THẢO";

    internal static string? Cased(ElementLook look, string? text) => look.Capitals ? text?.ToUpperInvariant() : text;

    /// <summary>The draft mark as printed: <c>Dự thảo lần 1</c>.</summary>
    internal static string DraftMark(string? own) => Word().Replace(own ?? Draft, word => word.Index == 0
        ? $"{word.Value[..1]}{word.Value[1..].ToLowerInvariant()}"
        : word.Value.ToLowerInvariant());

    // Words, but not the roman number of "LẦN II".
    [GeneratedRegex(@"\p{L}*[^\P{L}IVX]\p{L}*")]
    private static partial Regex Word();
}
