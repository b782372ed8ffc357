namespace Workflow.Directives.Dissemination.Mail;

/// <summary>A name and an address, as shown in From and To.</summary>
/// <param name="Name">What people see, Vietnamese allowed; may be empty.</param>
/// <param name="Address">One address that <see cref="MailAddresses.IsValid"/> accepts.</param>
public sealed record Mailbox(string Name, string Address);

/// <summary>A file that travels with a letter.</summary>
/// <param name="FileName">Name the receiver sees, Vietnamese allowed (written as RFC 2231 says); no path.</param>
/// <param name="ContentType">A media type such as <c>application/pdf</c>.</param>
/// <param name="Content">The bytes.</param>
public sealed record MailAttachment(string FileName, string ContentType, ReadOnlyMemory<byte> Content);

/// <summary>One letter to one unit, before it becomes bytes. There is deliberately one <see cref="To"/> and no Cc or Bcc: no unit sees another's address.</summary>
public sealed record MailLetter
{
    /// <summary>The Message-ID with its angle brackets, from <see cref="MessageIds.For"/>.</summary>
    public required string MessageId { get; init; }

    /// <summary>The sending organ.</summary>
    public required Mailbox From { get; init; }

    /// <summary>The one receiving unit.</summary>
    public required Mailbox To { get; init; }

    /// <summary>Subject in clear; one line.</summary>
    public required string Subject { get; init; }

    /// <summary>When the letter was written, UTC; the Date header shows it in Vietnam time.</summary>
    public required DateTime Date { get; init; }

    /// <summary>The plain text; any line ends.</summary>
    public required string Text { get; init; }

    /// <summary>The same as HTML, already escaped.</summary>
    public required string Html { get; init; }

    /// <summary>Message-ID of the notice that a reminder or a recall belongs to, or null.</summary>
    public string? InReplyTo { get; init; }

    /// <summary>Files that travel along; none by default, because a notice carries a link.</summary>
    public IReadOnlyList<MailAttachment> Attachments { get; init; } = [];
}
