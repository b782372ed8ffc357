using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;

namespace Workflow.Directives.Orders;

/// <summary>What became of a task that a text was read to give. Proposed tasks are read from the text anew each time and are no rows.</summary>
public enum OrderState
{
    /// <summary>Read from the text; nobody has looked at it.</summary>
    Proposed,

    /// <summary>A clerk says it is a task.</summary>
    Confirmed,

    /// <summary>A clerk says it is none.</summary>
    Dropped,
}

/// <summary>A task of a directive that a person decided on, or wrote down by hand.</summary>
public sealed class OrderedTask : IVersioned
{
    /// <summary>Most characters of a task.</summary>
    public const int TaskLength = 4_000;

    /// <summary>Most characters of the names of bodies, of the words of a deadline and of a route.</summary>
    public const int WordsLength = 1_000;

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The directive that gives it.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>Which passage of the text it was read from (<see cref="PlannedOrder.Key"/>); null when written by hand.</summary>
    public string? Passage { get; init; }

    /// <summary>Line of that passage when it was decided on; 0 when written by hand.</summary>
    public int Line { get; set; }

    /// <summary>Who is tasked, in the printed words, with <c>; </c> between; those that support stand behind a plus sign.</summary>
    public required string Bodies { get; set; }

    /// <summary>What is to be done.</summary>
    public required string Task { get; set; }

    /// <summary>Last day, in Vietnam; null without one, and for tasks that recur.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The words of the deadline, e.g. <c>trước ngày 25 hằng tháng</c>; null without any.</summary>
    public string? DueWords { get; set; }

    /// <summary>The way reports go; null without one.</summary>
    public string? Route { get; set; }

    /// <summary>Whether it is the follow-up of the directive itself.</summary>
    public bool FollowUp { get; set; }

    /// <summary>Confirmed or dropped.</summary>
    public OrderState State { get; set; }

    /// <summary>Who decided last.</summary>
    public required Guid PersonId { get; set; }

    /// <summary>When.</summary>
    public required DateTime At { get; set; }

    /// <summary>The units it falls to.</summary>
    public List<OrderedTaskUnit> Units { get; init; } = [];

    /// <inheritdoc />
    public long Version { get; set; }
}

/// <summary>A unit a task falls to.</summary>
public sealed class OrderedTaskUnit
{
    /// <summary>The task.</summary>
    public Guid OrderedTaskId { get; init; }

    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Its name when the task was confirmed.</summary>
    public required string UnitName { get; init; }

    /// <summary>Leads or supports.</summary>
    public required OrderRole Role { get; set; }
}

internal sealed class OrderTables : IEntityTypeConfiguration<OrderedTask>, IEntityTypeConfiguration<OrderedTaskUnit>
{
    public void Configure(EntityTypeBuilder<OrderedTask> builder)
    {
        builder.ToTable("OrderedTasks");
        builder.Property(task => task.Version).IsConcurrencyToken();
        builder.HasIndex(task => new { task.DirectiveId, task.Passage }).IsUnique();
        builder.HasIndex(task => new { task.State, task.DueOn });
        builder.HasOne<Directive>().WithMany().HasForeignKey(task => task.DirectiveId);
        builder.HasMany(task => task.Units).WithOne().HasForeignKey(unit => unit.OrderedTaskId);
    }

    public void Configure(EntityTypeBuilder<OrderedTaskUnit> builder)
    {
        builder.ToTable("OrderedTaskUnits");
        builder.HasKey(unit => new { unit.OrderedTaskId, unit.UnitId });
        builder.HasIndex(unit => unit.UnitId);
    }
}
