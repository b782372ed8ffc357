using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Dissemination.Mail.Smtp;
using Workflow.Directives.Issuing;
using Workflow.Directives.People;

namespace Workflow.Benchmarks;

/// <summary>One directive to 600 units: the issuing transaction, then all notices to a local SMTP server over 8 connections.</summary>
internal static class IssueToManyUnits
{
    private const int Units = 600;
    private const int Port = 52525;
    private const string Sink = "/usr/sbin/smtp-sink";

    public static async IAsyncEnumerable<object> RunAsync(int rounds)
    {
        var settings = new SmtpSettings { Transport = "Smtp", Host = "127.0.0.1", Port = Port, Security = "None" };
        await using var bench = await Bench.OpenAsync(settings);
        await Town.SettleAsync(bench, Units);
        using var sink = StartSink();
        var (issue, send) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds; round++)
        {
            var item = await Town.ReadyToIssueAsync(bench);
            var clock = Stopwatch.StartNew();
            await Town.DoAsync<IssueDirective, Issuance>(bench, Role.Registry, (act, actor) => act.RunAsync(actor, item, default));
            issue.Add(clock.Elapsed.TotalMilliseconds);
            if (sink is not null)
            {
                clock.Restart();
                await SendAllAsync(bench, settings);
                send.Add(clock.Elapsed.TotalMilliseconds);
            }
        }

        sink?.Kill();

        // The first round compiles the code; the figures are of the others, and the first is given beside them.
        yield return new { figure = "issue to 600 units in one transaction", medianMs = Math.Round(Figures.Median(issue.Skip(1))), firstMs = Math.Round(issue[0]), rounds };
        yield return sink is null
            ? new { figure = "600 notices to a local SMTP server", skipped = $"{Sink} is not installed" }
            : new { figure = "600 notices to a local SMTP server, 8 connections", medianMs = Math.Round(Figures.Median(send.Skip(1))), firstMs = Math.Round(send[0]), rounds };
    }

    private static async Task SendAllAsync(Bench bench, SmtpSettings settings)
    {
        await using var transport = new SmtpMailTransport(settings, TimeProvider.System);
        using var sender = new OutboxSender(
            bench.Services.GetRequiredService<Microsoft.EntityFrameworkCore.IDbContextFactory<WorkflowDb>>(), transport, TimeProvider.System, settings,
            NullLogger<OutboxSender>.Instance);
        var sent = 0;
        while (sent < Units)
        {
            var now = await sender.SendDueAsync(CancellationToken.None);
            sent += now > 0 ? now : throw new InvalidOperationException($"Only {sent} of {Units} notices were due.");
        }
    }

    private static Process? StartSink()
    {
        if (!File.Exists(Sink))
        {
            return null;
        }

        var sink = Process.Start(new ProcessStartInfo(Sink, $"-u nobody 127.0.0.1:{Port} 512"));
        for (var tries = 0; tries < 100; tries++)
        {
            try
            {
                using var probe = new TcpClient("127.0.0.1", Port);
                return sink;
            }
            catch (SocketException)
            {
                Thread.Sleep(50);
            }
        }

        throw new InvalidOperationException("smtp-sink did not open its port.");
    }
}
