using Workflow.Directives.Dissemination.Mail;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>How messages look in lists.</summary>
internal static class OutboxLooks
{
    public static (string Tone, string Icon) Of(MailState state) => state switch
    {
        MailState.Sent => ("ok", "check"),
        MailState.Failed => ("bad", "alert"),
        MailState.Unknown => ("warn", "alert"),
        MailState.Sending => ("info", "outbox"),
        _ => ("mute", "clock"),
    };

    /// <summary>notice, reminder-2, reminder-by-hand-20261122, escalation-1 in words.</summary>
    public static string Purpose(Visit visit, string purpose)
    {
        var kind = purpose.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9').TrimEnd('-');
        return visit.Word("MailPurpose", kind);
    }
}
