using Workflow.Directives.Audit;
using Workflow.Directives.People.Rights;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

/// <summary>Says an entry of the record as a sentence.</summary>
internal static class HistoryWords
{
    public static TimelineEntry Of(Visit visit, AuditEntry entry)
    {
        var (icon, tone) = Look(entry.Act);
        var detail = DetailOf(visit, entry);
        var sentence = visit.Say("Did." + entry.Act, detail ?? "");
        var inSentence = visit.Word("Did", entry.Act).Contains("{0}", StringComparison.Ordinal);
        var capacity = visit.Word("Role", entry.Capacity);
        return new TimelineEntry(
            icon, tone, entry.ActorId is null && entry.Capacity == "System" ? visit.Say("Did.System") : $"{entry.ActorName}, {capacity}{(entry.ActingFor is { } principal ? $" · {visit.Say("Decisions.ActingFor", principal)}" : "")}",
            sentence, entry.At, inSentence ? null : detail, entry.ContentHash is { Length: > 8 } hash ? $"{hash[..4]} {hash[4..8]}" : null);
    }

    // Some acts carry a code before their words: the step approved, the stance of an opinion, the status reported.
    private static string? DetailOf(Visit visit, AuditEntry entry)
    {
        var parts = (entry.Detail ?? "").Split(": ", 2);
        return entry.Act switch
        {
            "approval.given" => string.Join(": ", parts.Skip(1).Prepend(visit.Word("Step", parts[0]))),
            "opinion.given" => string.Join(": ", parts.Skip(1).Prepend(visit.Word("Stance", parts[0]))),
            "delivery.progress" => string.Join(": ", parts[..^1].Append(visit.Word("Delivery", parts[^1]))),
            "identity.confirmed" when Enum.TryParse<Right>(entry.Detail, out var right) =>
                Languages.IsEnglish ? RightsTable.Current[right].English : RightsTable.Current[right].Vietnamese,
            _ => entry.Detail,
        };
    }

    private static (string Icon, string Tone) Look(string act) => act switch
    {
        "draft.begun" or "draft.revised" or "draft.fixed" => ("draft", "mute"),
        "draft.submitted" => ("next", "info"),
        "draft.cancelled" or "number.voided" or "delivery.refused" or "recall.refused" => ("refused", "bad"),
        "recall.proposed" or "directive.recalled" or "recall.no-address" => ("recall", "bad"),
        "approval.given" => ("check", "ok"),
        "approval.returned" => ("return", "warn"),
        "opinion.given" => ("chat", "info"),
        "signature.given" => ("sign", "ok"),
        "signature.forwarded" => ("forward", "info"),
        "number.given" => ("number", "ok"),
        "number.void-proposed" => ("alert", "warn"),
        "seal.applied" => ("seal", "ok"),
        "directive.issued" or "notice.resent" => ("outbox", "ok"),
        "delivery.acknowledged" or "recall.answered" => ("done", "ok"),
        "units.escalated" => ("alert", "bad"),
        "unit.reminded" or "units.reminded" => ("bell", "warn"),
        "directive.closed" => ("archive", "mute"),
        "recipients.settled" => ("building", "mute"),
        "order.confirmed" or "orders.confirmed" or "order.changed" => ("check", "info"),
        "order.dropped" => ("close", "mute"),
        _ => ("circle", "mute"),
    };
}
