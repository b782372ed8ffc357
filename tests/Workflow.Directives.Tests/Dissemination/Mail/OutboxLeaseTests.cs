using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Tests.Dissemination.Mail.Smtp;

namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>Two senders, a dead one, a stopped one and a slow one.</summary>
public sealed class OutboxLeaseTests : IAsyncDisposable
{
    private readonly OutboxRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task SendDueAsync_TwoSendersAtOnce_SendEachMessageOnce()
    {
        await rig.AddAsync(Enumerable.Range(1, 200).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var one = rig.Sender(connections: 4);
        using var other = rig.Sender(connections: 4);
        var tried = await Task.WhenAll(Task.Run(() => one.SendDueAsync(CancellationToken.None)), Task.Run(() => other.SendDueAsync(CancellationToken.None)));
        Assert.Equal(200, tried.Sum());
        Assert.Equal(200, rig.Sink.Messages.Count);
        Assert.Equal(200, rig.Sink.Messages.DistinctBy(message => message.MessageId).Count());
        Assert.All(await rig.RowsAsync(), row => Assert.Equal((MailState.Sent, 1L), (row.State, row.LeaseToken)));
    }

    [Fact]
    public async Task RecordAsync_StaleToken_ChangesNothing()
    {
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        using var slow = new OutboxLedger(rig, rig.Time, NullLogger.Instance);
        using var quick = new OutboxLedger(rig, rig.Time, NullLogger.Instance);
        var stale = Assert.Single(await slow.LeaseAsync(1, [], CancellationToken.None));
        Assert.Empty(await quick.LeaseAsync(1, [], CancellationToken.None));
        rig.Time.Advance(OutboxLedger.LeaseTime);
        var taken = Assert.Single(await quick.LeaseAsync(1, [], CancellationToken.None));
        Assert.Equal((1, 2), (stale.LeaseToken, taken.LeaseToken));

        stale.Settle(new MailOutcome.Rejected(MailPhase.Recipient, 550, "550 no"), rig.Time.GetUtcNow().UtcDateTime);
        await slow.RecordAsync(stale);
        await slow.RenewAsync([stale], CancellationToken.None);
        Assert.Equal((MailState.Sending, 2L), ((await rig.RowAsync()).State, (await rig.RowAsync()).LeaseToken));

        taken.Settle(new MailOutcome.Accepted("250 ok"), rig.Time.GetUtcNow().UtcDateTime);
        await quick.RecordAsync(taken);
        await slow.RecordAsync(stale);
        var row = await rig.RowAsync();
        Assert.Equal((MailState.Sent, 1, "250 ok"), (row.State, row.UnknownOutcomes, row.LastReply));
    }

    [Fact]
    public async Task SendDueAsync_LastSenderDied_TakesOverWhenTheLeaseIsOverAndMarksTheDoubt()
    {
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        using (var dead = new OutboxLedger(rig, rig.Time, NullLogger.Instance))
        {
            await dead.LeaseAsync(1, [], CancellationToken.None);
        }

        using var sender = rig.Sender();
        rig.Time.Advance(OutboxLedger.LeaseTime - TimeSpan.FromSeconds(1));
        Assert.Equal(0, await sender.SendDueAsync(CancellationToken.None));
        rig.Time.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(1, await sender.SendDueAsync(CancellationToken.None));
        var row = await rig.RowAsync();
        Assert.Equal((MailState.Sent, 1), (row.State, row.UnknownOutcomes));
    }

    [Fact]
    public async Task SendDueAsync_SlowFinalDot_KeepsItsLeaseAndOthersGoOn()
    {
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Sink.AtFinalDot = message => message.To == "cham@example.vn" ? answer.Task : Task.FromResult<string?>(null);
        await rig.AddAsync(Letters.Message("cham@example.vn"));
        using var sender = rig.Sender(connections: 2);
        using var other = rig.Sender(connections: 2);
        var sending = sender.SendDueAsync(CancellationToken.None);
        await SmtpSessionTests.UntilAsync(() => rig.Sink.Messages.Count == 1);

        // What becomes due meanwhile goes out over the second connection.
        await rig.AddAsync(Letters.Message("nhanh@example.vn", 2));
        while (rig.Sink.Messages.Count < 2)
        {
            await SmtpSessionTests.UntilAsync(() => rig.Sink.Messages.Count == 2 || rig.Time.TimersWithin(TimeSpan.FromSeconds(1)) > 0);
            rig.Time.Advance(TimeSpan.FromSeconds(1));
        }

        // Nine minutes at the dot: the lease is renewed all the time, nobody else may take the message.
        for (var seconds = 0; seconds < 540; seconds += 10)
        {
            var before = (await rig.RowAsync()).LeasedUntil;
            rig.Time.Advance(TimeSpan.FromSeconds(10));
            await UntilRowAsync(row => row.LeasedUntil > before);
        }

        Assert.Equal(0, await other.SendDueAsync(CancellationToken.None));
        answer.SetResult("250 at last");
        Assert.Equal(2, await sending);
        Assert.Equal((MailState.Sent, 1L, 0), ((await rig.RowAsync()).State, (await rig.RowAsync()).LeaseToken, (await rig.RowAsync()).UnknownOutcomes));
        Assert.Equal(2, rig.Sink.Messages.Count);
    }

    [Fact]
    public async Task SendDueAsync_ClockJumpsWhileSending_DoesNotSendTwice()
    {
        var answer = new TaskCompletionSource<string?>(TaskCreationOptions.RunContinuationsAsynchronously);
        rig.Sink.AtFinalDot = _ => answer.Task;
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        using var sender = rig.Sender(connections: 2);
        var sending = sender.SendDueAsync(CancellationToken.None);
        await SmtpSessionTests.UntilAsync(() => rig.Sink.Messages.Count == 1 && rig.Time.TimersWithin(TimeSpan.FromSeconds(1)) > 0);
        rig.Time.Jump(TimeSpan.FromHours(1));
        answer.SetResult(null);
        Assert.Equal(1, await sending);
        Assert.Equal(0, await sender.SendDueAsync(CancellationToken.None));
        Assert.Single(rig.Sink.Messages);
        Assert.Equal((MailState.Sent, 1L), ((await rig.RowAsync()).State, (await rig.RowAsync()).LeaseToken));
    }

    [Fact]
    public async Task SendDueAsync_Stopped_PutsBackWhatWasNotSentAndKeepsWhatWas()
    {
        using var stop = new CancellationTokenSource();
        rig.Sink.AtFinalDot = _ =>
        {
            stop.Cancel();
            return Task.FromResult<string?>(null);
        };
        await rig.AddAsync(Enumerable.Range(1, 30).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender(connections: 1);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => sender.SendDueAsync(stop.Token));
        var rows = await rig.RowsAsync();
        Assert.Equal(rig.Sink.Messages.Count, rows.Count(row => row.State == MailState.Sent));
        Assert.All(rows.Where(row => row.State != MailState.Sent), row => Assert.Equal((MailState.Pending, 0, null), (row.State, row.Attempts, row.LeasedUntil)));
        Assert.Single(rig.Sink.Messages);

        rig.Sink.AtFinalDot = _ => Task.FromResult<string?>(null);
        Assert.Equal(29, await sender.SendDueAsync(CancellationToken.None));
        Assert.Equal(30, rig.Sink.Messages.DistinctBy(message => message.MessageId).Count());
    }

    [Fact]
    public async Task SendDueAsync_TransportWithADefect_HoldsUpNobody()
    {
        await rig.AddAsync(Enumerable.Range(1, 10).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender(connections: 2, transport: new DefectiveTransport("xa1@example.vn"));
        Assert.Equal(10, await sender.SendDueAsync(CancellationToken.None));
        Assert.Equal(9, (await rig.RowsAsync()).Count(row => row.State == MailState.Sent));
        var row = await rig.RowAsync();
        Assert.Equal((MailState.Unknown, 1), (row.State, row.UnknownOutcomes));
        Assert.DoesNotContain(rig.Log.All, line => line.Contains('@', StringComparison.Ordinal));
    }

    [Fact]
    public async Task Write_SameMessageIdTwice_IsRefusedByTheDatabase()
    {
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        var again = OutboxMessage.Write(Guid.NewGuid(), Letters.To("xa@example.vn"), "notice", null, false, Letters.Written);
        await Assert.ThrowsAsync<DbUpdateException>(() => rig.AddAsync(again));
        Assert.Single(await rig.RowsAsync());
    }

    private async Task UntilRowAsync(Func<OutboxMessage, bool> reached)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!reached(await rig.RowAsync()))
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "not reached");
        }
    }

    /// <summary>Throws what no transport should throw, for one address.</summary>
    private sealed class DefectiveTransport(string address) : IMailTransport, IMailSession
    {
        public bool IsUsable => true;

        public Task<IMailSession> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<IMailSession>(this);

        public Task<MailOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            envelope.To == address ? throw new InvalidOperationException(address) : Task.FromResult<MailOutcome>(new MailOutcome.Accepted("250 ok"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
