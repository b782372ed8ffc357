using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Form;

/// <summary>A document's words as a profile wants them printed. Only what the office chose changes; the meaning never does.</summary>
public static partial class PrintedWording
{
    private const string Early = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";
    private const string Late = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";

    /// <summary>The document with subject, end of text and spelling as the profile says, all text in NFC.</summary>
    /// <param name="d">The document.</param>
    /// <param name="profile">The profile.</param>
    public static DirectiveDocument Apply(DirectiveDocument d, FormProfile profile)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(profile);
        var worded = d.Type?.Code == "CV" ? d with { Subject = LetterSubject(d.Subject, profile.LetterSubject) } : d;
        var ended = profile.Ending == BodyEnding.AsWritten ? worded : Ended(worded, profile.Ending);
        return Spelled(ended, text => VietnameseText.Nfc(Spelling(text, profile.Spelling)));
    }

    /// <summary>A text with its open oa, oe, uy marked as the house style says; "đoàn" and "quý" have one spelling only.</summary>
    /// <param name="text">The text.</param>
    /// <param name="spelling">The style.</param>
    public static string Spelling(string text, ToneSpelling spelling)
    {
        ArgumentNullException.ThrowIfNull(text);
        return spelling == ToneSpelling.AsWritten ? text
            : OpenVowels().Replace(text.Normalize(NormalizationForm.FormC), pair => Respelled(pair.Value, spelling));
    }

    private static string Respelled(string pair, ToneSpelling spelling)
    {
        var (from, to) = spelling == ToneSpelling.FirstVowel ? (Late, Early) : (Early, Late);
        var at = from.IndexOf(pair.ToLowerInvariant(), StringComparison.Ordinal);
        return at < 0 || at % 2 != 0 ? pair : string.Concat(Cased(to[at], pair[0]), Cased(to[at + 1], pair[1]));
    }

    private static char Cased(char letter, char like) => char.IsUpper(like) ? char.ToUpperInvariant(letter) : letter;

    private static string? LetterSubject(string? subject, LetterSubjectWording wording)
    {
        if (subject is null || wording == LetterSubjectWording.AsWritten)
        {
            return subject;
        }

        var bare = AboutWords().Replace(subject, "");
        return wording switch
        {
            LetterSubjectWording.Abbreviated => $"V/v {bare}",
            LetterSubjectWording.InFull => $"Về việc {bare}",
            _ => bare,
        };
    }

    private static DirectiveDocument Ended(DirectiveDocument d, BodyEnding ending)
    {
        if (!d.Closing.IsEmpty)
        {
            return d with { Closing = d.Closing.SetItem(d.Closing.Length - 1, Ended(d.Closing[^1], ending)) };
        }

        if (d.Sections is [.., var last])
        {
            var paragraphs = last.Paragraphs.SetItem(last.Paragraphs.Length - 1, Ended(last.Paragraphs[^1], ending));
            return d with { Sections = d.Sections.SetItem(d.Sections.Length - 1, last with { Paragraphs = paragraphs }) };
        }

        return d.Preamble.IsEmpty ? d : d with { Preamble = d.Preamble.SetItem(d.Preamble.Length - 1, Ended(d.Preamble[^1], ending)) };
    }

    private static Paragraph Ended(Paragraph last, BodyEnding ending) => last with
    {
        Text = EndOfText().Replace(last.Text, "") + (ending == BodyEnding.FullStop ? "." : "./."),
    };

    private static DirectiveDocument Spelled(DirectiveDocument d, Func<string, string> spell)
    {
        string? Maybe(string? text) => text is null ? null : spell(text);
        ImmutableArray<Paragraph> Each(ImmutableArray<Paragraph> paragraphs) => [.. paragraphs.Select(one => one with { Text = spell(one.Text), Marker = Maybe(one.Marker) })];
        return d with
        {
            SuperiorOrgan = Maybe(d.SuperiorOrgan),
            Issuer = Maybe(d.Issuer),
            Place = Maybe(d.Place),
            Urgency = Maybe(d.Urgency),
            DraftMark = Maybe(d.DraftMark),
            Subject = Maybe(d.Subject),
            Addressees = [.. d.Addressees.Select(one => one with { Text = spell(one.Text) })],
            Preamble = Each(d.Preamble),
            Sections = [.. d.Sections.Select(one => new Section(spell(one.Marker), Maybe(one.Heading), Each(one.Paragraphs)))],
            Closing = Each(d.Closing),
            Recipients = [.. d.Recipients.Select(one => one with { Text = spell(one.Text), Note = Maybe(one.Note) })],
            Signature = d.Signature is not { } signature ? null
                : new(Maybe(signature.Authority), Maybe(signature.Position), signature.Name is { } name ? VietnameseText.Nfc(name) : null, Maybe(signature.Note)),
            Annex = Each(d.Annex),
        };
    }

    // An open pair: nothing but the end of the syllable follows, and the u is not that of qu.
    [GeneratedRegex(@"(?<![qQ])(?:[oòóỏõọ][aàáảãạeèéẻẽẹ]|[uùúủũụ][yỳýỷỹỵ])(?!\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OpenVowels();

    [GeneratedRegex(@"^(?:V\s?/\s?v|Về việc)[:\s]\s*", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AboutWords();

    [GeneratedRegex(@"\s*[.…]?\s*(?:/\s*\.?)?\s*$")]
    private static partial Regex EndOfText();
}
