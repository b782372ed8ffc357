namespace Workflow.Directives.Dissemination.Mail;

/// <summary>Where a message stands.</summary>
public enum MailState
{
    /// <summary>Waits for its next attempt.</summary>
    Pending,

    /// <summary>Leased by a sender until <see cref="OutboxMessage.LeasedUntil"/>.</summary>
    Sending,

    /// <summary>Taken by the server; never sent again.</summary>
    Sent,

    /// <summary>Refused, or given up after its time; a person has to act.</summary>
    Failed,

    /// <summary>Waits for its next attempt, and the end of an earlier one is not known: the receiver may get it twice.</summary>
    Unknown,
}

/// <summary>
/// A message that must go out, written in the same transaction as the act it tells of. Rendered once: <see cref="Content"/> and <see cref="MessageId"/> never change, so every
/// copy is the same copy.
/// </summary>
public sealed class OutboxMessage
{
    /// <summary>Longest text kept of a server's reply.</summary>
    public const int MaxReplyLength = 500;

    /// <summary>How long a message is tried before it is given up.</summary>
    public static readonly TimeSpan TriedFor = TimeSpan.FromHours(72);

    private OutboxMessage()
    {
    }

    /// <summary>The row.</summary>
    public Guid Id { get; private init; }

    /// <summary>Message-ID with its angle brackets; unique.</summary>
    public string MessageId { get; private init; } = "";

    /// <summary>The delivery this message tells of, or null (for example a test mail).</summary>
    public Guid? DeliveryId { get; private init; }

    /// <summary>What it is for: <c>notice</c>, <c>reminder-1</c>, <c>escalation-1</c> …</summary>
    public string Purpose { get; private init; } = "";

    /// <summary>The one address it goes to.</summary>
    public string ToAddress { get; private init; } = "";

    /// <summary>The receiver's name as shown.</summary>
    public string ToName { get; private init; } = "";

    /// <summary>Subject in clear, for the outbox page.</summary>
    public string Subject { get; private init; } = "";

    /// <summary>When it was written, UTC.</summary>
    public DateTime CreatedAt { get; private init; }

    /// <summary>Goes before all that is not urgent.</summary>
    public bool Urgent { get; private init; }

    /// <summary>Where it stands.</summary>
    public MailState State { get; private set; }

    /// <summary>Attempts that reached the point of talking about this message; a server that could not be reached is not counted.</summary>
    public int Attempts { get; private set; }

    /// <summary>Not tried before this, UTC.</summary>
    public DateTime NextAttemptAt { get; private set; }

    /// <summary>When it is given up if it has not been taken by then, UTC.</summary>
    public DateTime GiveUpAt { get; private set; }

    /// <summary>Until when its sender holds it, UTC; null when nobody does.</summary>
    public DateTime? LeasedUntil { get; private set; }

    /// <summary>Fencing token: grows with each lease; whoever holds an older one cannot record anything.</summary>
    public long LeaseToken { get; private set; }

    /// <summary>When the server took it, UTC.</summary>
    public DateTime? SentAt { get; private set; }

    /// <summary>The server's last words, at most <see cref="MaxReplyLength"/> characters.</summary>
    public string? LastReply { get; private set; }

    /// <summary>How far the last attempt came.</summary>
    public MailPhase? LastPhase { get; private set; }

    /// <summary>Attempts whose end nobody knows; above 0 the receiver may have the message more than once.</summary>
    public int UnknownOutcomes { get; private set; }

    /// <summary>The rendered message (RFC 5322), byte for byte as it is sent. The last column, so that lists do not read past it.</summary>
    public byte[] Content { get; private init; } = [];

    /// <summary>Renders a letter and makes the row that carries it.</summary>
    /// <param name="id">Id of the row.</param>
    /// <param name="letter">What to send.</param>
    /// <param name="purpose">What it is for; see <see cref="MessageIds.For"/>.</param>
    /// <param name="deliveryId">The delivery it tells of, or null.</param>
    /// <param name="urgent">Whether it goes before the others.</param>
    /// <param name="now">Now, UTC; the first attempt is due at once.</param>
    /// <exception cref="MailAddressException">An address or a header text is not accepted.</exception>
    /// <exception cref="ArgumentException">The purpose is malformed.</exception>
    public static OutboxMessage Write(Guid id, MailLetter letter, string purpose, Guid? deliveryId, bool urgent, DateTime now)
    {
        ArgumentNullException.ThrowIfNull(letter);
        if (!MessageIds.IsPurpose(purpose))
        {
            throw new ArgumentException("A purpose is lower-case letters, digits and hyphens.", nameof(purpose));
        }

        return new OutboxMessage
        {
            Id = id,
            MessageId = letter.MessageId,
            DeliveryId = deliveryId,
            Purpose = purpose,
            ToAddress = letter.To.Address,
            ToName = letter.To.Name,
            Subject = letter.Subject,
            Content = MailComposer.Compose(letter),
            CreatedAt = now,
            Urgent = urgent,
            State = MailState.Pending,
            NextAttemptAt = now,
            GiveUpAt = now + TriedFor,
        };
    }

    /// <summary>Puts a failed message back in the queue: same Message-ID, same bytes, a new time to be given up.</summary>
    /// <param name="now">Now, UTC.</param>
    /// <returns>False when it has not failed; then nothing is changed.</returns>
    public bool SendAgain(DateTime now)
    {
        if (State != MailState.Failed)
        {
            return false;
        }

        (State, Attempts, NextAttemptAt, GiveUpAt) = (Waiting, 0, now, now + TriedFor);
        return true;
    }

    private MailState Waiting => UnknownOutcomes > 0 ? MailState.Unknown : MailState.Pending;

    /// <summary>Draws the conclusion from an attempt: taken, refused, or when to try again.</summary>
    internal void Settle(MailOutcome outcome, DateTime now)
    {
        Attempts++;
        LeasedUntil = null;
        switch (outcome)
        {
            case MailOutcome.Accepted accepted:
                (State, SentAt, LastPhase, LastReply) = (MailState.Sent, now, MailPhase.FinalDot, Short(accepted.Reply));
                break;
            case MailOutcome.Rejected rejected:
                (State, LastPhase, LastReply) = (MailState.Failed, rejected.Phase, Short(rejected.Reply));
                break;
            case MailOutcome.Deferred deferred:
                (LastPhase, LastReply) = (deferred.Phase, Short(deferred.Reply));
                TryLater(now);
                break;
            case MailOutcome.Unknown unknown:
                UnknownOutcomes++;
                (LastPhase, LastReply) = (unknown.Phase, Short(unknown.Why));
                TryLater(now);
                break;
        }
    }

    /// <summary>No server could be reached. That is no attempt at this message, which stays due.</summary>
    internal void PutBack(MailConnectException failure)
    {
        PutBack();
        (LastPhase, LastReply) = (failure.Phase, Short(failure.Message));
    }

    /// <summary>Not tried at all, for example because the program stops.</summary>
    internal void PutBack() => (State, LeasedUntil) = (Waiting, null);

    private void TryLater(DateTime now)
    {
        if (now >= GiveUpAt)
        {
            State = MailState.Failed;
            return;
        }

        // The last attempt is made when the time is over, not before.
        var next = now + RetrySchedule.DelayAfter(Attempts, MessageId);
        (State, NextAttemptAt) = (Waiting, next < GiveUpAt ? next : GiveUpAt);
    }

    internal static string Short(string reply) => reply.Length <= MaxReplyLength ? reply : reply[..MaxReplyLength];
}
