using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflow.Directives.Data;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>
/// The sender's reads and writes of the outbox. Each write is one short transaction, and one at a time, because SQLite has one writer. Every write names the lease token it
/// was given: a sender that lost its lease changes nothing.
/// </summary>
internal sealed class OutboxLedger(IDbContextFactory<WorkflowDb> databases, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>A sender that died is replaced after this; one that lives renews well before.</summary>
    public static readonly TimeSpan LeaseTime = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim writing = new(1, 1);
    private readonly List<Waiting> waiting = [];

    public TimeProvider Clock => clock;

    public DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>Takes up to so many due messages, urgent ones first, then the oldest.</summary>
    /// <param name="most">How many.</param>
    /// <param name="held">Messages this process is sending; they are left alone even when a jump of the clock makes their leases look old.</param>
    /// <param name="cancellationToken">Gives up; nothing is taken then.</param>
    public Task<IReadOnlyList<OutboxMessage>> LeaseAsync(int most, IReadOnlyCollection<Guid> held, CancellationToken cancellationToken) =>
        WriteAsync(async db =>
        {
            var now = Now;
            var until = now + LeaseTime;
            var taken = new List<Guid>();
            foreach (var row in await DueAsync(db, now, most, held, cancellationToken))
            {
                // Its last sender died holding it; nobody knows whether it was handed over.
                var abandoned = row.State == MailState.Sending ? 1 : 0;
                var rows = await db.Set<OutboxMessage>()
                    .Where(message => message.Id == row.Id && message.LeaseToken == row.LeaseToken)
                    .ExecuteUpdateAsync(
                        set => set.SetProperty(message => message.State, MailState.Sending)
                            .SetProperty(message => message.LeasedUntil, until)
                            .SetProperty(message => message.LeaseToken, row.LeaseToken + 1)
                            .SetProperty(message => message.UnknownOutcomes, message => message.UnknownOutcomes + abandoned),
                        cancellationToken);
                if (rows == 1)
                {
                    taken.Add(row.Id);
                }
            }

            var messages = await db.Set<OutboxMessage>().AsNoTracking().Where(message => taken.Contains(message.Id)).ToListAsync(cancellationToken);
            return (IReadOnlyList<OutboxMessage>)[.. messages.OrderBy(message => taken.IndexOf(message.Id))];
        });

    public async Task<bool> AnyDueAsync(IReadOnlyCollection<Guid> held, CancellationToken cancellationToken)
    {
        await using var db = await databases.CreateDbContextAsync(cancellationToken);
        return (await DueAsync(db, Now, 1, held, cancellationToken)).Count > 0;
    }

    /// <summary>Holds the leases of messages that are still being sent.</summary>
    public Task RenewAsync(IReadOnlyCollection<OutboxMessage> held, CancellationToken cancellationToken) =>
        WriteAsync(async db =>
        {
            var until = Now + LeaseTime;
            foreach (var lease in held)
            {
                await Held(db, lease).ExecuteUpdateAsync(set => set.SetProperty(message => message.LeasedUntil, until), cancellationToken);
            }

            return held.Count;
        });

    /// <summary>
    /// Records what became of a message; returns when the database has it. Outcomes that come while another save is under way go into the next one together, so there are never more unsaved
    /// outcomes than callers.
    /// </summary>
    public async Task RecordAsync(OutboxMessage settled)
    {
        var mine = new Waiting(settled);
        lock (waiting)
        {
            waiting.Add(mine);
        }

        Waiting[] batch = [];
        await writing.WaitAsync();
        try
        {
            lock (waiting)
            {
                batch = [.. waiting];
                waiting.Clear();
            }

            // Empty when the save that was just under way took this outcome along.
            if (batch.Length > 0)
            {
                await InTransactionAsync(db => SaveAsync(db, batch));
            }
        }
        catch (Exception e)
        {
            Array.ForEach(batch, one => one.Saved.TrySetException(e));
            throw;
        }
        finally
        {
            writing.Release();
        }

        Array.ForEach(batch, one => one.Saved.TrySetResult());
        await mine.Saved.Task;
    }

    /// <summary>The server is out of reach: what has waited its whole time fails now, all at once, and does not wait for its turn to be tried.</summary>
    public Task GiveUpAsync(MailConnectException failure) =>
        WriteAsync(db =>
        {
            var now = Now;
            var reply = OutboxMessage.Short(failure.Message);
            return db.Set<OutboxMessage>()
                .Where(message => (message.State == MailState.Pending || message.State == MailState.Unknown) && message.GiveUpAt <= now)
                .ExecuteUpdateAsync(set => set
                    .SetProperty(message => message.State, MailState.Failed)
                    .SetProperty(message => message.LastPhase, failure.Phase)
                    .SetProperty(message => message.LastReply, reply));
        });

    public void Dispose() => writing.Dispose();

    private async Task<int> SaveAsync(WorkflowDb db, Waiting[] batch)
    {
        foreach (var settled in batch.Select(one => one.Message))
        {
            if (await UpdateAsync(db, settled) == 0)
            {
                logger.LogWarning("Outbox message {Id}: the lease was lost, its outcome {State} was not recorded.", settled.Id, settled.State);
            }
        }

        return batch.Length;
    }

    private static Task<int> UpdateAsync(WorkflowDb db, OutboxMessage settled) =>
        Held(db, settled).ExecuteUpdateAsync(set => set
            .SetProperty(message => message.State, settled.State)
            .SetProperty(message => message.Attempts, settled.Attempts)
            .SetProperty(message => message.NextAttemptAt, settled.NextAttemptAt)
            .SetProperty(message => message.LeasedUntil, settled.LeasedUntil)
            .SetProperty(message => message.SentAt, settled.SentAt)
            .SetProperty(message => message.LastReply, settled.LastReply)
            .SetProperty(message => message.LastPhase, settled.LastPhase)
            .SetProperty(message => message.UnknownOutcomes, settled.UnknownOutcomes));

    private static IQueryable<OutboxMessage> Held(WorkflowDb db, OutboxMessage lease) =>
        db.Set<OutboxMessage>().Where(message =>
            message.Id == lease.Id && message.LeaseToken == lease.LeaseToken && message.State == MailState.Sending);

    // Only columns of the index are read here: the contents of thousands of waiting messages must not be.
    private static async Task<List<Due>> DueAsync(WorkflowDb db, DateTime now, int most, IReadOnlyCollection<Guid> held, CancellationToken cancellationToken)
    {
        var rows = db.Set<OutboxMessage>();
        var due = await rows.Where(row => (row.State == MailState.Pending || row.State == MailState.Unknown) && row.NextAttemptAt <= now)
            .OrderByDescending(row => row.Urgent).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(most)
            .Select(row => new Due(row.Id, row.State, row.LeaseToken, row.Urgent, row.CreatedAt)).ToListAsync(cancellationToken);
        var abandoned = await rows.Where(row => row.State == MailState.Sending && row.LeasedUntil <= now && !held.Contains(row.Id))
            .OrderByDescending(row => row.Urgent).ThenBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(most)
            .Select(row => new Due(row.Id, row.State, row.LeaseToken, row.Urgent, row.CreatedAt)).ToListAsync(cancellationToken);
        return [.. due.Concat(abandoned).OrderByDescending(row => row.Urgent).ThenBy(row => row.CreatedAt).Take(most)];
    }

    private async Task<T> WriteAsync<T>(Func<WorkflowDb, Task<T>> write)
    {
        await writing.WaitAsync();
        try
        {
            return await InTransactionAsync(write);
        }
        finally
        {
            writing.Release();
        }
    }

    private async Task<T> InTransactionAsync<T>(Func<WorkflowDb, Task<T>> write)
    {
        await using var db = await databases.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var result = await write(db);
        await transaction.CommitAsync();
        return result;
    }

    private sealed record Due(Guid Id, MailState State, long LeaseToken, bool Urgent, DateTime CreatedAt);

    private sealed record Waiting(OutboxMessage Message)
    {
        public TaskCompletionSource Saved { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
