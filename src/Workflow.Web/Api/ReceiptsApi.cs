using Workflow.Directives.Acknowledgment;

namespace Workflow.Web.Api;

/// <summary>Answers through the link of a notice, without an account. Reading the link changes nothing; only these POSTs do.</summary>
internal static class ReceiptsApi
{
    public static void Map(RouteGroupBuilder receipts)
    {
        receipts.WithTags("Receipts");
        receipts.MapPost("/{token}/acknowledgment", async (string token, AcknowledgeDelivery.Command body, AcknowledgeDelivery act, CancellationToken ct) =>
            Answer.Ok(await act.ByLinkAsync(token, body, ct), View)).WithSummary("Acknowledges with own name, position and số đến.");
        receipts.MapPost("/{token}/refusal", async (string token, RefuseDelivery.Command body, RefuseDelivery act, CancellationToken ct) =>
            Answer.Ok(await act.ByLinkAsync(token, body, ct), one => new { one.Reason, one.At })).WithSummary("Refuses with a reason.");
    }

    internal static object View(Directives.Acknowledgment.Acknowledgment one) => new { one.Name, one.Position, one.ArrivalNumber, one.At, one.Late, one.Evidence };
}
