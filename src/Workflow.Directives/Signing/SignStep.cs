using Workflow.Directives.Deadlines;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Signing;

/// <summary>The decision that makes it a directive: Bí thư or Phó Bí thư for the committee (T/M), Chánh Văn phòng by order (T/L).</summary>
/// <param name="calendar">Working days.</param>
public sealed class SignStep(WorkingCalendar calendar) : ActivityKind
{
    /// <summary>Kind of the work item.</summary>
    public const string Kind = "signature";

    /// <summary>Outcome: signed.</summary>
    public const string Signed = "Signed";

    /// <summary>Outcome: back to the drafter, with a reason.</summary>
    public const string Returned = "Returned";

    /// <summary>Input or variable with the person who shall sign; empty for anyone with the authority.</summary>
    public const string Signer = "Signer";

    /// <inheritdoc />
    public override string Type => "Directive.Sign";

    /// <inheritdoc />
    public override IReadOnlyList<ActivityInput> Inputs { get; } =
    [
        new("authority", "String", true, "T/M (Secretary, Deputy Secretary) or T/L (Chief of Office); usually the input Authority."),
        new("signer", "String", false, "Person who shall sign. Unset or empty: anyone with the authority."),
        new("workingDays", "Int32", false, "Working days to decide, today is day 0. Unset: no deadline."),
    ];

    /// <inheritdoc />
    public override IReadOnlyList<string> Outcomes { get; } = [Signed, Returned];

    /// <summary>Roles that may sign with an authority, the highest first.</summary>
    /// <param name="authority">T/M or T/L.</param>
    public static IReadOnlyList<Role> RolesFor(string authority) =>
        [.. RightsTable.Current[RightFor(authority)].Grants.Keys.OrderDescending()];

    /// <summary>Why somebody may not sign a directive whose signature waits; null when it waits for him.</summary>
    /// <param name="actor">Who would sign.</param>
    /// <param name="item">The task.</param>
    /// <param name="directive">What is signed.</param>
    public static Refusal? Refuse(Actor actor, WorkItem item, Directive directive)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(directive);
        var right = RightFor(directive.Authority);
        return item.TakenBy(actor, directive) is { } acting ? acting.Refuse(right, Relation.Assigned) : ActorRights.Forbidden(right);
    }

    /// <summary>The right that a signature asks for.</summary>
    /// <param name="item">The task.</param>
    /// <param name="directive">What is signed.</param>
    internal static Right RightFor(WorkItem item, Directive directive) => RightFor(directive.Authority);

    private static Right RightFor(string authority) => authority == "T/L" ? Right.SignByOrder : Right.SignOnBehalf;

    /// <inheritdoc />
    public override StepResult Start(StepContext context)
    {
        var signer = Assignment.Chosen<string>(context, Signer, "signer") is { Length: > 0 } text ? Guid.Parse(text) : (Guid?)null;
        var days = context.Input<int?>("workingDays");
        context.Offer(
            Kind,
            signer is { } person
                ? Assignment.ToPerson(context.Activity.Id, person)
                : Assignment.ToRoles(context.Activity.Id, RolesFor(context.Input<string>("authority")!)),
            days is { } within ? calendar.EndOfWorkingDay(context.Now, within) : null);
        return StepResult.Waiting;
    }
}
