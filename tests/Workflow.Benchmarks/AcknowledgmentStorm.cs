using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Issuing;
using Workflow.Directives.People;

namespace Workflow.Benchmarks;

/// <summary>200 units acknowledge one directive at once.</summary>
internal static class AcknowledgmentStorm
{
    private const int Units = 200;

    public static async IAsyncEnumerable<object> RunAsync()
    {
        await using var bench = await Bench.OpenAsync();
        await Town.SettleAsync(bench, Units);
        var item = await Town.ReadyToIssueAsync(bench);
        var issued = await Town.DoAsync<IssueDirective, Issuance>(bench, Role.Registry, (act, actor) => act.RunAsync(actor, item, default));
        var deliveries = await Town.ReadAsync(bench, db => db.Set<Delivery>().Where(one => one.IssuanceId == issued.Id).ToListAsync());
        var clock = Stopwatch.StartNew();
        var took = await Task.WhenAll(deliveries.Select(delivery => Task.Run(() => AcknowledgeAsync(bench, delivery))));
        var all = clock.Elapsed.TotalMilliseconds;
        var rows = await Town.ReadAsync(bench, db => db.Set<Directives.Acknowledgment.Acknowledgment>().CountAsync());
        yield return new
        {
            figure = "200 acknowledgments at once",
            allMs = Math.Round(all),
            msEach = Math.Round(all / Units, 1),
            lost = Units - rows,
            p95MsInQueue = Math.Round(took.Order().ElementAt((int)(Units * 0.95))),
        };
    }

    private static async Task<double> AcknowledgeAsync(Bench bench, Delivery delivery)
    {
        var clock = Stopwatch.StartNew();
        await using var scope = bench.Services.CreateAsyncScope();
        var clerk = new Actor(Guid.CreateVersion7(), "Bench", delivery.UnitId, new HashSet<Role> { Role.RecipientClerk });
        var result = await scope.ServiceProvider.GetRequiredService<AcknowledgeDelivery>()
            .AsUnitAsync(clerk, delivery.Id, new("Nguyễn Văn An", "Văn thư", "1"), CancellationToken.None);
        return result.Done ? clock.Elapsed.TotalMilliseconds : throw new InvalidOperationException(result.Refusal!.English);
    }
}
