using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>The list Nơi nhận: the file copy at its end, the marks between its lines (Hướng dẫn 05-HD/VPTW, 36-HD/VPTW).</summary>
internal static partial class RecipientRules
{
    /// <summary>What is adopted by a congress or handed to a bearer lists nobody.</summary>
    internal static readonly string[] WithoutRecipients = ["CLCT", "DL", "GGT", "GCN", "GĐĐ", "GNP"];

    internal static IEnumerable<TextFinding> Check(FormText text)
    {
        if (text.Document.Recipients.IsEmpty)
        {
            return WithoutRecipients.Contains(text.Document.Type?.Code) ? [] :
            [
                new("recipients-missing", Severity.Error, 0,
                    "Văn bản không có mục \"Nơi nhận:\". Hãy ghi nơi nhận, mỗi nơi một dòng bắt đầu bằng gạch ngang.",
                    "There is no list \"Nơi nhận:\". Name the recipients, one a line with a dash."),
            ];
        }

        return Archive(text).Concat(Twice(text)).Concat(Marks(text));
    }

    private static IEnumerable<TextFinding> Archive(FormText text)
    {
        var recipients = text.Document.Recipients;
        var archive = recipients.LastOrDefault(recipient => recipient.Kind == RecipientKind.Archive);
        if (recipients[^1].Kind != RecipientKind.Archive)
        {
            yield return new("archive-last", Severity.Warning, archive?.Line ?? recipients[^1].Line,
                "Dòng cuối của nơi nhận phải là nơi lưu, ví dụ \"- Lưu Văn phòng Tỉnh ủy.\"",
                "The last recipient must be the file copy, e.g. \"- Lưu Văn phòng Tỉnh ủy.\"")
            {
                Fix = archive is null ? null : ArchiveLast(text, archive.Line),
            };
        }

        if (archive is not null && ClerkWords().Match(archive.Text) is { Success: true } words)
        {
            yield return new("archive-words", Severity.Warning, archive.Line,
                "Văn bản của Đảng ghi nơi lưu đầy đủ, ví dụ \"- Lưu Văn phòng Tỉnh ủy.\", không ghi \"Lưu: VT\".",
                "A Party paper names the file copy in full, e.g. \"- Lưu Văn phòng Tỉnh ủy.\", not \"Lưu: VT\".")
            {
                Span = text.SpanOf(archive.Line, words.Value),
            };
        }
    }

