namespace Workflow.Directives.Dissemination.Mail.Smtp;

/// <summary>A ready session: one message after the other, one recipient each (RFC 5321 §3.3).</summary>
internal sealed class SmtpSession(SmtpConnection connection, SmtpSettings settings, SmtpHandshake hello, TimeProvider clock) : IMailSession
{
    /// <summary>When asked to stop, how long the reply to a final dot already sent is still waited for.</summary>
    private static readonly TimeSpan StopGrace = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan FarewellTimeout = TimeSpan.FromSeconds(2);

    private readonly TimeSpan commandTimeout = TimeSpan.FromSeconds(settings.CommandTimeoutSeconds);
    private readonly TimeSpan finalDotTimeout = TimeSpan.FromSeconds(settings.FinalDotTimeoutSeconds);
    private bool needsReset;
    private MailPhase phase;

    public bool IsUsable { get; private set; } = true;

    public async Task<MailOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        MailAddresses.Require(envelope.From);
        MailAddresses.Require(envelope.To);
        phase = MailPhase.MailFrom;
        var finished = false;
        try
        {
            var outcome = await AnnounceAsync(envelope, content, cancellationToken) ?? await HandOverAsync(content, cancellationToken);
            finished = true;
            return outcome;
        }
        catch (SmtpBrokenException e)
        {
            return phase == MailPhase.FinalDot
                ? new MailOutcome.Unknown(phase, e.Message)
                : new MailOutcome.Deferred(phase, null, e.Message);
        }
        finally
        {
            IsUsable &= finished;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (IsUsable)
            {
                IsUsable = false;
                await connection.WriteLineAsync("QUIT", FarewellTimeout, CancellationToken.None);
                await connection.ReadReplyAsync(FarewellTimeout, CancellationToken.None);
            }
        }
        catch (SmtpBrokenException)
        {
            // Every message has its outcome by now; a farewell that does not arrive changes none.
        }
        finally
        {
            await connection.DisposeAsync();
        }
    }

    /// <summary>Everything up to the server's 354; null when it is ready for the content.</summary>
    private async Task<MailOutcome?> AnnounceAsync(MailEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        if (hello.SizeLimit > 0 && content.Length > hello.SizeLimit)
        {
            return new MailOutcome.Rejected(phase, 552, $"552 The message has {content.Length} bytes, the server takes {hello.SizeLimit}; it was not offered.");
        }

        if (needsReset)
        {
            // A refused RSET says nothing about the message that comes next, only that this connection is no good.
            var reset = await AskAsync("RSET", cancellationToken);
            needsReset = reset.IsCompletion ? false : throw new SmtpBrokenException("The server refused RSET: " + reset.Text);
        }

        var size = hello.KnowsSize ? $" SIZE={content.Length}" : "";
        var reply = await AskAsync($"MAIL FROM:<{envelope.From}>{size}", cancellationToken);
        if (!reply.IsCompletion)
        {
            return Refused(reply);
        }

        phase = MailPhase.Recipient;
        reply = await AskAsync($"RCPT TO:<{envelope.To}>", cancellationToken);
        if (!reply.IsCompletion)
        {
            return Refused(reply);
        }

        phase = MailPhase.Data;
        reply = await AskAsync("DATA", cancellationToken);
        return reply.Code == 354 ? null : Refused(reply);
    }

    private async Task<MailOutcome> HandOverAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        phase = MailPhase.Content;
        await connection.WriteAsync(DotStuffing.Encode(content.Span), commandTimeout, cancellationToken);
        if (connection.IsPeerGone)
        {
            throw new SmtpBrokenException("The server closed the connection during the content.");
        }

        // While the dot itself cannot be written, the server has not seen the end of the message and has not taken it.
        await connection.WriteAsync(".\r\n"u8.ToArray(), commandTimeout, cancellationToken);
        phase = MailPhase.FinalDot;
        var reply = await ReadLastReplyAsync(cancellationToken);
        if (reply.IsIntermediate)
        {
            throw new SmtpBrokenException("The server's reply to the final dot is neither yes nor no: " + reply.Text);
        }

        return reply.IsCompletion ? new MailOutcome.Accepted(reply.Text) : Refused(reply);
    }

    private async Task<SmtpReply> ReadLastReplyAsync(CancellationToken cancellationToken)
    {
        using var stop = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        await using var registration = cancellationToken.Register(() => stop.CancelAfter(StopGrace));
        try
        {
            return await connection.ReadReplyAsync(finalDotTimeout, stop.Token);
        }
        catch (OperationCanceledException e) when (stop.IsCancellationRequested)
        {
            throw new SmtpBrokenException("Stopped while waiting for the reply to the final dot.", e);
        }
    }

    private MailOutcome Refused(SmtpReply reply)
    {
        // 421 says that the server closes the connection (RFC 5321 §3.8); a wrong kind of reply, that nobody knows where it stands.
        if (reply.Code == 421 || reply.IsCompletion || reply.IsIntermediate)
        {
            IsUsable = false;
        }

        needsReset = true;
        return reply.IsPermanent && !IsAboutUs(reply.Code)
            ? new MailOutcome.Rejected(phase, reply.Code, reply.Text)
            : new MailOutcome.Deferred(phase, reply.Code, reply.Text);
    }

    // RFC 4954 §6: these ask for another or a stronger login. They say nothing about the message, which must not fail for it.
    private static bool IsAboutUs(int code) => code is 530 or 534 or 535 or 538;

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await connection.WriteLineAsync(command, commandTimeout, cancellationToken);
        return await connection.ReadReplyAsync(commandTimeout, cancellationToken);
    }
}
