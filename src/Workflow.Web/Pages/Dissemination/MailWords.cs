using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>Says in plain words what a mail server answered; the words of the server stand behind.</summary>
internal static class MailWords
{
    // Enhanced status codes (RFC 3463) and plain reply codes (RFC 5321, 4.2.3) that a clerk meets.
    private static readonly (string Part, string Key)[] Known =
    [
        ("no-address", "NoAddress"), ("5.1.", "NoMailbox"), ("550", "NoMailbox"), ("5.2.2", "Full"), ("4.2.2", "Full"), ("452", "Full"),
        ("552", "TooLarge"), ("5.3.4", "TooLarge"), ("5.7.", "Rejected"), ("554", "Rejected"), ("421", "Busy"), ("450", "Busy"), ("451", "Busy"),
        ("4.7.", "Busy"), ("connect", "Unreachable"), ("timed out", "Unreachable"),
    ];

    public static string Of(Visit visit, string reply)
    {
        var known = Array.Find(Known, one => reply.Contains(one.Part, StringComparison.OrdinalIgnoreCase));
        var plain = visit.Say("Mail." + (known.Key ?? "Other"));
        return known.Key == "NoAddress" ? plain : $"{plain} – {reply}";
    }
}
