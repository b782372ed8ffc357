namespace Workflow.Directives.Dissemination.Mail;

/// <summary>How far the talk with the mail server had come (RFC 5321 §4.3.2).</summary>
public enum MailPhase
{
    /// <summary>Name lookup, connection, or TLS from the first byte.</summary>
    Connect,

    /// <summary>The server's 220.</summary>
    Greeting,

    /// <summary>EHLO.</summary>
    Hello,

    /// <summary>STARTTLS and the TLS handshake (RFC 3207).</summary>
    StartTls,

    /// <summary>AUTH (RFC 4954).</summary>
    Authenticate,

    /// <summary>RSET or MAIL FROM.</summary>
    MailFrom,

    /// <summary>RCPT TO.</summary>
    Recipient,

    /// <summary>DATA, before the server's 354.</summary>
    Data,

    /// <summary>The content, before its final dot.</summary>
    Content,

    /// <summary>The final dot is sent; the reply decides.</summary>
    FinalDot,
}

/// <summary>What became of one attempt to hand over one message.</summary>
public abstract record MailOutcome
{
    private MailOutcome()
    {
    }

    /// <summary>The server took responsibility (2xx after the final dot). Never sent again.</summary>
    /// <param name="Reply">The server's words.</param>
    public sealed record Accepted(string Reply) : MailOutcome;

    /// <summary>Not taken, and certainly not: a 4xx, or the connection failed before the final dot. Safe to send again.</summary>
    /// <param name="Phase">Where it failed.</param>
    /// <param name="Code">Reply code, or null when the connection failed.</param>
    /// <param name="Reply">The server's words or what failed; no secret.</param>
    public sealed record Deferred(MailPhase Phase, int? Code, string Reply) : MailOutcome;

    /// <summary>Refused for good (5xx). A person has to act.</summary>
    /// <param name="Phase">Which command was refused.</param>
    /// <param name="Code">Reply code.</param>
    /// <param name="Reply">The server's words.</param>
    public sealed record Rejected(MailPhase Phase, int Code, string Reply) : MailOutcome;

    /// <summary>The final dot was sent and no reply came: it may or may not have been taken. Sent again with the same Message-ID and the same bytes.</summary>
    /// <param name="Phase">Where the talk broke; always <see cref="MailPhase.FinalDot"/> for SMTP.</param>
    /// <param name="Why">What broke.</param>
    public sealed record Unknown(MailPhase Phase, string Why) : MailOutcome;
}
