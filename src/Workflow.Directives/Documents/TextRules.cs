using System.Text;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Rules;

namespace Workflow.Directives.Documents;

/// <summary>Checks of form and content that a program can make on a text, each with a line and a sentence a clerk understands.</summary>
public static class TextRules
{
    /// <summary>The longest text that is accepted, in bytes of UTF-8: one megabyte.</summary>
    public const int LongestText = 1_048_576;

    /// <summary>
    /// Checks a text by the rules of <see cref="FormRules"/> that need nothing but the text and are entered for the profile it falls
    /// under; errors come first, then by line.
    /// </summary>
    /// <param name="text">The text as it was typed or uploaded.</param>
    /// <param name="d">What <see cref="DocumentReader.Read(string)"/> made of it.</param>
    /// <param name="today">The day in Asia/Ho_Chi_Minh, for rules that depend on the date.</param>
    /// <param name="settings">The office's house style; null: none is held against the text. It never decides on an error.</param>
    public static IReadOnlyList<TextFinding> Check(string text, DirectiveDocument d, DateOnly today, FormSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(d);
        if (Encoding.UTF8.GetByteCount(text) > LongestText)
        {
            return [new("text-too-long", Severity.Error, 0,
                "Văn bản dài quá 1 MB. Hãy chuyển phụ lục và bảng biểu thành tệp kèm theo.",
                "The text is longer than 1 MB. Move annexes and tables to attached files.")];
        }

        var form = new FormText(text, d, today, settings ?? new FormSettings());
        if (form.Lines.All(line => line.IsBlank))
        {
            return [.. CharacterRules.Check(text), new("text-empty", Severity.Error, 0, "Văn bản trống.", "The text is empty.")];
        }

        return Sorted(CharacterRules.Check(text)
            .Concat(SecrecyRule.Check(form.Lines))
            .Concat(StructureRules.Check(form))
            .Concat(HeadRules.Check(form))
            .Concat(AddresseeRules.Check(form))
            .Concat(RecipientRules.Check(form))
            .Concat(SignatureRules.Check(form))
            .Concat(WordingRules.Check(form))
            .Concat(SpellingRules.Check(form))
            .Concat(CalendarRules.Check(form))
            .Where(finding => finding.Entry.Profiles.Contains(form.Profile.Code)));
    }

    /// <summary>Findings as they are shown: errors first, then by line.</summary>
    /// <param name="findings">The findings.</param>
    public static IReadOnlyList<TextFinding> Sorted(IEnumerable<TextFinding> findings) =>
        [.. findings.OrderBy(finding => finding.Severity == Severity.Error ? 0 : 1).ThenBy(finding => finding.Line)];
}
