using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Tests.Dissemination.Mail.Smtp;

namespace Workflow.Directives.Tests.Dissemination.Mail;

public sealed class OutboxSenderTests : IAsyncDisposable
{
    private readonly OutboxRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [Fact]
    public async Task SendDueAsync_ManyMessages_SendsEachOnceOverAtMostEightConnections()
    {
        await rig.AddAsync(Enumerable.Range(1, 200).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender();
        Assert.Equal(200, await sender.SendDueAsync(CancellationToken.None));

        var rows = await rig.RowsAsync();
        Assert.All(rows, row => Assert.Equal((MailState.Sent, 1, Letters.Written, null), (row.State, row.Attempts, row.SentAt, row.LeasedUntil)));
        Assert.Equal(200, rig.Sink.Messages.DistinctBy(message => message.MessageId).Count());
        Assert.Equal(200, rig.Sink.Messages.Count);
        Assert.All(rig.Sink.Messages, message => Assert.Equal(rows.Single(row => row.MessageId == message.MessageId).ToAddress, message.To));
        Assert.InRange(rig.Sink.MostOpen, 2, 8);
        Assert.True(rig.Sink.Connections <= 8, "connections are kept from message to message");
        Assert.Equal(0, await sender.SendDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task SendDueAsync_UrgentAndOld_GoFirst()
    {
        await rig.AddAsync(
            Letters.Message("moi@example.vn", 1, now: Letters.Written), Letters.Message("cu@example.vn", 2, now: Letters.Written.AddHours(-1)),
            Letters.Message("hoa-toc@example.vn", 3, urgent: true), Letters.Message("mai@example.vn", 4, urgent: true, now: Letters.Written.AddSeconds(1)));
        using var sender = rig.Sender(connections: 1);
        Assert.Equal(3, await sender.SendDueAsync(CancellationToken.None));
        Assert.Equal(["hoa-toc@example.vn", "cu@example.vn", "moi@example.vn"], rig.Sink.Messages.Select(message => message.To));
        Assert.Equal(MailState.Pending, (await rig.RowAsync(4)).State);
    }

    [Fact]
    public async Task SendDueAsync_OneBadAddressAmongFifty_FailsAloneAndIsNotTriedAgain()
    {
        rig.Sink.Answer = line => line.Contains("xa7@", StringComparison.Ordinal) ? "550 5.1.1 no such mailbox <xa7@example.vn>" : null;
        await rig.AddAsync(Enumerable.Range(1, 50).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender();
        Assert.Equal(50, await sender.SendDueAsync(CancellationToken.None));
        var failed = await rig.RowAsync(7);
        Assert.Equal((MailState.Failed, MailPhase.Recipient, 1), (failed.State, failed.LastPhase, failed.Attempts));
        Assert.StartsWith("550 5.1.1", failed.LastReply, StringComparison.Ordinal);
        Assert.Equal(49, (await rig.RowsAsync()).Count(row => row.State == MailState.Sent));

        rig.Time.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, await sender.SendDueAsync(CancellationToken.None));
    }

    [Fact]
    public async Task SendDueAsync_DroppedAfterTheDot_IsUnknownAndSentAgainTheSame()
    {
        var drops = 2;
        rig.Sink.AtFinalDot = _ => Task.FromResult<string?>(drops-- > 0 ? SmtpSink.Drop : null);
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        using var sender = rig.Sender();
        await sender.SendDueAsync(CancellationToken.None);
        var row = await rig.RowAsync();
        Assert.Equal((MailState.Unknown, 1, 1, MailPhase.FinalDot), (row.State, row.Attempts, row.UnknownOutcomes, row.LastPhase));
        Assert.Equal(0, await sender.SendDueAsync(CancellationToken.None));

        rig.Time.Advance(TimeSpan.FromMinutes(1.2));
        await sender.SendDueAsync(CancellationToken.None);
        rig.Time.Advance(TimeSpan.FromMinutes(6));
        await sender.SendDueAsync(CancellationToken.None);
        row = await rig.RowAsync();
        Assert.Equal((MailState.Sent, 3, 2), (row.State, row.Attempts, row.UnknownOutcomes));
        Assert.Equal(3, rig.Sink.Messages.Count);
        Assert.All(rig.Sink.Messages, copy => Assert.Equal(row.Content, copy.Content));
    }

    [Fact]
    public async Task SendDueAsync_Deferred_IsTriedByTheScheduleAndGivenUpAfterSeventyTwoHours()
    {
        rig.Sink.Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "450 4.2.1 busy" : null;
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        using var sender = rig.Sender();
        var attempts = new List<TimeSpan>();
        while ((await rig.RowAsync()).State == MailState.Pending)
        {
            var row = await rig.RowAsync();
            rig.Time.Jump(row.NextAttemptAt - rig.Time.GetUtcNow().UtcDateTime - TimeSpan.FromTicks(1));
            Assert.Equal(0, await sender.SendDueAsync(CancellationToken.None));
            rig.Time.Jump(TimeSpan.FromTicks(1));
            Assert.Equal(1, await sender.SendDueAsync(CancellationToken.None));
            attempts.Add(rig.Time.GetUtcNow().UtcDateTime - Letters.Written);
        }

        Assert.Equal(MailState.Failed, (await rig.RowAsync()).State);
        Assert.Equal(TimeSpan.FromHours(72), attempts[^1]);
        Assert.Equal(attempts.Count, (await rig.RowAsync()).Attempts);
        double[] steps = [1, 5, 15, 30, 60, 120, 240, 240];
        Assert.All(steps, (step, i) => Assert.InRange((attempts[i + 1] - attempts[i]).TotalMinutes, step * 0.8, step * 1.2));
    }

    [Fact]
    public async Task SendDueAsync_ServerClosedTheKeptConnection_GoesOnOverANewOne()
    {
        var taken = 0;
        rig.Sink.Answer = line => line.StartsWith("MAIL", StringComparison.Ordinal) && ++taken % 3 == 0
            ? (taken % 2 == 0 ? "421 too many messages" : SmtpSink.Drop)
            : null;
        await rig.AddAsync(Enumerable.Range(1, 20).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender(connections: 1);
        await sender.SendDueAsync(CancellationToken.None);
        Assert.All(await rig.RowsAsync(), row => Assert.Equal((MailState.Sent, 1), (row.State, row.Attempts)));
        Assert.Equal(20, rig.Sink.Messages.Count);
    }

    [Fact]
    public async Task SendDueAsync_ServerTakesOnlyThreeConnections_UsesThose()
    {
        var greeted = 0;
        rig.Sink.Answer = line => line == "(greeting)" && Interlocked.Increment(ref greeted) > 3 ? "421 too many connections" : null;
        await rig.AddAsync(Enumerable.Range(1, 60).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender();
        Assert.Equal(60, await sender.SendDueAsync(CancellationToken.None));
        Assert.All(await rig.RowsAsync(), row => Assert.Equal((MailState.Sent, 1), (row.State, row.Attempts)));
    }

    [Fact]
    public async Task SendDueAsync_ServerDownForADay_AsksSeldomAndThenSendsAllAtOnce()
    {
        var connections = 0;
        var up = false;
        rig.Sink.Answer = line => line == "(greeting)" && Interlocked.Increment(ref connections) > 0 && !up ? "421 down" : null;
        await rig.AddAsync(Enumerable.Range(1, 40).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender();
        for (var minute = 0; minute < 24 * 60; minute += 10)
        {
            Assert.Equal(0, await sender.SendDueAsync(CancellationToken.None));
            rig.Time.Advance(TimeSpan.FromMinutes(10));
        }

        // One connection each time it may ask at all, and one message with it.
        Assert.Equal(24 * 60 / 10, connections);
        var asked = (await rig.RowsAsync()).Single(row => row.LastReply is not null);
        Assert.Equal((MailState.Pending, 0, MailPhase.Greeting, "421 down"), (asked.State, asked.Attempts, asked.LastPhase, asked.LastReply));
        up = true;
        rig.Time.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal(40, await sender.SendDueAsync(CancellationToken.None));
        Assert.All(await rig.RowsAsync(), row => Assert.Equal(MailState.Sent, row.State));
    }

    [Fact]
    public async Task SendDueAsync_ServerDownBeyondSeventyTwoHours_FailsAllThatWaited()
    {
        rig.Sink.Answer = line => line == "(greeting)" ? "554 closed" : null;
        await rig.AddAsync(Enumerable.Range(1, 40).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender();
        rig.Time.Jump(TimeSpan.FromHours(71));
        await sender.SendDueAsync(CancellationToken.None);
        Assert.All(await rig.RowsAsync(), row => Assert.Equal(MailState.Pending, row.State));
        rig.Time.Jump(TimeSpan.FromHours(1));
        await sender.SendDueAsync(CancellationToken.None);
        Assert.All(await rig.RowsAsync(), row => Assert.Equal((MailState.Failed, MailPhase.Greeting, "554 closed"), (row.State, row.LastPhase, row.LastReply)));
    }

    [Fact]
    public async Task SendAgain_FailedMessage_GoesOutWithTheSameIdAndBytes()
    {
        var refuse = true;
        rig.Sink.AtFinalDot = _ => Task.FromResult<string?>(refuse ? "554 5.7.1 spam" : null);
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        using var sender = rig.Sender();
        await sender.SendDueAsync(CancellationToken.None);
        rig.Time.Advance(TimeSpan.FromDays(10));
        refuse = false;
        await using (var db = rig.CreateDbContext())
        {
            var row = await db.Set<OutboxMessage>().SingleAsync();
            Assert.True(row.SendAgain(rig.Time.GetUtcNow().UtcDateTime));
            Assert.False(row.SendAgain(rig.Time.GetUtcNow().UtcDateTime));
            await db.SaveChangesAsync();
        }

        Assert.Equal(1, await sender.SendDueAsync(CancellationToken.None));
        Assert.Equal(MailState.Sent, (await rig.RowAsync()).State);
        Assert.Equal(rig.Sink.Messages.First().Content, rig.Sink.Messages.Last().Content);
    }

    [Fact]
    public async Task SendDueAsync_RatePerMinute_SpreadsTheMessages()
    {
        await rig.AddAsync(Enumerable.Range(1, 5).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        using var sender = rig.Sender(connections: 2, perMinute: 30);
        var sending = sender.SendDueAsync(CancellationToken.None);
        for (var sent = 1; sent <= 5; sent++)
        {
            await SmtpSessionTests.UntilAsync(() => rig.Sink.Messages.Count == sent && (sent == 5 || rig.Time.TimersWithin(TimeSpan.FromSeconds(2)) > 0));
            rig.Time.Advance(TimeSpan.FromSeconds(1.9));
            Assert.Equal(sent, rig.Sink.Messages.Count);
            rig.Time.Advance(TimeSpan.FromSeconds(0.1));
        }

        Assert.Equal(5, await sending);
    }

    [Fact]
    public async Task Log_WholeRun_HoldsNoAddressSubjectOrServerWords()
    {
        rig.Sink.Answer = line => line.Contains("xa2@", StringComparison.Ordinal) ? "550 5.1.1 lạ <xa2@example.vn>" : null;
        await rig.AddAsync(Letters.Message("xa1@example.vn", 1), Letters.Message("xa2@example.vn", 2));
        using var sender = rig.Sender();
        await sender.SendDueAsync(CancellationToken.None);
        Assert.Equal(2, rig.Log.All.Count);
        Assert.Contains(rig.Log.All, line => line.Contains("Rejected at Recipient 550", StringComparison.Ordinal));
        Assert.All(rig.Log.All, line =>
        {
            Assert.DoesNotContain("@", line, StringComparison.Ordinal);
            Assert.DoesNotContain("Chỉ thị", line, StringComparison.Ordinal);
            Assert.DoesNotContain("lạ", line, StringComparison.Ordinal);
        });
    }
}
