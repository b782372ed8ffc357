using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Dissemination;

namespace Workflow.Directives.Tests.Acknowledgment;

public sealed class ReportHandlingTests
{
    [Fact]
    public async Task Progress_GoesForwardOnly_AndOnlyAfterTheReceipt()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var delivery = (await office.Walk.DeliveriesAsync(id))[0];

        await Refused.ChangesNothingAsync(office, "acknowledgment.not-accepted", () => ReportAsync(office, delivery, DeliveryStatus.Assigned));
        Walk.Done(await office.SignedInAsync(Who.ClerkOfAnLoc, delivery));
        Walk.Done(await ReportAsync(office, delivery, DeliveryStatus.InProgress));
        await Refused.ChangesNothingAsync(office, "acknowledgment.not-accepted", () => ReportAsync(office, delivery, DeliveryStatus.Assigned));
        await Refused.ChangesNothingAsync(office, "acknowledgment.not-accepted", () => ReportAsync(office, delivery, (DeliveryStatus)99));
        Walk.Done(await ReportAsync(office, delivery, DeliveryStatus.Completed));
    }

    private static async Task<Result<Delivery>> ReportAsync(Province office, Delivery delivery, DeliveryStatus status)
    {
        var clerk = await office.AsAsync(Who.ClerkOfAnLoc);
        return await office.AskAsync<ReportHandling, Result<Delivery>>(one => one.RunAsync(clerk, delivery.Id, status, default));
    }
}
