using System.Net;
using System.Net.Sockets;
using System.Text;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Dissemination.Mail.Smtp;

namespace Workflow.Directives.Tests.Dissemination.Mail.Smtp;

public sealed class SmtpSessionTests
{
    private static readonly byte[] Content = MailComposer.Compose(Letters.To("xa@example.vn"));
    private static readonly MailEnvelope Envelope = new("vanthu@tinhuy.example.vn", "xa@example.vn", Guid.Empty, Letters.Written);

    public static TheoryData<string, MailPhase, int> PhasesAndCodes()
    {
        var table = new TheoryData<string, MailPhase, int>();
        foreach (var (command, phase) in new[] { ("MAIL", MailPhase.MailFrom), ("RCPT", MailPhase.Recipient), ("DATA", MailPhase.Data), (".", MailPhase.FinalDot) })
        {
            foreach (var code in new[] { 421, 450, 451, 452, 454, 500, 501, 503, 521, 530, 535, 550, 551, 552, 553, 554, 556 })
            {
                table.Add(command, phase, code);
            }
        }

        return table;
    }

    [Theory]
    [MemberData(nameof(PhasesAndCodes))]
    public async Task SendAsync_RefusedAtAPhase_SaysWhetherToRetryAndKeepsTheSession(string command, MailPhase phase, int code)
    {
        var refuse = true;
        await using var sink = new SmtpSink();
        sink.Answer = line => refuse && line.StartsWith(command, StringComparison.Ordinal) ? $"{code} 4.7.0 không" : null;
        sink.AtFinalDot = _ => Task.FromResult(refuse && command == "." ? $"{code} 4.7.0 không" : null);
        await using var session = await ConnectAsync(sink);

        var outcome = await session.SendAsync(Envelope, Content, CancellationToken.None);

        // 4xx and requests for another login may pass; the other 5xx will not.
        MailOutcome expected = code is < 500 or 530 or 535
            ? new MailOutcome.Deferred(phase, code, $"{code} 4.7.0 không")
            : new MailOutcome.Rejected(phase, code, $"{code} 4.7.0 không");
        Assert.Equal(expected, outcome);
        Assert.Equal(code != 421, session.IsUsable);
        if (session.IsUsable)
        {
            refuse = false;
            Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(Envelope, Content, CancellationToken.None));
            Assert.Contains("RSET", sink.Commands);
        }
    }

    [Theory]
    [InlineData("MAIL", MailPhase.MailFrom)]
    [InlineData("RCPT", MailPhase.Recipient)]
    [InlineData("DATA", MailPhase.Data)]
    [Trait("BadInput", "55")]
    public async Task SendAsync_DroppedBeforeTheContent_IsDeferred(string command, MailPhase phase)
    {
        await using var sink = new SmtpSink();
        sink.Answer = line => line.StartsWith(command, StringComparison.Ordinal) ? SmtpSink.Drop : null;
        await using var session = await ConnectAsync(sink);
        var deferred = Assert.IsType<MailOutcome.Deferred>(await session.SendAsync(Envelope, Content, CancellationToken.None));
        Assert.Equal((phase, null), (deferred.Phase, deferred.Code));
        Assert.False(session.IsUsable);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    [InlineData(100_000)]
    [Trait("BadInput", "55")]
    public async Task SendAsync_DroppedWithinTheContent_IsDeferred(int afterBytes)
    {
        // More than the buffers between the two hold, so the client is still writing when the server goes.
        var large = new byte[32 * 1024 * 1024];
        Array.Fill(large, (byte)'x');
        await using var sink = new SmtpSink { DropWithinContent = () => afterBytes };
        await using var session = await ConnectAsync(sink);
        var deferred = Assert.IsType<MailOutcome.Deferred>(await session.SendAsync(Envelope, large, CancellationToken.None));
        Assert.Equal((MailPhase.Content, null), (deferred.Phase, deferred.Code));
        Assert.False(session.IsUsable);
        Assert.Empty(sink.Messages);
    }

    [Theory]
    [InlineData("..\r\n.\r\n.a\r\n\r\n.", "..\r\n.\r\n.a\r\n\r\n.\r\n")]
    [InlineData("a\n.\nMAIL FROM:<x@y.vn>\n", "a\r\n.\r\nMAIL FROM:<x@y.vn>\r\n")]
    [InlineData("a\r.\rRSET\r", "a\r\n.\r\nRSET\r\n")]
    [InlineData("a\r\n.\rRCPT", "a\r\n.\r\nRCPT\r\n")]
    [InlineData("a\n.\r\nQUIT\r\n", "a\r\n.\r\nQUIT\r\n")]
    [InlineData("a\r\r\n.\n\r", "a\r\n\r\n.\r\n\r\n")]
    [InlineData(".", ".\r\n")]
    [InlineData("", "")]
    [Trait("BadInput", "25")]
    public async Task SendAsync_DotsAndBareLineEnds_StayOneMessage(string content, string received)
    {
        await using var sink = new SmtpSink();
        await using (var session = await ConnectAsync(sink))
        {
            Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(Envelope, Encoding.ASCII.GetBytes(content), CancellationToken.None));
        }

        Assert.Equal(received, Encoding.ASCII.GetString(Assert.Single(sink.Messages).Content));
        Assert.Equal(["EHLO tinhuy.example.vn", "MAIL FROM:<vanthu@tinhuy.example.vn>", "RCPT TO:<xa@example.vn>", "DATA", "QUIT"], sink.Commands);
    }

    [Fact]
    public async Task SendAsync_ComposedMessage_ArrivesByteForByte()
    {
        await using var sink = new SmtpSink();
        await using var session = await ConnectAsync(sink);
        await session.SendAsync(Envelope, Content, CancellationToken.None);
        var received = Assert.Single(sink.Messages);
        Assert.Equal(Content, received.Content);
        Assert.Equal(("vanthu@tinhuy.example.vn", "xa@example.vn"), (received.From, received.To));
    }

    [Fact]
    [Trait("BadInput", "24")]
    public async Task SendAsync_AddressWithACommandInside_SaysNothingToTheServer()
    {
        await using var sink = new SmtpSink();
        await using var session = await ConnectAsync(sink);
        foreach (var address in new[] { "a@b.vn>\r\nRCPT TO:<x@y.vn", "\"a\r\nRCPT TO:<x>\"@b.vn" })
        {
            await Assert.ThrowsAsync<MailAddressException>(() => session.SendAsync(Envelope with { To = address }, Content, CancellationToken.None));
            await Assert.ThrowsAsync<MailAddressException>(() => session.SendAsync(Envelope with { From = address }, Content, CancellationToken.None));
        }

        Assert.Equal(["EHLO tinhuy.example.vn"], sink.Commands);
    }

    [Fact]
    public async Task SendAsync_LargerThanTheServerTakes_IsRejectedUnsent()
    {
        await using var sink = new SmtpSink { Answer = line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-sink\r\n250 SIZE 100" : null };
        await using var session = await ConnectAsync(sink);
        Assert.Equal(552, Assert.IsType<MailOutcome.Rejected>(await session.SendAsync(Envelope, Content, CancellationToken.None)).Code);
        Assert.True(session.IsUsable);
        Assert.Single(sink.Commands);
    }

    [Fact]
    public async Task SendAsync_NoAnswerToTheDot_IsUnknownAfterTenMinutesAndNotBefore()
    {
        var time = new FakeTime(Letters.Written);
        var atDot = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var sink = new SmtpSink
        {
            AtFinalDot = _ =>
            {
                atDot.SetResult();
                return new TaskCompletionSource<string?>().Task;
            },
        };
        await using var session = await ConnectAsync(sink, time);
        var sending = session.SendAsync(Envelope, Content, CancellationToken.None);
        await atDot.Task;
        await UntilAsync(() => time.TimersWithin(TimeSpan.FromMinutes(10)) == 1);
        time.Advance(TimeSpan.FromMinutes(9.9));
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.Equal(new MailOutcome.Unknown(MailPhase.FinalDot, "No answer within 600 seconds."), await sending);
    }

    [Fact]
    public async Task SendAsync_StoppedAtTheDot_WaitsALittleAndIsUnknown()
    {
        var time = new FakeTime(Letters.Written);
        using var stop = new CancellationTokenSource();
        await using var sink = new SmtpSink
        {
            AtFinalDot = _ =>
            {
                stop.Cancel();
                return new TaskCompletionSource<string?>().Task;
            },
        };
        await using var session = await ConnectAsync(sink, time);
        var sending = session.SendAsync(Envelope, Content, stop.Token);
        await UntilAsync(() => time.TimersWithin(TimeSpan.FromSeconds(5)) == 1);
        Assert.False(sending.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(5));
        Assert.IsType<MailOutcome.Unknown>(await sending);
    }

    [Fact]
    public async Task SendAsync_StoppedBeforeTheDot_IsCertainlyNotSent()
    {
        using var stop = new CancellationTokenSource();
        await using var sink = new SmtpSink();
        sink.Answer = line =>
        {
            if (line == "DATA")
            {
                stop.Cancel();
            }

            return null;
        };
        await using var session = await ConnectAsync(sink);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => session.SendAsync(Envelope, Content, stop.Token));
        Assert.False(session.IsUsable);
        Assert.Empty(sink.Messages);
    }

    [Fact]
    public async Task ConnectAsync_NobodyListens_SaysSo()
    {
        var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var transport = new SmtpMailTransport(Settings(port), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => transport.ConnectAsync(CancellationToken.None));
        Assert.Equal(MailPhase.Connect, failure.Phase);
    }

    [Theory]
    [InlineData("554 5.7.1 not you", MailPhase.Greeting, 554)]
    [InlineData("421 busy", MailPhase.Greeting, 421)]
    [InlineData("HTTP/1.1 400 Bad Request", MailPhase.Greeting, null)]
    [InlineData("\u0016\u0003\u0001", MailPhase.Greeting, null)]
    [InlineData("", MailPhase.Greeting, null)]
    [InlineData("220-one\r\n250 two", MailPhase.Greeting, null)]
    public async Task ConnectAsync_StrangeGreeting_FailsThere(string greeting, MailPhase phase, int? code)
    {
        await using var sink = new SmtpSink { Answer = line => line == "(greeting)" ? greeting : null };
        await using var transport = new SmtpMailTransport(Settings(sink.Port), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => transport.ConnectAsync(CancellationToken.None));
        Assert.Equal((phase, code), (failure.Phase, failure.Code));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task ConnectAsync_EndlessReply_StopsAtTheLimit(bool inOneLine)
    {
        var endless = inOneLine ? "220 " + new string('x', 10_000_000) : string.Concat(Enumerable.Repeat("220-xxxxxxxxxxxxxxxxxxxxxxxx\r\n", 300_000)) + "220 end";
        await using var sink = new SmtpSink { Answer = line => line == "(greeting)" ? endless : null };
        await using var transport = new SmtpMailTransport(Settings(sink.Port), TimeProvider.System);
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => transport.ConnectAsync(CancellationToken.None));
        Assert.Contains("longer than", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_OverlongLine_IsCutAndUnderstood()
    {
        await using var sink = new SmtpSink { Answer = line => line.StartsWith("RCPT", StringComparison.Ordinal) ? "550 " + new string('x', 5000) : null };
        await using var session = await ConnectAsync(sink);
        var rejected = Assert.IsType<MailOutcome.Rejected>(await session.SendAsync(Envelope, Content, CancellationToken.None));
        Assert.Equal(512, rejected.Reply.Length);
        Assert.True(session.IsUsable);
    }

    internal static SmtpSettings Settings(int port) => new() { Transport = "Smtp", Host = "127.0.0.1", Port = port, Security = "None", HeloName = "tinhuy.example.vn" };

    /// <summary>Waits for something another thread is about to do; fails rather than hang.</summary>
    internal static async Task UntilAsync(Func<bool> reached)
    {
        var watch = System.Diagnostics.Stopwatch.StartNew();
        while (!reached())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20), "not reached");
            await Task.Yield();
        }
    }

    private static async Task<IMailSession> ConnectAsync(SmtpSink sink, TimeProvider? time = null) =>
        await new SmtpMailTransport(Settings(sink.Port), time ?? TimeProvider.System).ConnectAsync(CancellationToken.None);
}
