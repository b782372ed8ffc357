using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Kính gửi and Nơi nhận (Hướng dẫn 05-HD/VPTW).</summary>
internal static class RecipientRules
{
    internal static IEnumerable<TextFinding> Check(DirectiveDocument d, IReadOnlyList<SourceLine> lines) =>
        Present(d).Concat(Addressees(d)).Concat(Marks(d, lines));

    private static IEnumerable<TextFinding> Present(DirectiveDocument d)
    {
        if (d.Recipients.IsEmpty)
        {
            yield return new("recipients-missing", Severity.Error, 0,
                "Văn bản không có mục \"Nơi nhận:\". Hãy ghi nơi nhận, mỗi nơi một dòng bắt đầu bằng gạch ngang.",
                "There is no list \"Nơi nhận:\". Name the recipients, one a line with a dash.");
        }
        else if (d.Recipients[^1].Kind != RecipientKind.Archive)
        {
            yield return new("archive-last", Severity.Warning, d.Recipients[^1].Line,
                "Dòng cuối của nơi nhận phải là nơi lưu, ví dụ \"- Lưu Văn phòng Tỉnh ủy.\"",
                "The last recipient must be the file copy, e.g. \"- Lưu Văn phòng Tỉnh ủy.\"");
        }
    }

    private static IEnumerable<TextFinding> Addressees(DirectiveDocument d)
    {
        var above = d.Recipients.FirstOrDefault(recipient => recipient.Kind == RecipientKind.BackReference);
        if (above is not null && d.Addressees.IsEmpty)
        {
            yield return new("as-above-without-addressees", Severity.Error, above.Line,
                "Nơi nhận ghi \"Như trên\" nhưng văn bản không có \"Kính gửi\".",
                "The recipients say \"Như trên\" (as above) but nothing is addressed above.");
        }

        if (d.Addressees.IsEmpty)
        {
            yield break;
        }

        var first = d.Addressees[0].Line;
        if (above is null && !d.Recipients.IsEmpty)
        {
            yield return new("addressees-without-as-above", Severity.Warning, first,
                "Văn bản có \"Kính gửi\" thì nơi nhận phải có dòng \"- Như trên\".",
                "A paper with addressees lists \"- Như trên\" among its recipients.");
        }

        if (d.Type is { Code: not ("CV" or "TTr" or "GM" or "ThC" or "PC" or "PG") })
        {
            yield return new("addressees-on-type", Severity.Warning, first,
                $"\"{d.AddresseesLabel}\" chỉ dùng cho công văn và tờ trình, không dùng cho {d.Type.Name.ToLowerInvariant()}.",
                "Only a công văn or a tờ trình is addressed to someone; other types list recipients at the end.");
        }
        else if (d.Type?.Code == "CV" && d.AddresseesLabel == "Kính trình")
        {
            yield return new("addressees-on-type", Severity.Warning, first,
                "\"Kính trình\" chỉ dùng cho tờ trình; công văn ghi \"Kính gửi\".",
                "\"Kính trình\" is for a tờ trình; a công văn says \"Kính gửi\".");
        }
    }

    private static IEnumerable<TextFinding> Marks(DirectiveDocument d, IReadOnlyList<SourceLine> lines)
    {
        if (d.Recipients.IsEmpty)
        {
            yield break;
        }

        var marks = d.Recipients.Select(recipient => (recipient.Line, Mark: MarkOf(lines[recipient.Line - 1], recipient.Text))).ToList();
        var between = marks.SkipLast(1).Where(mark => mark.Mark is ';' or ',').ToList();
        if (between.Select(mark => mark.Mark).Distinct().Count() > 1)
        {
            yield return new("terminators-mixed", Severity.Warning, between.First(mark => mark.Mark != between[0].Mark).Line,
                "Các dòng nơi nhận kết thúc lẫn lộn dấu phẩy và dấu chấm phẩy. Hãy dùng thống nhất dấu chấm phẩy (;).",
                "Recipient lines end with commas and semicolons mixed. Use semicolons throughout.");
        }

        if (marks[^1].Mark != '.')
        {
            yield return new("last-terminator", Severity.Warning, marks[^1].Line,
                "Dòng cuối của nơi nhận kết thúc bằng dấu chấm.", "The last recipient line ends with a full stop.");
        }
    }

    // Another column, or the brace with its note, may stand behind the mark.
    private static char MarkOf(SourceLine line, string recipient)
    {
        var text = line.Cells().FirstOrDefault(cell => cell.Contains(recipient, StringComparison.Ordinal)) ?? line.Text;
        var mark = text.LastIndexOfAny([';', ',', '.']);
        var behind = mark < 0 ? "" : text[(mark + 1)..];
        return mark < 0 || (behind.Any(char.IsLetterOrDigit) && !behind.Contains('}', StringComparison.Ordinal)) ? ' ' : text[mark];
    }
}
