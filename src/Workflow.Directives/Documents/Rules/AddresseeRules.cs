using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Rules;

/// <summary>Kính gửi, Kính trình and what answers them in the list: Như trên.</summary>
internal static partial class AddresseeRules
{
    internal static IEnumerable<TextFinding> Check(FormText text)
    {
        var d = text.Document;
        var above = d.Recipients.FirstOrDefault(recipient => recipient.Kind == RecipientKind.BackReference);
        if (above is not null && d.Addressees.IsEmpty && d.Type?.Code != "CĐ" && !OfArticle().IsMatch(VietnameseText.Bare(above.Text)))
        {
            yield return new("as-above-without-addressees", Severity.Error, above.Line,
                "Nơi nhận ghi \"Như trên\" nhưng văn bản không có \"Kính gửi\".",
                "The recipients say \"Như trên\" (as above) but nothing is addressed above.");
        }

        if (d.Addressees.IsEmpty)
        {
            yield break;
        }

        if (above is null && !d.Recipients.IsEmpty)
        {
            yield return new("addressees-without-as-above", Severity.Warning, d.Recipients[0].Line,
                $"Văn bản có \"{d.AddresseesLabel}\" thì nơi nhận phải có dòng \"- Như trên\".",
                "A paper with addressees lists \"- Như trên\" among its recipients.")
            {
                Fix = AsAbove(text, d.Recipients[0].Line),
            };
        }

        if (Label(text) is { } label)
        {
            yield return label;
        }
    }

    private static TextFinding? Label(FormText text)
    {
        var d = text.Document;
        var line = text.FirstLine(PartKind.AddresseesLabel);
        var isSubmission = d.AddresseesLabel == "Kính trình";
        return d.Type?.Code switch
        {
            "CV" when isSubmission => new("addressees-on-type", Severity.Warning, line,
                "\"Kính trình\" chỉ dùng cho tờ trình; công văn ghi \"Kính gửi\".", "\"Kính trình\" is for a tờ trình; a công văn says \"Kính gửi\".")
            {
                Fix = Relabel(text, line, "gửi"),
            },

            // The older guideline has Kính gửi on both.
            "TTr" when !isSubmission && text.Profile.Code == "HD05" => new("addressees-on-type", Severity.Warning, line,
                "Tờ trình ghi \"Kính trình\", không ghi \"Kính gửi\".", "A tờ trình says \"Kính trình\", not \"Kính gửi\".")
            {
                Fix = Relabel(text, line, "trình"),
            },
            null or "CV" or "TTr" or "GM" or "GGT" or "ThC" or "PC" or "PG" => null,
            _ => new("addressees-on-type", Severity.Warning, line,
                $"\"{d.AddresseesLabel}\" chỉ dùng cho công văn và tờ trình, không dùng cho {d.Type.Name.ToLowerInvariant()}.",
                "Only a công văn or a tờ trình is addressed to someone; other types list recipients at the end."),
        };
    }

    private static TextFix? AsAbove(FormText text, int first)
    {
        var raw = text.Raw[first - 1];
        var indent = raw[..^raw.TrimStart().Length];
        return text.IsOnly(first, PartKind.Recipient) && raw.TrimStart().StartsWith("- ", StringComparison.Ordinal)
            ? new([new(first, raw, [$"{indent}- Như trên{text.Profile.Foot.RecipientSeparator}", raw])])
            : null;
    }

    private static TextFix? Relabel(FormText text, int line, string word) =>
        line > 0 && Verb().Match(text.Raw[line - 1]) is { Success: true } verb
            ? TextFix.OfLine(line, text.Raw[line - 1], Verb().Replace(text.Raw[line - 1], verb.Value.StartsWith('K') ? $"Kính {word}" : $"kính {word}", 1))
            : null;

    // "Như Điều 3": those whom the decision itself names. A công điện addresses its receivers with "… điện:".
    [GeneratedRegex(@"^nhu dieu ")]
    private static partial Regex OfArticle();

    [GeneratedRegex(@"[Kk]ính (?:gửi|trình)")]
    private static partial Regex Verb();
}
