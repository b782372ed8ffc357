using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Directory;

/// <summary>
/// Turns the printed lines of "Nơi nhận" into units on a day. Pure. What cannot be turned into units becomes a problem with suggestions;
/// nothing is dropped and nothing is guessed.
/// </summary>
public static partial class RecipientResolver
{
    /// <summary>Resolves one line.</summary>
    /// <param name="s">The directory.</param>
    /// <param name="line">The line.</param>
    /// <param name="at">The day, in Vietnam.</param>
    /// <param name="addressees">The lines of "Kính gửi", for "Như trên"; empty when there are none.</param>
    public static LineResolution Resolve(DirectorySnapshot s, RecipientText line, DateOnly at, IReadOnlyList<RecipientText> addressees)
    {
        ArgumentNullException.ThrowIfNull(s);
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(addressees);
        var outcome = new LineOutcome(s, line.Text, at);
        var text = WithoutPurpose(line.Text.Normalize(NormalizationForm.FormC), outcome);
        if (line.Note is { } note)
        {
            CheckNote(note, outcome);
        }

        var parts = RecipientParts.Of(s, text);
        if (parts.Count == 0)
        {
            outcome.Add(RecipientProblems.Empty(line.Text));
        }

        foreach (var part in parts)
        {
            if (part.Meaning == PartMeaning.BackReference)
            {
                AddAddressees(outcome, part, s, at, addressees);
            }
            else if (part.Meaning != PartMeaning.Archive)
            {
                outcome.Add(part);
            }
        }

        return new LineResolution
        {
            Line = line.Line,
            Text = line.Text,
            Archive = parts.Any(part => part.Meaning == PartMeaning.Archive),
            BackReference = parts.Any(part => part.Meaning == PartMeaning.BackReference),
            Units = outcome.Units,
            Problems = outcome.Problems,
            Suggestions = outcome.Suggestions,
            Successions = outcome.Successions,
        };
    }

    /// <summary>Resolves every line of a list, in its order.</summary>
    /// <param name="s">The directory.</param>
    /// <param name="lines">The lines of "Nơi nhận".</param>
    /// <param name="at">The day, in Vietnam.</param>
    /// <param name="addressees">The lines of "Kính gửi".</param>
    public static IReadOnlyList<LineResolution> ResolveAll(
        DirectorySnapshot s, IReadOnlyList<RecipientText> lines, DateOnly at, IReadOnlyList<RecipientText> addressees)
    {
        ArgumentNullException.ThrowIfNull(lines);
        return [.. lines.Select(line => Resolve(s, line, at, addressees))];
    }

    private static void AddAddressees(
        LineOutcome outcome, RecipientPart part, DirectorySnapshot s, DateOnly at, IReadOnlyList<RecipientText> addressees)
    {
        if (addressees.Count == 0)
        {
            outcome.Add(RecipientProblems.NoAddressees(part.Text));
        }

        foreach (var addressee in addressees)
        {
            // An addressee that says "Như trên" has nothing above it.
            outcome.Add(Resolve(s, addressee, at, []));
        }
    }

    private static string WithoutPurpose(string text, LineOutcome outcome)
    {
        var open = Bracket().Replace(text, match =>
        {
            CheckNote(match.Groups["note"].Value, outcome);
            return new string(' ', match.Length);
        });
        return OpenPurpose().Replace(open, match => new string(' ', match.Length));
    }

    private static void CheckNote(string note, LineOutcome outcome)
    {
        var text = note.Normalize(NormalizationForm.FormC).Trim(' ', '(', ')', '.', ',', ';');
        if (text.Length > 0 && !Purpose().IsMatch(text))
        {
            outcome.Add(RecipientProblems.Note(text));
        }
    }

    [GeneratedRegex(@"[(\[](?<note>[^)\]]*)[)\]]?")]
    private static partial Regex Bracket();

    // Only at the end of a name; "… để thực hiện và Sở Tài chính" is left whole, and so flagged.
    [GeneratedRegex(
        @"\s(?:để|thay)\s+(?:b/c|báo cáo|biết|t/h|thực hiện|chỉ đạo|p/h|phối hợp|theo dõi)(?=\s*(?:[,;.]|$))", RegexOptions.IgnoreCase)]
    private static partial Regex OpenPurpose();

    // A purpose says why a unit receives; a word that takes units out or in is no mere purpose.
    [GeneratedRegex(
        @"^(?!.*\b(?:trừ|ngoài|không|riêng|gồm|chỉ gửi|chỉ gồm)\b)"
        + @"(?:(?:để|thay)\s|b/c\b|báo cáo|t/h\b|thực hiện|p/h\b|phối hợp|biết\b|theo dõi|chỉ đạo|đưa tin|đăng|\d+\s*(?:bản|b)$)",
        RegexOptions.IgnoreCase)]
    private static partial Regex Purpose();
}
