using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Dissemination.Mail.Smtp;
using Workflow.Directives.Tests.Dissemination.Mail.Smtp;

namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>A database, a server, a clock, and senders between them.</summary>
internal sealed class OutboxRig : IAsyncDisposable, IDbContextFactory<WorkflowDb>
{
    private readonly TestDatabase database = new();

    // Stays open as in a running program: when the last connection closes, SQLite writes the whole WAL back.
    private readonly WorkflowDb kept;

    public OutboxRig()
    {
        kept = database.Open();
        kept.Database.OpenConnection();
    }

    public SmtpSink Sink { get; } = new();

    public FakeTime Time { get; } = new(Letters.Written);

    public Lines Log { get; } = new();

    public WorkflowDb CreateDbContext() => database.Open();

    public async Task AddAsync(params IEnumerable<OutboxMessage> messages)
    {
        await using var db = CreateDbContext();
        db.AddRange(messages);
        await db.SaveChangesAsync();
    }

    public async Task<OutboxMessage> RowAsync(int number = 1)
    {
        var rows = await RowsAsync();
        return rows.Single(row => row.DeliveryId == Letters.UnitId(number));
    }

    public async Task<List<OutboxMessage>> RowsAsync()
    {
        await using var db = CreateDbContext();
        return await db.Set<OutboxMessage>().AsNoTracking().ToListAsync();
    }

    [SuppressMessage("Reliability", "CA2000", Justification = "The transport holds nothing to dispose of.")]
    public OutboxSender Sender(int connections = 8, int perMinute = 0, IMailTransport? transport = null)
    {
        var settings = SmtpSessionTests.Settings(Sink.Port) with { Connections = connections, MessagesPerMinute = perMinute };
        return new OutboxSender(this, transport ?? new SmtpMailTransport(settings, Time), Time, settings, Log);
    }

    public async ValueTask DisposeAsync()
    {
        await Sink.DisposeAsync();
        await kept.DisposeAsync();
        database.Dispose();
    }

    /// <summary>Keeps what is logged.</summary>
    internal sealed class Lines : ILogger<OutboxSender>
    {
        public ConcurrentQueue<string> All { get; } = new();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            All.Enqueue(formatter(state, exception) + exception);
    }
}
