using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflow.Directives.Data;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>
/// Sends what is due in the outbox. Every message is handed over at least once, and what became of it is recorded before its connection takes the next one. So a crash can leave at most one message
/// per connection that the server took and the database does not know of; those, and those whose reply never came, are sent again with the same Message-ID and the same bytes:
/// extra copies ≤ crashes × <see cref="SmtpSettings.Connections"/> + unknown outcomes. After a recorded 250 nothing is ever sent again.
/// </summary>
public sealed class OutboxSender : IDisposable
{
    private readonly IMailTransport transport;
    private readonly SmtpSettings settings;
    private readonly ILogger<OutboxSender> logger;
    private readonly OutboxLedger ledger;
    private readonly SendingPace pace;
    private readonly SemaphoreSlim oneRun = new(1, 1);

    /// <summary>One per process.</summary>
    /// <param name="databases">Gives a new context for each short read or write.</param>
    /// <param name="transport">The way out; not disposed here.</param>
    /// <param name="clock">The time.</param>
    /// <param name="settings">Connections, rate and sender address.</param>
    /// <param name="logger">Gets ids, phases and reply codes; never an address, a subject or the server's words.</param>
    public OutboxSender(
        IDbContextFactory<WorkflowDb> databases, IMailTransport transport, TimeProvider clock, SmtpSettings settings, ILogger<OutboxSender> logger)
    {
        ArgumentNullException.ThrowIfNull(settings);
        (this.transport, this.settings, this.logger) = (transport, settings, logger);
        ledger = new OutboxLedger(databases, clock, logger);
        pace = new SendingPace(settings.MessagesPerMinute, clock);
    }

    /// <summary>
    /// Sends until nothing is due and no connection is busy; while one is, what becomes due goes out over the others. A second call waits for the first. After the server could not be reached, calls
    /// do nothing for a while (5 seconds at first, 5 minutes at most).
    /// </summary>
    /// <param name="cancellationToken">Stops: nothing new is begun, replies to final dots already sent are waited for a few seconds, and the rest goes back to the queue.</param>
    /// <returns>How many messages were tried: taken, deferred, refused or of unknown outcome.</returns>
    /// <exception cref="OperationCanceledException">Stopped.</exception>
    public async Task<int> SendDueAsync(CancellationToken cancellationToken)
    {
        await oneRun.WaitAsync(cancellationToken);
        try
        {
            if (pace.IsPaused)
            {
                return 0;
            }

            using var run = new OutboxRun(ledger, transport, pace, settings, logger);
            var tried = await run.RunAsync(cancellationToken);
            cancellationToken.ThrowIfCancellationRequested();
            return tried;
        }
        finally
        {
            oneRun.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        oneRun.Dispose();
        ledger.Dispose();
    }
}
