using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Work;

namespace Workflow.Web.Background;

/// <summary>Wakes the outbox at once when something was issued, instead of at its next round.</summary>
internal sealed class OutboxSignal : IDisposable
{
    private readonly SemaphoreSlim news = new(0, 1);

    public void Wake()
    {
        try
        {
            news.Release();
        }
        catch (SemaphoreFullException)
        {
            // Already awake: one round sends everything that is due.
        }
    }

    public Task<bool> WaitAsync(TimeSpan most, CancellationToken ct) => news.WaitAsync(most, ct);

    public void Dispose() => news.Dispose();
}

/// <summary>Sends what is due and carries the server's words over to the deliveries.</summary>
internal sealed class OutboxLoop(OutboxSender sender, OutboxSignal signal, IServiceScopeFactory scopes, ILogger<OutboxLoop> logger)
    : Loop(logger)
{
    protected override Task PauseAsync(CancellationToken ct) => signal.WaitAsync(TimeSpan.FromSeconds(2), ct);

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        await sender.SendDueAsync(ct);
        await using var scope = scopes.CreateAsyncScope();
        while (await scope.ServiceProvider.GetRequiredService<RecordDispatch>().RunAsync(ct) > 0)
        {
        }
    }
}

/// <summary>Fires the timers that are due.</summary>
internal sealed class TimerLoop(IServiceScopeFactory scopes, OutboxSignal signal, TimeProvider time, ILogger<TimerLoop> logger) : Loop(logger)
{
    protected override Task PauseAsync(CancellationToken ct) => Task.Delay(TimeSpan.FromSeconds(5), time, ct);

    protected override async Task RunOnceAsync(CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await scope.ServiceProvider.GetRequiredService<FireTimers>().RunAsync(ct) > 0)
        {
            signal.Wake();
        }
    }
}

/// <summary>One round after another until the program stops; a store that fails is tried again, everything else ends the program.</summary>
internal abstract class Loop(ILogger logger) : BackgroundService
{
    protected abstract Task PauseAsync(CancellationToken ct);

    protected abstract Task RunOnceAsync(CancellationToken ct);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunOnceAsync(stoppingToken);
                await PauseAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failure) when (failure is System.Data.Common.DbException or DbUpdateException)
            {
                logger.LogError("{Loop}: the database failed, tried again in a moment: {Message}", GetType().Name, failure.GetBaseException().Message);
                await PauseAsync(stoppingToken);
            }
        }
    }
}
