using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;

namespace Workflow.Directives.Work;

/// <summary>A released workflow definition. It never changes; the next is a new version.</summary>
public sealed class StoredDefinition
{
    /// <summary>Definition id, e.g. <c>chi-thi</c>.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version, from 1.</summary>
    public required int Version { get; init; }

    /// <summary>Hash of the JSON text.</summary>
    public required string Hash { get; init; }

    /// <summary>The JSON text as released.</summary>
    public required string Json { get; init; }

    /// <summary>When it was released here.</summary>
    public required DateTime ReleasedAt { get; init; }
}

/// <summary>The running workflow of one directive.</summary>
public sealed class StoredInstance : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose workflow; one per directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>Definition it runs on.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>Version it began with and stays on.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>The engine's state, JSON.</summary>
    public required string State { get; set; }

    /// <summary>Running, Finished, Faulted or Cancelled.</summary>
    public required string Status { get; set; }

    /// <summary>When it began.</summary>
    public required DateTime StartedAt { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }
}

/// <summary>What a workflow did in one save, as the engine told it; all of an instance's replay to its state.</summary>
public sealed class StoredTransition
{
    /// <summary>Whose transition.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>Number of its first event; orders the transitions of an instance.</summary>
    public required int No { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who caused it; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>The engine's history events, a JSON array.</summary>
    public required string Events { get; init; }
}

/// <summary>A person's open task, or one that was done or withdrawn.</summary>
public sealed class WorkItem
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The directive it is about.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The workflow that offers it.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The engine's bookmark that doing it fires.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>Activity of the definition.</summary>
    public required string ActivityId { get; init; }

    /// <summary>What has to be done, e.g. <c>approval</c>, <c>signature</c>.</summary>
    public required string Kind { get; init; }

    /// <summary>Which step of the way, e.g. <c>unit-head</c>; names the step on the pages.</summary>
    public required string Step { get; init; }

    /// <summary>Roles of which one is needed, each between commas (<c>,Secretary,DeputySecretary,</c>); empty when it goes to a person.</summary>
    public string Roles { get; init; } = "";

    /// <summary>Unit the role must be held in, or null.</summary>
    public Guid? UnitId { get; init; }

    /// <summary>The one person it is for, or null for anyone with the role.</summary>
    public Guid? PersonId { get; set; }

    /// <summary>When it was offered.</summary>
    public required DateTime OfferedAt { get; init; }

    /// <summary>When it is due, or null.</summary>
    public DateTime? DueAt { get; init; }

    /// <summary>When it was done.</summary>
    public DateTime? CompletedAt { get; set; }

    /// <summary>Who did it.</summary>
    public Guid? CompletedBy { get; set; }

    /// <summary>With which outcome.</summary>
    public string? Outcome { get; set; }

    /// <summary>When the workflow took it back.</summary>
    public DateTime? WithdrawnAt { get; set; }

    /// <summary>Whether somebody still has to do it.</summary>
    public bool Open => CompletedAt is null && WithdrawnAt is null;

    /// <summary>Marks it done.</summary>
    /// <param name="actor">Who did it.</param>
    /// <param name="outcome">With which outcome.</param>
    /// <param name="now">Now, UTC.</param>
    public void Complete(Actor actor, string outcome, DateTime now) =>
        (CompletedAt, CompletedBy, Outcome) = (now, actor.PersonId, outcome);

    /// <summary>Whether the actor is one it is offered to, himself or through a delegation.</summary>
    /// <param name="actor">Who asks.</param>
    public bool OfferedTo(Actor actor) => OfferedHimself(actor) || actor.Mandates.Any(OfferedThrough);

    /// <summary>Whether it is offered to whoever gave this delegation, in the role that he handed over.</summary>
    /// <param name="mandate">The delegation.</param>
    public bool OfferedThrough(Mandate mandate) => PersonId is { } person
        ? person == mandate.Principal
        : (UnitId is null || UnitId == mandate.PrincipalUnit) && Roles.Contains($",{mandate.Role},", StringComparison.Ordinal);

    /// <summary>The actor as he may take it: in his own right, else with the delegation that opens it; null when neither does.</summary>
    /// <param name="actor">Who takes it.</param>
    /// <param name="directive">What it is about.</param>
    public Actor? TakenBy(Actor actor, Directive directive) =>
        OfferedHimself(actor) ? actor with { ActingFor = null }
        : actor.Mandates.FirstOrDefault(mandate => mandate.Covers(directive.TypeCode) && OfferedThrough(mandate)) is { } mandate ? actor with { ActingFor = mandate }
        : null;

    private bool OfferedHimself(Actor actor) => PersonId is { } person
        ? person == actor.PersonId
        : (UnitId is null || UnitId == actor.UnitId)
            && Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Any(role => actor.Holds(Enum.Parse<Role>(role)));
}

/// <summary>A moment at which the workflow must go on by itself. Kept in the store, so any length survives any restart.</summary>
public sealed class DurableTimer
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Which workflow waits.</summary>
    public required Guid InstanceId { get; init; }

    /// <summary>The engine's bookmark it fires.</summary>
    public required string BookmarkId { get; init; }

    /// <summary>When it is due, UTC.</summary>
    public required DateTime DueAt { get; set; }

    /// <summary>When it fired or was cancelled; null while it waits.</summary>
    public DateTime? DoneAt { get; set; }
}

internal sealed class WorkTables :
    IEntityTypeConfiguration<StoredDefinition>, IEntityTypeConfiguration<StoredInstance>, IEntityTypeConfiguration<StoredTransition>,
    IEntityTypeConfiguration<WorkItem>, IEntityTypeConfiguration<DurableTimer>
{
    public void Configure(EntityTypeBuilder<StoredDefinition> builder)
    {
        builder.ToTable("WorkflowDefinitions");
        builder.HasKey(definition => new { definition.DefinitionId, definition.Version });
    }

    public void Configure(EntityTypeBuilder<StoredInstance> builder)
    {
        builder.ToTable("WorkflowInstances");
        builder.Property(instance => instance.Version).IsConcurrencyToken();
        builder.HasIndex(instance => instance.DirectiveId).IsUnique();
        builder.HasOne<Directive>().WithMany().HasForeignKey(instance => instance.DirectiveId);
        builder.HasOne<StoredDefinition>().WithMany().HasForeignKey(instance => new { instance.DefinitionId, instance.DefinitionVersion });
    }

    public void Configure(EntityTypeBuilder<StoredTransition> builder)
    {
        builder.ToTable("WorkflowTransitions");
        builder.HasKey(transition => new { transition.InstanceId, transition.No });
    }

    public void Configure(EntityTypeBuilder<WorkItem> builder)
    {
        builder.ToTable("WorkItems");
        builder.Ignore(item => item.Open);
        builder.HasIndex(item => new { item.InstanceId, item.BookmarkId }).IsUnique();
        builder.HasIndex(item => item.DirectiveId);
        builder.HasIndex(item => new { item.CompletedAt, item.WithdrawnAt, item.DueAt });
    }

    public void Configure(EntityTypeBuilder<DurableTimer> builder)
    {
        builder.ToTable("Timers");
        builder.HasIndex(timer => new { timer.InstanceId, timer.BookmarkId }).IsUnique();
        builder.HasIndex(timer => new { timer.DoneAt, timer.DueAt });
    }
}
