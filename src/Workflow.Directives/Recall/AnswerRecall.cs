using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;

namespace Workflow.Directives.Recall;

/// <summary>
/// A unit tells what it did on a recall: cancelled its copy (15), or refuses with a reason (16); NĐ 30/2020 art. 18.4 wants the sender
/// told. The first answer is kept.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class AnswerRecall(WorkflowDb db, TimeProvider time)
{
    /// <summary>What the clerk types.</summary>
    /// <param name="Stance">Agreed or refused.</param>
    /// <param name="Name">Own full name.</param>
    /// <param name="Position">Own position.</param>
    /// <param name="Reason">Why the unit refuses; null when it agrees.</param>
    public sealed record Command(RecallStance Stance, string? Name, string? Position, string? Reason = null);

    /// <summary>Answers through the link of a notice.</summary>
    /// <param name="token">Secret of the link.</param>
    /// <param name="command">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RecallAnswer>> ByLinkAsync(string? token, Command command, CancellationToken ct) => db.OnceAsync(async () =>
    {
        var found = await db.FindByLinkAsync(token, time.GetUtcNow().UtcDateTime, ct);
        return found.Done ? await AnswerAsync(found.Value, command, null, ct) : found.Refusal!;
    });

    /// <summary>Answers as a signed-in clerk of the unit.</summary>
    /// <param name="actor">The clerk.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="command">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<RecallAnswer>> AsUnitAsync(Actor actor, Guid deliveryId, Command command, CancellationToken ct) => db.OnceAsync(async () =>
    {
        var found = await db.FindAsUnitAsync(actor, deliveryId, ct);
        return found.Done ? await AnswerAsync(found.Value, command, actor, ct) : found.Refusal!;
    });

    private async Task<Result<RecallAnswer>> AnswerAsync(Delivery delivery, Command command, Actor? actor, CancellationToken ct)
    {
        var (name, position) = (Field.Clean(command.Name, Field.NameLength), Field.Clean(command.Position, Field.NameLength));
        if (name is null || position is null)
        {
            return Refusals.Field("Họ tên và chức vụ", "Name and position", Field.NameLength);
        }

        var reason = Field.Clean(command.Reason, Field.ReasonLength, lines: true);
        if (!Enum.IsDefined(command.Stance) || (command.Stance == RecallStance.Refused && reason is null))
        {
            return Refusals.Field("Lý do từ chối thu hồi", "Reason for refusing the recall", Field.ReasonLength);
        }

        if (!await db.Set<Directive>().AnyAsync(one => one.Id == delivery.DirectiveId && one.State == DirectiveState.Recalled, ct))
        {
            return RecallRefusals.NotRecalled;
        }

        if (await db.Set<RecallAnswer>().SingleOrDefaultAsync(one => one.DeliveryId == delivery.Id, ct) is { } first)
        {
            return first;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var answer = new RecallAnswer
        {
            DeliveryId = delivery.Id,
            Stance = command.Stance,
            Name = name,
            Position = position,
            Reason = reason,
            At = now,
            PersonId = actor?.PersonId,
        };
        db.Add(answer);
        var acting = actor ?? new Actor(null, name, delivery.UnitId, new HashSet<Role>());
        var act = command.Stance == RecallStance.Agreed ? "recall.answered" : "recall.refused";
        db.Record(now, acting, nameof(Role.RecipientClerk), act, delivery.DirectiveId, null, reason is null ? delivery.UnitName : $"{delivery.UnitName}: {reason}");
        await db.SaveChangesAsync(ct);
        return answer;
    }
}
