using Microsoft.Extensions.Logging;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>One emptying of the outbox: as many connections as are allowed, each taking the next message when its last one is settled.</summary>
internal sealed class OutboxRun : IDisposable
{
    private static readonly TimeSpan RenewEvery = OutboxLedger.LeaseTime / 3;

    private readonly OutboxLedger ledger;
    private readonly IMailTransport transport;
    private readonly SendingPace pace;
    private readonly SmtpSettings settings;
    private readonly ILogger logger;
    private readonly OutboxQueue queue;
    private readonly CancellationTokenSource stop = new();
    private readonly SemaphoreSlim connecting = new(1, 1);
    private int connected;
    private int tried;
    private MailConnectException? unreachable;

    public OutboxRun(OutboxLedger ledger, IMailTransport transport, SendingPace pace, SmtpSettings settings, ILogger logger)
    {
        (this.ledger, this.transport, this.pace, this.settings, this.logger) = (ledger, transport, pace, settings, logger);
        queue = new OutboxQueue(ledger, pace, settings.Connections);
    }

    /// <summary>Runs until nothing is due, or until it is stopped; whatever is still held then goes back.</summary>
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        using var stopped = cancellationToken.Register(stop.Cancel);
        using var done = new CancellationTokenSource();
        var renewing = StopAllIfFailsAsync(RenewLeasesAsync(done.Token));
        try
        {
            await Task.WhenAll(Enumerable.Range(0, settings.Connections).Select(_ => StopAllIfFailsAsync(WorkAsync())));
        }
        finally
        {
            await done.CancelAsync();
            await Task.WhenAll(queue.Held.Select(message =>
            {
                message.PutBack();
                return ledger.RecordAsync(message);
            }));
        }

        await renewing;
        if (unreachable is not null)
        {
            await ledger.GiveUpAsync(unreachable);
        }

        return tried;
    }

    public void Dispose()
    {
        queue.Dispose();
        stop.Dispose();
        connecting.Dispose();
    }

    private async Task WorkAsync()
    {
        var line = new Line();
        try
        {
            while (await queue.TakeAsync(stop.Token) is { } message)
            {
                if (await SendAsync(line, message) is not { } outcome)
                {
                    return;
                }

                message.Settle(outcome, ledger.Now);
                Interlocked.Increment(ref tried);
                await ledger.RecordAsync(message);
                queue.Settled(message);
                Log(message.Id, outcome);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Stopped between two messages, or before the final dot of one; RunAsync puts back what is held.
        }
        finally
        {
            await CloseAsync(line);
        }
    }

    /// <summary>The outcome, or null when no connection could be had.</summary>
    private async Task<MailOutcome?> SendAsync(Line line, OutboxMessage message)
    {
        if (!MailAddresses.IsValid(message.ToAddress))
        {
            return new MailOutcome.Rejected(MailPhase.Recipient, 553, "553 The address is not one a message can be sent to; it was not tried.");
        }

        while (true)
        {
            var fresh = line.Session is not { IsUsable: true };
            if (fresh && !await ConnectAsync(line, message))
            {
                return null;
            }

            var outcome = await OfferAsync(line, message);

            // A server may close a kept connection whenever it likes; then it said nothing about the message.
            var wasClosed = !fresh && line.Session is { IsUsable: false } && outcome is MailOutcome.Deferred { Phase: MailPhase.MailFrom, Code: null or 421 };
            if (!wasClosed)
            {
                return outcome;
            }
        }
    }

    private async Task<MailOutcome> OfferAsync(Line line, OutboxMessage message)
    {
        var envelope = new MailEnvelope(settings.From, message.ToAddress, message.Id, message.CreatedAt);
        try
        {
            return await line.Session!.SendAsync(envelope, message.Content, stop.Token);
        }
        catch (Exception defect) when (defect is not OperationCanceledException)
        {
            // A transport that throws is broken in a way nobody foresaw. The message may have gone out, and the others must not wait behind it.
            logger.LogError("Outbox message {Id}: the transport failed with {Exception}.\n{Stack}", message.Id, defect.GetType().Name, defect.StackTrace);
            await CloseAsync(line);
            return new MailOutcome.Unknown(MailPhase.FinalDot, "The transport failed: " + defect.GetType().Name);
        }
    }

    // One at a time: the second connection is opened when the first is known to work, so a server that is down is asked once and not eight times.
    private async Task<bool> ConnectAsync(Line line, OutboxMessage message)
    {
        await connecting.WaitAsync(stop.Token);
        try
        {
            await CloseAsync(line);
            if (queue.IsClosed)
            {
                return false;
            }

            line.Session = await transport.ConnectAsync(stop.Token);
            Interlocked.Increment(ref connected);
            pace.Reachable();
            return true;
        }
        catch (MailConnectException failure)
        {
            logger.LogWarning("No mail connection: {Phase} {Code}, {Connected} others open.", failure.Phase, failure.Code, connected);
            if (connected > 0)
            {
                queue.HandBack(message);
                return false;
            }

            unreachable = failure;
            queue.Close();
            pace.Unreachable();
            message.PutBack(failure);
            await ledger.RecordAsync(message);
            queue.Settled(message);
            return false;
        }
        finally
        {
            connecting.Release();
        }
    }

    private async Task CloseAsync(Line line)
    {
        if (line.Session is { } session)
        {
            line.Session = null;
            Interlocked.Decrement(ref connected);
            await session.DisposeAsync();
        }
    }

    private async Task RenewLeasesAsync(CancellationToken done)
    {
        using var timer = new PeriodicTimer(RenewEvery, ledger.Clock);
        try
        {
            while (await timer.WaitForNextTickAsync(done))
            {
                await ledger.RenewAsync(queue.Held, done);
            }
        }
        catch (OperationCanceledException) when (done.IsCancellationRequested)
        {
            // The run is over.
        }
    }

    // When the database fails, sending on would hand over messages nobody can record.
    private async Task StopAllIfFailsAsync(Task part)
    {
        try
        {
            await part;
        }
        catch
        {
            await stop.CancelAsync();
            throw;
        }
    }

    private void Log(Guid id, MailOutcome outcome)
    {
        var (phase, code) = outcome switch
        {
            MailOutcome.Deferred deferred => (deferred.Phase, deferred.Code),
            MailOutcome.Rejected rejected => (rejected.Phase, rejected.Code),
            _ => (MailPhase.FinalDot, (int?)null),
        };
        logger.LogInformation("Outbox message {Id}: {Outcome} at {Phase} {Code}", id, outcome.GetType().Name, phase, code);
    }

    /// <summary>One worker's connection.</summary>
    private sealed class Line
    {
        public IMailSession? Session { get; set; }
    }
}
