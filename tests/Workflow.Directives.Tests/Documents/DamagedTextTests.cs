using System.Text;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Tests.Documents;

public sealed partial class DamagedTextTests
{
    private const int Cases = 1_000;
    private const int Seed = 20260111;

    // Words of the form itself; the model keeps them as fields, not as text.
    private const string Furniture =
        "dang cong san viet nam hoa xa hoi chu nghia doc lap tu do hanh phuc so ngay thang den chuyen noi nhan kinh gui trinh " +
        "da ky nhân ngay trang";

    private const string Slips = "ỉiốôơóậâêểếềưúaáịíoôIÍO0l1,;:.eèyýđdĐDSsTtNnWw";

    private static readonly Func<Random, string, string>[] Damages =
    [
        CutLines, ShuffleLines, DoubleLines, Decompose, ReverseMarks, LongLine, JoinColumns, CutEnd, Noise, Markdown, LineEnds, ScannerSlips, Hyphens,
    ];

    [Fact]
    public void Reader_DamagedText_NeverThrowsAndAccountsForEveryWord()
    {
        foreach (var (text, i) in Damaged().Select((text, i) => (text, i)))
        {
            var read = DocumentReader.Read(text);

            var lost = Lost(text, read);
            Assert.True(lost is [], $"Case {i} lost: {string.Join(' ', lost)}\n{text}");
            Assert.Null(Coverage.Fault(text, read));
            Assert.NotNull(PlainText.Write(read));
            Assert.NotNull(CorpusJson.Write(read));
            Assert.NotNull(PagePreview.Html(read, new PreviewOptions()));
            Assert.NotNull(TextRules.Check(text, read, new DateOnly(2026, 11, 2)));
        }
    }

    [Fact]
    public void PlainText_OfDamagedText_ReadsBackTheSameButForTheWorst()
    {
        var changed = Damaged().Select(DocumentReader.Read).Count(read =>
            ReadingComparison.Of(read) != ReadingComparison.Of(DocumentReader.Read(PlainText.Write(read))));

        Assert.InRange(changed, 0, Cases / 50);
    }

    [Fact]
    public void Reader_EmptyText_IsAnEmptyDocument()
    {
        var read = DocumentReader.Read("");

        Assert.Null(read.Type);
        Assert.Empty(read.Unrecognised);
        Assert.Empty(read.BodyParagraphs());
    }

    private static IEnumerable<string> Damaged()
    {
        var random = new Random(Seed);
        for (var i = 0; i < Cases; i++)
        {
            var text = SampleTests.Text(SampleTests.Names[i % SampleTests.Names.Length]);
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                text = Damages[random.Next(Damages.Length)](random, text);
            }

            yield return text;
        }
    }

    private static List<string> Lost(string text, DirectiveDocument read)
    {
        var kept = VietnameseText.Bare(string.Join('\n', Strings(read)));
        var form = Furniture.Split(' ').ToHashSet();
        var source = SourceLine.Of(text).SelectMany(line => Words().Matches(VietnameseText.Bare(line.Text)).Select(match => match.Value));
        return [.. source.Distinct().Where(word => !form.Any(known => VietnameseText.IsNear(known, word)) && !kept.Contains(word, StringComparison.Ordinal))];
    }

    private static IEnumerable<string?> Strings(DirectiveDocument read) =>
    [
        read.Type?.Name, read.Number, read.Symbol, read.SuperiorOrgan, read.Issuer, read.Place, read.Secrecy, read.Urgency,
        read.DraftMark, read.Subject, read.AddresseesLabel, read.Signature?.Authority, read.Signature?.Position,
        read.Signature?.Name, read.Signature?.Note,
        .. read.Addressees.Select(addressee => addressee.Text),
        .. read.Sections.Select(section => section.Marker),
        .. read.BodyParagraphs().Concat(read.Annex).Select(paragraph => $"{paragraph.Marker} {paragraph.Text}"),
        .. read.Recipients.Select(recipient => $"{recipient.Text} {recipient.Note}"),
        .. read.ArrivalStamps.Select(stamp => $"{stamp.Number} {stamp.ForwardTo} {stamp.Receiver}"),
        .. read.Watermarks.Select(mark => $"{mark.Reader} {mark.Unit}"),
        .. read.Unrecognised.Select(left => left.Text),
    ];

    private static string CutLines(Random random, string text)
    {
        var lines = text.Split('\n').ToList();
        var from = random.Next(lines.Count);
        lines.RemoveRange(from, random.Next(Math.Min(8, lines.Count - from)));
        return string.Join('\n', lines);
    }

    private static string ShuffleLines(Random random, string text)
    {
        var lines = text.Split('\n');
        var from = random.Next(lines.Length);
        random.Shuffle(lines.AsSpan(from, Math.Min(10, lines.Length - from)));
        return string.Join('\n', lines);
    }

    private static string DoubleLines(Random random, string text) =>
        string.Join('\n', text.Split('\n').SelectMany(line => Enumerable.Repeat(line, random.Next(6) == 0 ? 2 : 1)));

    private static string Decompose(Random random, string text) =>
        string.Join('\n', text.Split('\n').Select(line => random.Next(2) == 0 ? Split(line) : line));

    private static string Split(string line) => VietnameseText.Nfc(line).Normalize(NormalizationForm.FormD);

    private static string ReverseMarks(Random random, string text) => Insert(random, text, "\u202E", "\u2066", "\u200B", "\u200F", "\uFEFF");

    private static string LongLine(Random random, string text) =>
        Insert(random, text, "\n" + string.Concat(Enumerable.Repeat("đoạn rất dài, ", 400)) + "\n");

    private static string JoinColumns(Random random, string text) =>
        string.Concat(text.Select(letter => letter == '\n' && random.Next(4) == 0 ? "      " : letter.ToString()));

    private static string CutEnd(Random random, string text) => text[..random.Next(text.Length + 1)];

    private static string Noise(Random random, string text) =>
        Insert(random, text, "\0", "\uD83D", "}", "((", "*", "\f", "\t", "######", "\uFFFF");

    private static string Markdown(Random random, string text) => Insert(random, text, "**", "__", "\n#### ", "\n> ", "\\", "<br>", "\n| ");

    private static string LineEnds(Random random, string text) =>
        string.Concat(text.Select(letter => letter == '\n' ? random.Next(4) switch { 0 => "\r\n", 1 => "\r", _ => "\n" } : letter.ToString()));

    // Letters that scanners mix up, with and without their marks.
    private static string ScannerSlips(Random random, string text) =>
        string.Concat(text.Select(letter => random.Next(60) == 0 && Slips.IndexOf(letter, StringComparison.Ordinal) is >= 0 and var at
            ? Slips[at ^ 1] : letter));

    private static string Hyphens(Random random, string text) =>
        string.Concat(text.Select(letter => letter == ' ' && random.Next(25) == 0 ? "\n" : letter.ToString()));

    private static string Insert(Random random, string text, params string[] pieces)
    {
        var damaged = new StringBuilder(text);
        for (var i = 0; i < 6; i++)
        {
            damaged.Insert(random.Next(damaged.Length + 1), pieces[random.Next(pieces.Length)]);
        }

        return damaged.ToString();
    }

    [GeneratedRegex(@"[a-z]{2,}")]
    private static partial Regex Words();
}
