using System.Text;
using Workflow.Directives.Documents.Reading;
using Workflow.Directives.Documents.Rules;

namespace Workflow.Directives.Documents;

/// <summary>Checks of form and content that a program can make on a text, each with a line and a sentence a clerk understands.</summary>
public static class TextRules
{
    /// <summary>The longest text that is accepted, in bytes of UTF-8: one megabyte.</summary>
    public const int LongestText = 1_048_576;

    /// <summary>
    /// Checks a text. Rules: <c>text-empty</c>, <c>text-too-long</c>, <c>forbidden-character</c>, <c>secrecy</c>, <c>placeholder</c>,
    /// <c>type-missing</c>, <c>body-missing</c>, <c>recipients-missing</c>, <c>as-above-without-addressees</c>,
    /// <c>deputy-for-committee</c> are or can be errors; <c>archive-last</c>, <c>addressees-without-as-above</c>,
    /// <c>addressees-on-type</c>, <c>authority-form</c>, <c>position-with-committee</c>, <c>title-before-name</c>,
    /// <c>terminators-mixed</c>, <c>last-terminator</c>, <c>abolished-body</c>, <c>citation-incomplete</c>, <c>date-zero</c>,
    /// <c>number-form</c> are warnings.
    /// </summary>
    /// <param name="text">The text as it was typed or uploaded.</param>
    /// <param name="d">What <see cref="DocumentReader.Read(string)"/> made of it.</param>
    /// <param name="today">The day in Asia/Ho_Chi_Minh, for rules that depend on the date.</param>
    public static IReadOnlyList<TextFinding> Check(string text, DirectiveDocument d, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(d);
        if (Encoding.UTF8.GetByteCount(text) > LongestText)
        {
            return [new("text-too-long", Severity.Error, 0,
                "Văn bản dài quá 1 MB. Hãy chuyển phụ lục và bảng biểu thành tệp kèm theo.",
                "The text is longer than 1 MB. Move annexes and tables to attached files.")];
        }

        var lines = SourceLine.Of(text);
        if (lines.All(line => line.IsBlank))
        {
            return [.. CharacterRules.Check(text), new("text-empty", Severity.Error, 0, "Văn bản trống.", "The text is empty.")];
        }

        return
        [
            .. CharacterRules.Check(text)
                .Concat(SecrecyRule.Check(lines))
                .Concat(StructureRules.Check(d, lines))
                .Concat(RecipientRules.Check(d, lines))
                .Concat(SignatureRules.Check(d, lines))
                .Concat(WordingRules.Check(d, lines, today))
                .OrderBy(finding => finding.Severity == Severity.Error ? 0 : 1)
                .ThenBy(finding => finding.Line),
        ];
    }
}
