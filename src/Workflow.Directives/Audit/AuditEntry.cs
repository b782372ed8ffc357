using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Directives.Audit;

/// <summary>One act of a person or of the system, written in the same save as what it did.</summary>
public sealed class AuditEntry
{
    /// <summary>Order of the acts, from 1.</summary>
    public long Seq { get; init; }

    /// <summary>The directive it concerns; null for acts about none.</summary>
    public Guid? DirectiveId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Who; null for the system.</summary>
    public Guid? ActorId { get; init; }

    /// <summary>Name at that time.</summary>
    public required string ActorName { get; init; }

    /// <summary>In what capacity: a role, "System", or what a unit's clerk said of himself.</summary>
    public required string Capacity { get; init; }

    /// <summary>Name of the person in whose stead he acted, by a delegation; null in his own right.</summary>
    public string? ActingFor { get; init; }

    /// <summary>Stable code of the act, e.g. <c>approval.given</c>; its words are resources of the pages.</summary>
    public required string Act { get; init; }

    /// <summary>What a reader needs beside the act: a reason, a number, a unit; free text.</summary>
    public string? Detail { get; init; }

    /// <summary>Content hash the act was about.</summary>
    public string? ContentHash { get; init; }
}

/// <summary>Writes the history.</summary>
public static class AuditTrail
{
    /// <summary>Adds an entry to what the use case is about to save.</summary>
    /// <param name="db">The context of the use case.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="actor">Who acts.</param>
    /// <param name="capacity">Role acted in, or null for the system.</param>
    /// <param name="act">Code of the act.</param>
    /// <param name="directiveId">Directive, or null.</param>
    /// <param name="contentHash">Content hash, or null.</param>
    /// <param name="detail">Further words, or null.</param>
    public static void Record(
        this WorkflowDb db, DateTime at, Actor actor, string? capacity, string act, Guid? directiveId, string? contentHash = null, string? detail = null) =>
        db.Add(Entry(at, actor, capacity, act, directiveId, contentHash, detail));

    /// <summary>An entry that is not added yet, for what goes along with an act.</summary>
    /// <inheritdoc cref="Record"/>
    public static AuditEntry Entry(
        DateTime at, Actor actor, string? capacity, string act, Guid? directiveId, string? contentHash = null, string? detail = null)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return new AuditEntry
        {
            At = at,
            ActorId = actor.PersonId,
            ActorName = actor.Name,
            ActingFor = actor.ActingFor?.PrincipalName,
            Capacity = capacity ?? "System",
            Act = act,
            DirectiveId = directiveId,
            ContentHash = contentHash,
            Detail = detail,
        };
    }
}

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.HasKey(entry => entry.Seq);
        builder.Property(entry => entry.Seq).ValueGeneratedOnAdd();
        builder.HasIndex(entry => new { entry.DirectiveId, entry.Seq });
    }
}
