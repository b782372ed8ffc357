using Workflow.Directives.Audit;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

/// <summary>Says an entry of the record as a sentence.</summary>
internal static class HistoryWords
{
    public static TimelineEntry Of(Visit visit, AuditEntry entry)
    {
        var (icon, tone) = Look(entry.Act);
        var sentence = visit.Say("Did." + entry.Act, entry.Detail ?? "");
        var inSentence = visit.Word("Did", entry.Act).Contains("{0}", StringComparison.Ordinal);
        var capacity = visit.Word("Role", entry.Capacity);
        return new TimelineEntry(
            icon, tone, entry.ActorId is null && entry.Capacity == "System" ? visit.Say("Did.System") : $"{entry.ActorName}, {capacity}",
            sentence, entry.At, inSentence ? null : entry.Detail, entry.ContentHash is { Length: > 8 } hash ? $"{hash[..4]} {hash[4..8]}" : null);
    }

    private static (string Icon, string Tone) Look(string act) => act switch
    {
        "draft.begun" or "draft.revised" => ("draft", "mute"),
        "draft.submitted" => ("next", "info"),
        "draft.cancelled" or "number.voided" or "delivery.refused" => ("refused", "bad"),
        "approval.given" => ("check", "ok"),
        "approval.returned" => ("return", "warn"),
        "opinion.given" => ("chat", "info"),
        "signature.given" => ("sign", "ok"),
        "signature.forwarded" => ("forward", "info"),
        "number.given" => ("number", "ok"),
        "number.void-proposed" => ("alert", "warn"),
        "seal.applied" => ("seal", "ok"),
        "directive.issued" or "notice.resent" => ("outbox", "ok"),
        "delivery.acknowledged" => ("done", "ok"),
        "units.escalated" => ("alert", "bad"),
        "unit.reminded" or "units.reminded" => ("bell", "warn"),
        "directive.closed" => ("archive", "mute"),
        "recipients.settled" => ("building", "mute"),
        _ => ("circle", "mute"),
    };
}
