using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Blanks, marks and tone marks. Each breach is told once for the whole text, with one fix for all its lines.</summary>
internal static partial class SpellingRules
{
    private static readonly PartKind[] Prose =
        [PartKind.Subject, PartKind.Preamble, PartKind.Section, PartKind.Closing, PartKind.Addressee, PartKind.AddresseesLabel, PartKind.Recipient];

    internal static IEnumerable<TextFinding> Check(FormText text)
    {
        var lines = Enumerable.Range(1, text.Raw.Count).Where(line => text.IsOnly(line, Prose)).ToList();
        TextFinding?[] found =
        [
            text.Sweep("double-blank", lines.Where(line => !text.Raw[line - 1].Contains('\t', StringComparison.Ordinal)),
                line => DoubleBlank().Replace(line, " "), line => DoubleBlank().Match(line).Value, "Thừa dấu cách giữa các từ", "Two blanks between words"),
            text.Sweep("blank-before-mark", lines, line => BlankBefore().Replace(line, ""), line => BlankBefore().Match(line).Value,
                "Thừa dấu cách trước dấu câu", "A blank before a punctuation mark"),
            text.Sweep("blank-after-mark", lines, line => NoBlankAfter().Replace(line, "$0 "), line => NoBlankAfter().Match(line).Value,
                "Thiếu dấu cách sau dấu câu", "No blank after a punctuation mark"),
            text.Sweep("straight-quotes", lines, Quoted, _ => "\"", "Ngoặc kép đặt là “ ”", "Quotation marks are “ ”"),
            text.Sweep("word-twice", lines, line => Twice().Replace(line, "${word}"), line => Twice().Match(line).Value,
                "Lặp từ", "A word stands twice"),
        ];
        return found.OfType<TextFinding>().Concat(Tones(text));
    }

    private static IEnumerable<TextFinding> Tones(FormText text)
    {
        var lines = Enumerable.Range(1, text.Raw.Count).Where(line => text.Lines[line - 1].Text == VietnameseText.Collapse(text.Raw[line - 1])).ToList();
        var early = lines.Sum(line => Differing(text.Raw[line - 1], ToneSpelling.SecondVowel));
        var late = lines.Sum(line => Differing(text.Raw[line - 1], ToneSpelling.FirstVowel));
        var wanted = text.Profile.Spelling;
        var isHouse = wanted != ToneSpelling.AsWritten;
        if (!isHouse && (early == 0 || late == 0))
        {
            return [];
        }

        wanted = isHouse ? wanted : late > early ? ToneSpelling.SecondVowel : ToneSpelling.FirstVowel;
        var shown = wanted == ToneSpelling.FirstVowel ? "ủy, hòa" : "uỷ, hoà";
        var finding = text.Sweep(
            isHouse ? "tone-style" : "tone-mixed", lines, line => PrintedWording.Spelling(line, wanted), line => FirstDiffering(line, wanted),
            isHouse ? $"Cơ quan quy ước viết \"{shown}\"" : $"Dấu thanh viết lẫn hai cách; nhiều hơn là \"{shown}\"",
            isHouse ? $"The house style writes \"{shown}\"" : $"Tone marks are placed in two ways; most are as in \"{shown}\"");
        return finding is null ? [] : [finding];
    }

    // Letters that another spelling would change; each changed syllable changes two.
    private static int Differing(string line, ToneSpelling spelling)
    {
        var other = PrintedWording.Spelling(line, spelling);
        return other.Length != line.Length ? 0 : line.Zip(other).Count(pair => pair.First != pair.Second) / 2;
    }

    private static string FirstDiffering(string line, ToneSpelling wanted) =>
        Word().Matches(line).Select(word => word.Value).FirstOrDefault(word => PrintedWording.Spelling(word, wanted) != word) ?? "";

    // A mark that opens stands at the front of a word. A line in which they do not pair is left alone.
    private static string Quoted(string line)
    {
        var marks = line.Count(letter => letter == '"');
        return marks > 0 && marks % 2 == 0 && Pair().Count(line) == marks / 2 ? Pair().Replace(line, "“$1”") : line;
    }

    [GeneratedRegex(@"(?<=\S) {2}(?=\S)(?<! {3})(?! )")]
    private static partial Regex DoubleBlank();

    [GeneratedRegex(@"(?<=[\p{L}\p{N})”]) +(?=[,;:.!?](?:\s|$))")]
    private static partial Regex BlankBefore();

    [GeneratedRegex(@"(?<=\p{Ll}{2})[,;](?=\p{L}{2})|(?<=\p{Ll}{2})\.(?=\p{Lu}\p{Ll}+\s)")]
    private static partial Regex NoBlankAfter();

    [GeneratedRegex(@"(?<![\p{L}])(?<word>và|của|các|những|trong|với|cho|được|để|về|tại) \k<word>(?![\p{L}])")]
    private static partial Regex Twice();

    [GeneratedRegex(@"(?<![\p{L}\p{N}])""([^""]*\S)""(?![\p{L}\p{N}])")]
    private static partial Regex Pair();

    [GeneratedRegex(@"\p{L}+")]
    private static partial Regex Word();
}
