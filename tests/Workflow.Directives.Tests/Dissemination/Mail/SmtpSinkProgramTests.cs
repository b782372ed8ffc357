using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Dissemination.Mail.Smtp;
using Workflow.Directives.Tests.Dissemination.Mail.Smtp;

namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>Through Postfix's own test server: somebody else's reading of the same RFCs.</summary>
public sealed class SmtpSinkProgramTests : IAsyncDisposable
{
    private const string Program = "/usr/sbin/smtp-sink";
    private readonly OutboxRig rig = new();

    public ValueTask DisposeAsync() => rig.DisposeAsync();

    [ProgramFact(Program)]
    public async Task SendDueAsync_ThroughPostfix_TakesSixHundredMessages()
    {
        await rig.AddAsync(Enumerable.Range(1, 600).Select(i => Letters.Message($"xa{i}@example.vn", i)));
        var (program, settings) = await StartAsync([]);
        using (program)
        {
            using var sender = new OutboxSender(rig, new SmtpMailTransport(settings, TimeProvider.System), rig.Time, settings, rig.Log);
            Assert.Equal(600, await sender.SendDueAsync(CancellationToken.None));
            program.Kill();
        }

        Assert.All(await rig.RowsAsync(), row => Assert.Equal(MailState.Sent, row.State));
    }

    [ProgramTheory(Program)]
    [InlineData("-q data", MailState.Pending, MailPhase.Data)]
    [InlineData("-q .", MailState.Unknown, MailPhase.FinalDot)]
    [InlineData("-r rcpt", MailState.Pending, MailPhase.Recipient)]
    [InlineData("-f mail", MailState.Failed, MailPhase.MailFrom)]
    [InlineData("-f .", MailState.Failed, MailPhase.FinalDot)]
    public async Task SendDueAsync_PostfixMisbehaves_HasTheRightOutcome(string options, MailState state, MailPhase phase)
    {
        await rig.AddAsync(Letters.Message("xa@example.vn"));
        var (program, settings) = await StartAsync(options.Split(' '));
        using (program)
        {
            using var sender = new OutboxSender(rig, new SmtpMailTransport(settings, TimeProvider.System), rig.Time, settings, rig.Log);
            Assert.Equal(1, await sender.SendDueAsync(CancellationToken.None));
            program.Kill();
        }

        var row = await rig.RowAsync();
        Assert.Equal((state, phase), (row.State, row.LastPhase));
    }

    private static async Task<(Process Program, SmtpSettings Settings)> StartAsync(string[] options)
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        var port = ((IPEndPoint)free.LocalEndpoint).Port;
        free.Stop();
        string[] asNobody = Environment.UserName == "root" ? ["-u", "nobody"] : [];
        var program = Process.Start(new ProcessStartInfo(Program, [.. asNobody, .. options, $"inet:127.0.0.1:{port}", "100"]) { RedirectStandardError = true })!;
        var watch = Stopwatch.StartNew();
        while (true)
        {
            Assert.True(!program.HasExited && watch.Elapsed < TimeSpan.FromSeconds(10), "smtp-sink did not start");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return (program, SmtpSessionTests.Settings(port));
            }
            catch (SocketException)
            {
                // Not listening yet.
            }
        }
    }

    private sealed class ProgramFactAttribute : FactAttribute
    {
        public ProgramFactAttribute(string path) => Skip = File.Exists(path) ? null : $"{path} is not installed (Debian package postfix).";
    }

    private sealed class ProgramTheoryAttribute : TheoryAttribute
    {
        public ProgramTheoryAttribute(string path) => Skip = File.Exists(path) ? null : $"{path} is not installed (Debian package postfix).";
    }
}
