using System.Globalization;

namespace Workflow.Directives.Dissemination.Mail.Smtp;

/// <summary>One reply of the server (RFC 5321 §4.2).</summary>
/// <param name="Code">Three digits, 200 to 559.</param>
/// <param name="Lines">The text of each line, without code and control characters.</param>
internal sealed record SmtpReply(int Code, IReadOnlyList<string> Lines)
{
    public bool IsCompletion => Code is >= 200 and <= 299;

    public bool IsIntermediate => Code is >= 300 and <= 399;

    public bool IsTransient => Code is >= 400 and <= 499;

    public bool IsPermanent => Code >= 500;

    /// <summary>The reply on one line, as kept in the outbox row.</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{Code} {string.Join(' ', Lines)}").Trim();

    /// <summary>The code and, if there is one, the enhanced code (RFC 3463): all that is safe to keep of a reply in which a server may repeat what it was told.</summary>
    public string CodesOnly
    {
        get
        {
            var first = (Lines.Count > 0 ? Lines[0] : "").Split(' ', 2)[0];
            var enhanced = first.Length is >= 5 and <= 9 && first[1] == '.' && first.All(c => char.IsAsciiDigit(c) || c == '.');
            return Code.ToString(CultureInfo.InvariantCulture) + (enhanced ? " " + first : "");
        }
    }
}

/// <summary>The server broke the connection or the rules of the protocol. The connection cannot be used any more.</summary>
internal sealed class SmtpBrokenException(string message, Exception? cause = null) : IOException(message, cause);
