using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;

namespace Workflow.Directives.Acknowledgment;

/// <summary>
/// A unit acknowledges: by its link with a typed name, signed in, or entered by the registry on paper proof. The first receipt
/// is kept; asking again gives the first.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="runtime">Runs the workflow.</param>
/// <param name="time">The clock.</param>
public sealed class AcknowledgeDelivery(WorkflowDb db, IWorkflowRuntime runtime, TimeProvider time)
{
    /// <summary>What the clerk types.</summary>
    /// <param name="Name">Own full name.</param>
    /// <param name="Position">Own position.</param>
    /// <param name="ArrivalNumber">Số đến in the unit's register.</param>
    public sealed record Command(string? Name, string? Position, string? ArrivalNumber);

    /// <summary>Acknowledges through the link of a notice, without an account.</summary>
    /// <param name="token">Secret of the link.</param>
    /// <param name="command">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Acknowledgment>> ByLinkAsync(string? token, Command command, CancellationToken ct) => db.OnceAsync(async () =>
    {
        var found = await db.FindByLinkAsync(token, time.GetUtcNow().UtcDateTime, ct);
        return found.Done ? await AcceptAsync(found.Value, command, EvidenceLevel.Link, null, null, ct) : found.Refusal!;
    });

    /// <summary>Acknowledges as a signed-in clerk of the unit.</summary>
    /// <param name="actor">The clerk.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="command">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Acknowledgment>> AsUnitAsync(Actor actor, Guid deliveryId, Command command, CancellationToken ct) => db.OnceAsync(async () =>
    {
        var found = await db.FindAsUnitAsync(actor, deliveryId, ct);
        return found.Done ? await AcceptAsync(found.Value, command, EvidenceLevel.SignedIn, actor, null, ct) : found.Refusal!;
    });

    /// <summary>Enters a receipt given on paper or by telephone.</summary>
    /// <param name="actor">A registry clerk.</param>
    /// <param name="deliveryId">The unit's copy.</param>
    /// <param name="command">Who at the unit received it.</param>
    /// <param name="basis">What the entry rests on.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Acknowledgment>> OnPaperAsync(Actor actor, Guid deliveryId, Command command, string? basis, CancellationToken ct) =>
        db.OnceAsync(async () =>
        {
            var taken = await db.TakeDeliveryAsync(actor, deliveryId, Right.AcknowledgeOnPaper, ct);
            if (!taken.Done)
            {
                return taken.Refusal!;
            }

            return Field.Clean(basis, Field.ReasonLength) is { } rests
                ? await AcceptAsync(taken.Value, command, EvidenceLevel.EnteredByRegistry, actor, rests, ct)
                : Refusals.Field("Căn cứ ghi nhận", "Basis of the entry", Field.ReasonLength);
        });

    private static Refusal? Typed(Command command, out string name, out string position, out string number)
    {
        name = Field.Clean(command.Name, Field.NameLength) ?? "";
        position = Field.Clean(command.Position, Field.NameLength) ?? "";
        number = Field.Clean(command.ArrivalNumber, Field.NumberLength) ?? "";
        return name.Length == 0 ? Refusals.Field("Họ và tên", "Full name", Field.NameLength)
            : position.Length == 0 ? Refusals.Field("Chức vụ", "Position", Field.NameLength)
            : number.Length == 0 ? Refusals.Field("Số đến", "Arrival number", Field.NumberLength)
            : null;
    }

    private async Task<Result<Acknowledgment>> AcceptAsync(
        Delivery delivery, Command command, EvidenceLevel evidence, Actor? actor, string? basis, CancellationToken ct)
    {
        if (Typed(command, out var name, out var position, out var number) is { } untyped)
        {
            return untyped;
        }

        if (await db.Set<Acknowledgment>().SingleOrDefaultAsync(one => one.DeliveryId == delivery.Id, ct) is { } first)
        {
            return first;
        }

        if (await db.ClosedAsync(delivery, ct) is { } closed)
        {
            return closed;
        }

        if (delivery.Status == DeliveryStatus.Refused)
        {
            return AcknowledgmentRefusals.AlreadyRefused;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var receipt = new Acknowledgment
        {
            DeliveryId = delivery.Id,
            Name = name,
            Position = position,
            ArrivalNumber = number,
            At = now,
            Late = now > delivery.DueAt,
            Evidence = evidence,
            PersonId = actor?.PersonId,
            Basis = basis,
        };
        db.Add(receipt);
        delivery.Status = DeliveryStatus.Accepted;
        var acting = actor ?? new Actor(null, name, delivery.UnitId, new HashSet<Role>());
        db.Record(now, acting, evidence.ToString(), "delivery.acknowledged", delivery.DirectiveId, null, $"{delivery.UnitName}: {name}, {position}, số đến {number}");
        if (await Answers.EndWhenAllAnsweredAsync(db, runtime, delivery, acting, ct) is { } refusal)
        {
            return refusal;
        }

        await db.SaveChangesAsync(ct);
        return receipt;
    }
}
