namespace Workflow.Directives.Dissemination.Mail;

/// <summary>The messages one run holds: leased and waiting for a connection, or being sent.</summary>
internal sealed class OutboxQueue(OutboxLedger ledger, SendingPace pace, int connections) : IDisposable
{
    /// <summary>How often an idle connection looks for newly due messages while another is busy.</summary>
    private static readonly TimeSpan LookAgain = TimeSpan.FromSeconds(1);

    private readonly SemaphoreSlim taking = new(1, 1);
    private readonly Lock gate = new();
    private readonly LinkedList<OutboxMessage> ready = [];
    private readonly Dictionary<Guid, OutboxMessage> held = [];
    private TaskCompletionSource changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    // With a limit on the rate each message is leased when it may leave, so that an urgent one overtakes all that wait. A server that was out of reach is asked with one.
    private int LeaseSize => pace.IsLimited || pace.WasUnreachable ? 1 : connections * 4;

    /// <summary>The server is out of reach: nothing more is given out.</summary>
    public bool IsClosed { get; private set; }

    /// <summary>Everything leased and not yet settled.</summary>
    public IReadOnlyList<OutboxMessage> Held
    {
        get
        {
            lock (gate)
            {
                return [.. held.Values];
            }
        }
    }

    /// <summary>The next message, or null when the queue is closed, or nothing is due and nobody is busy.</summary>
    public async Task<OutboxMessage?> TakeAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            Task settled;
            lock (gate)
            {
                settled = changed.Task;
                if (IsClosed)
                {
                    return null;
                }
            }

            if (await TryTakeAsync(cancellationToken) is { } message)
            {
                return message;
            }

            lock (gate)
            {
                if (held.Count == 0)
                {
                    return null;
                }
            }

            using var stopWaiting = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            await Task.WhenAny(settled, Task.Delay(LookAgain, ledger.Clock, stopWaiting.Token));
            await stopWaiting.CancelAsync();
            cancellationToken.ThrowIfCancellationRequested();
        }
    }

    /// <summary>A message has its outcome, or goes back to the database.</summary>
    public void Settled(OutboxMessage message) => Change(() => held.Remove(message.Id));

    /// <summary>A connection could not be had for this message, but others have one: it is theirs, and next.</summary>
    public void HandBack(OutboxMessage message) => Change(() => ready.AddFirst(message));

    public void Close() => Change(() => IsClosed = true);

    public void Dispose() => taking.Dispose();

    private async Task<OutboxMessage?> TryTakeAsync(CancellationToken cancellationToken)
    {
        await taking.WaitAsync(cancellationToken);
        try
        {
            if (TakeReady() is { } waiting)
            {
                return waiting;
            }

            if (pace.IsLimited)
            {
                if (!await ledger.AnyDueAsync(HeldIds(), cancellationToken))
                {
                    return null;
                }

                await pace.WaitAsync(cancellationToken);
            }

            var leased = await ledger.LeaseAsync(LeaseSize, HeldIds(), cancellationToken);
            lock (gate)
            {
                foreach (var message in leased)
                {
                    held.Add(message.Id, message);
                    ready.AddLast(message);
                }
            }

            if (leased.Count > 0)
            {
                pace.Left();
            }

            return TakeReady();
        }
        finally
        {
            taking.Release();
        }
    }

    private OutboxMessage? TakeReady()
    {
        lock (gate)
        {
            var first = ready.First?.Value;
            if (first is not null)
            {
                ready.RemoveFirst();
            }

            return first;
        }
    }

    private Guid[] HeldIds()
    {
        lock (gate)
        {
            return [.. held.Keys];
        }
    }

    private void Change(Action change)
    {
        TaskCompletionSource before;
        lock (gate)
        {
            change();
            before = changed;
            changed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }

        before.SetResult();
    }
}
