using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Recipients;

namespace Workflow.Directives.Dissemination;

/// <summary>Gives every unit of a settled list one copy and one notice.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="notices">Writes the notices.</param>
/// <param name="deadlines">Sets the time to acknowledge.</param>
/// <param name="time">The clock.</param>
public sealed class AddressUnits(WorkflowDb db, Notices notices, AcknowledgmentDeadline deadlines, TimeProvider time)
{
    /// <summary>When units must have acknowledged, UTC.</summary>
    /// <param name="urgency">Urgency mark.</param>
    /// <param name="issuedAt">When it is issued, UTC.</param>
    public DateTime AcknowledgeBy(Urgency urgency, DateTime issuedAt) => deadlines.For(urgency, issuedAt);

    /// <summary>Adds the copies and the notices to what the use case is about to save.</summary>
    /// <param name="issuance">The issue.</param>
    /// <param name="directive">What is issued.</param>
    /// <param name="plan">To whom.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public async Task AddressAsync(Issuance issuance, Directive directive, RecipientPlan plan, DateTime now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(issuance);
        ArgumentNullException.ThrowIfNull(directive);
        ArgumentNullException.ThrowIfNull(plan);
        var number = await db.Set<RegisterNumber>().SingleAsync(one => one.DirectiveId == directive.Id && one.VoidedAt == null, ct);
        var contacts = await db.FirstContactsAsync(plan.Recipients.Select(recipient => recipient.UnitId), ct);
        var order = 0;
        foreach (var recipient in plan.Recipients)
        {
            var delivery = new Delivery
            {
                Id = Guid.CreateVersion7(time.GetUtcNow()),
                IssuanceId = issuance.Id,
                DirectiveId = directive.Id,
                UnitId = recipient.UnitId,
                UnitName = recipient.UnitName,
                Order = ++order,
                Reasons = string.Join('\n', recipient.Reasons),
                DueAt = issuance.AcknowledgeBy,
            };
            db.Add(delivery);
            notices.Post(db, new NoticeContent(directive, number, delivery), contacts.GetValueOrDefault(recipient.UnitId), Notices.Notice, now);
        }
    }
}
