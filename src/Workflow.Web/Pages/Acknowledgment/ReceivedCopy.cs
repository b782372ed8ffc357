using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Orders;
using Workflow.Directives.Recall;
using Workflow.Directives.Signing;
using Workflow.Web.Pages.Documents;

namespace Workflow.Web.Pages.Acknowledgment;

using Acknowledgment = Workflow.Directives.Acknowledgment.Acknowledgment;
using Recall = Workflow.Directives.Recall.Recall;

/// <summary>One unit's copy as that unit may see it.</summary>
internal sealed record ReceivedCopy
{
    public required Delivery Delivery { get; init; }

    public required Directive Directive { get; init; }

    public required RegisterNumber Number { get; init; }

    public required Signature? Signature { get; init; }

    public required Issuance Issuance { get; init; }

    /// <summary>The text issued.</summary>
    public required Revision Revision { get; init; }

    public required Seal? Seal { get; init; }

    /// <summary>Whether there is a signed and sealed original to hand out.</summary>
    public required bool HasPaper { get; init; }

    public required string Html { get; init; }

    /// <summary>Whether the text is, byte for byte, the one that was signed and issued.</summary>
    public required bool Genuine { get; init; }

    public Acknowledgment? Receipt { get; init; }

    public ReceiptRefusal? Refusal { get; init; }

    /// <summary>The recall, when the document was taken back.</summary>
    public Recall? Recall { get; init; }

    /// <summary>Number of the document in a recalled one's place, or null.</summary>
    public string? Replacement { get; init; }

    /// <summary>This unit's answer to the recall, or null.</summary>
    public RecallAnswer? RecallAnswer { get; init; }

    /// <summary>What the directive orders this unit to do.</summary>
    public IReadOnlyList<UnitOrder> Orders { get; init; } = [];

    /// <summary>Whether the unit can still answer.</summary>
    public bool Open => Receipt is null && Refusal is null && Directive.State is DirectiveState.Issued or DirectiveState.Closed;

    public string ShortHash => $"{Issuance.ContentHash[..4]} {Issuance.ContentHash[4..8]}";

    public static async Task<ReceivedCopy?> LoadAsync(WorkflowDb db, Guid deliveryId, CancellationToken ct)
    {
        var delivery = await db.Set<Delivery>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == deliveryId, ct);
        if (delivery is null)
        {
            return null;
        }

        var id = delivery.DirectiveId;
        var directive = await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == id, ct);
        var revision = await db.Set<Revision>().AsNoTracking().SingleAsync(one => one.DirectiveId == id && one.No == directive.RevisionNo, ct);
        var number = await db.Set<RegisterNumber>().AsNoTracking().SingleAsync(one => one.DirectiveId == id, ct);
        var signature = await db.Set<Signature>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id && one.VoidedAt == null, ct);
        var seal = await db.Set<Seal>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id, ct);
        var issuance = await db.Set<Issuance>().AsNoTracking().SingleAsync(one => one.Id == delivery.IssuanceId, ct);
        var hash = ContentHash.Of(revision.Text);
        return new ReceivedCopy
        {
            Delivery = delivery,
            Directive = directive,
            Number = number,
            Signature = signature,
            Issuance = issuance,
            Revision = revision,
            Seal = seal,
            HasPaper = await db.FinalPaperAsync(id, ct) is not null,
            Html = PageHtml.Of(DocumentReader.Read(revision.Text), directive.State, number, signature, seal),
            Genuine = hash == issuance.ContentHash && hash == signature?.ContentHash,
            Receipt = await db.Set<Acknowledgment>().AsNoTracking().SingleOrDefaultAsync(one => one.DeliveryId == deliveryId, ct),
            Recall = await db.Set<Recall>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id && one.AgreedAt != null, ct),
            Replacement = await db.ReplacementOfAsync(id, ct),
            RecallAnswer = await db.Set<RecallAnswer>().AsNoTracking().SingleOrDefaultAsync(one => one.DeliveryId == deliveryId, ct),
            Orders = await db.OrdersOfUnitAsync(id, delivery.UnitId, ct),
            Refusal = await db.Set<ReceiptRefusal>().AsNoTracking().SingleOrDefaultAsync(one => one.DeliveryId == deliveryId, ct),
        };
    }
}