    private static IEnumerable<TextFinding> Twice(FormText text)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var recipient in text.Document.Recipients.Where(recipient => !seen.Add(VietnameseText.FoldTones(recipient.Text))))
        {
            yield return new("recipient-twice", Severity.Warning, recipient.Line,
                $"\"{recipient.Text}\" đã có ở dòng trên của nơi nhận.", $"\"{recipient.Text}\" is listed twice.")
            {
                Span = text.SpanOf(recipient.Line, recipient.Text),
            };
        }
    }

    private static IEnumerable<TextFinding> Marks(FormText text)
    {
        var separator = text.Profile.Foot.RecipientSeparator[0];
        var marks = text.Document.Recipients
            .Select(recipient => (Line: EndOf(text, recipient.Line), recipient))
            .Select(one => (one.Line, Mark: MarkOf(text.Lines[one.Line - 1], one.recipient.Text))).ToList();
        var between = marks.SkipLast(1).Where(mark => mark.Mark is ';' or ',').ToList();
        if (between.Select(mark => mark.Mark).Distinct().Count() > 1)
        {
            yield return new("terminators-mixed", Severity.Warning, between.First(mark => mark.Mark != between[0].Mark).Line,
                $"Các dòng nơi nhận kết thúc lẫn lộn dấu phẩy và dấu chấm phẩy. Hãy dùng thống nhất dấu {Name(separator)}.",
                $"Recipient lines end with commas and semicolons mixed. Use \"{separator}\" throughout.")
            {
                Fix = Ended(text, separator),
            };
        }
        else if (between.Count > 0 && between[0].Mark != separator)
        {
            yield return new("terminators-form", Severity.Warning, between[0].Line,
                $"Giữa các dòng nơi nhận dùng dấu {Name(separator)} ({text.Profile.Rule}).",
                $"The guideline puts \"{separator}\" between recipients.")
            {
                Fix = Ended(text, separator),
            };
        }

        if (marks[^1].Mark != '.')
        {
            yield return new("last-terminator", Severity.Warning, marks[^1].Line,
                "Dòng cuối của nơi nhận kết thúc bằng dấu chấm.", "The last recipient line ends with a full stop.")
            {
                Fix = text.IsOnly(marks[^1].Line, PartKind.Recipient) && !text.Raw[marks[^1].Line - 1].Contains('}', StringComparison.Ordinal)
                    ? TextFix.OfLine(marks[^1].Line, text.Raw[marks[^1].Line - 1], WithMark(text.Raw[marks[^1].Line - 1], '.'))
                    : null,
            };
        }
    }

    private static string Name(char mark) => mark == ';' ? "chấm phẩy (;)" : "phẩy (,)";

    /// <summary>The lines of the list when each recipient has exactly one for itself, without a second column or a brace; otherwise none.</summary>
    private static int[] Block(FormText text)
    {
        var lines = text.Document.Recipients.Select(recipient => recipient.Line).ToArray();
        return lines.Distinct().Count() == lines.Length && Array.TrueForAll(lines, line => IsWhole(text, line)) ? lines : [];
    }

    private static bool IsWhole(FormText text, int line) =>
        text.IsOnly(line, PartKind.Recipient) && !text.Raw[line - 1].Contains('}', StringComparison.Ordinal)
        && (line == text.Raw.Count || !IsWrapped(text, line + 1));

    // The line below goes on with the recipient: it is one, and no recipient begins there.
    private static bool IsWrapped(FormText text, int below) =>
        text.Document.Parts.Any(part => part.Line == below && part.Kind == PartKind.Recipient)
        && text.Document.Recipients.All(recipient => recipient.Line != below);

    private static int EndOf(FormText text, int line)
    {
        while (line < text.Raw.Count && IsWrapped(text, line + 1))
        {
            line++;
        }

        return line;
    }

    private static TextFix? Ended(FormText text, char separator)
    {
        var lines = Block(text);
        var edits = lines.Select((line, i) => new LineEdit(line, text.Raw[line - 1], [WithMark(text.Raw[line - 1], i == lines.Length - 1 ? '.' : separator)]))
            .Where(edit => edit.Old != edit.New[0]).ToImmutableArray();
        return edits.IsEmpty ? null : new(edits);
    }

    private static TextFix? ArchiveLast(FormText text, int archive)
    {
        var lines = Block(text);
        if (lines.Length == 0)
        {
            return null;
        }

        var separator = text.Profile.Foot.RecipientSeparator[0];
        var (last, moved) = (lines[^1], WithMark(text.Raw[archive - 1], '.'));
        return new(
        [
            new(archive, text.Raw[archive - 1], []),
            new(last, text.Raw[last - 1], [WithMark(text.Raw[last - 1], separator), moved]),
        ]);
    }

    private static string WithMark(string line, char mark) => line.TrimEnd(' ', '\t', ';', ',', '.') + mark;

    // Another column, or the brace with its note, may stand behind the mark.
    private static char MarkOf(SourceLine line, string recipient)
    {
        var text = line.Cells().FirstOrDefault(cell => cell.Contains(recipient, StringComparison.Ordinal)) ?? line.Text;
        var end = text.LastIndexOf(recipient, StringComparison.Ordinal) + recipient.Length;
        if (end > recipient.Length && end < text.Length && text[end] is ';' or ',' or '.')
        {
            return text[end];
        }

        var mark = text.LastIndexOfAny([';', ',', '.']);
        var behind = mark < 0 ? "" : text[(mark + 1)..];
        return mark < 0 || (behind.Any(char.IsLetterOrDigit) && !behind.Contains('}', StringComparison.Ordinal)) ? ' ' : text[mark];
    }

    [GeneratedRegex(@"^Lưu\s*:|(?<!\p{L})VT(?!\p{L})")]
    private static partial Regex ClerkWords();
}
