namespace Workflow.Directives.Dissemination.Mail;

/// <summary>The way out of the building: opens sessions to whatever takes the messages.</summary>
public interface IMailTransport : IAsyncDisposable
{
    /// <summary>Opens a session and makes it ready to send.</summary>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>A session for one sender at a time; dispose it to say goodbye.</returns>
    /// <exception cref="MailConnectException">No session could be had. Nothing was sent, and it is nobody's address that is wrong.</exception>
    Task<IMailSession> ConnectAsync(CancellationToken cancellationToken);
}

/// <summary>One kept connection. Not for two senders at once.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>Whether another message may be sent over this session. Once false it stays false.</summary>
    bool IsUsable { get; }

    /// <summary>Hands over one message.</summary>
    /// <param name="envelope">From whom, to whom, and which row it is.</param>
    /// <param name="content">The rendered bytes.</param>
    /// <param name="cancellationToken">Gives up. Before the final dot that throws; after it the outcome is <see cref="MailOutcome.Unknown"/> unless the reply comes within a few seconds.</param>
    /// <returns>What became of it. Failures of the network and refusals are outcomes, not exceptions.</returns>
    /// <exception cref="OperationCanceledException">Cancelled, and the message was certainly not handed over.</exception>
    Task<MailOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken);
}

/// <summary>What the transport must know beside the bytes.</summary>
/// <param name="From">Envelope sender; bounces go there.</param>
/// <param name="To">The one envelope recipient.</param>
/// <param name="Id">Id of the outbox row; the same at each attempt.</param>
/// <param name="CreatedAt">When the row was written, UTC; the same at each attempt.</param>
public sealed record MailEnvelope(string From, string To, Guid Id, DateTime CreatedAt);

/// <summary>No session could be had.</summary>
public sealed class MailConnectException : Exception
{
    /// <summary>Tells where and why.</summary>
    /// <param name="phase">How far it came.</param>
    /// <param name="code">The server's reply code, if it said one.</param>
    /// <param name="message">What failed, without any secret.</param>
    /// <param name="cause">The underlying failure, if any.</param>
    public MailConnectException(MailPhase phase, int? code, string message, Exception? cause = null)
        : base(message, cause)
    {
        Phase = phase;
        Code = code;
    }

    /// <summary>How far it came.</summary>
    public MailPhase Phase { get; }

    /// <summary>The server's reply code, or null.</summary>
    public int? Code { get; }
}
