using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;

namespace Workflow.Web.Localization;

/// <summary>The tone (see site.css) and the picture of each state; the word always stands beside them.</summary>
internal static class Looks
{
    public static (string Tone, string Icon) Of(DirectiveState state) => state switch
    {
        DirectiveState.Draft => ("mute", "draft"),
        DirectiveState.InReview => ("info", "half"),
        DirectiveState.Returned => ("warn", "return"),
        DirectiveState.Signed => ("ok", "sign"),
        DirectiveState.Numbered => ("ok", "number"),
        DirectiveState.Sealed => ("ok", "seal"),
        DirectiveState.Issued => ("ok", "outbox"),
        DirectiveState.Closed => ("mute", "archive"),
        DirectiveState.Cancelled => ("bad", "refused"),
        DirectiveState.Recalled => ("bad", "recall"),
        _ => ("mute", "circle"),
    };

    public static (string Tone, string Icon) Of(DeliveryStatus status) => status switch
    {
        DeliveryStatus.Waiting => ("mute", "clock"),
        DeliveryStatus.Sent => ("info", "outbox"),
        DeliveryStatus.SendFailed => ("bad", "alert"),
        DeliveryStatus.Arrived => ("info", "eye"),
        DeliveryStatus.Refused => ("bad", "refused"),
        _ => ("ok", "done"),
    };
}
