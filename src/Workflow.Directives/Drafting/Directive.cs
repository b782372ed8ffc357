using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;

namespace Workflow.Directives.Drafting;

/// <summary>Where a directive stands. <see cref="Numbered"/> and <see cref="Issued"/> are two states on purpose.</summary>
public enum DirectiveState
{
    /// <summary>Dự thảo: with the drafter, never submitted.</summary>
    Draft,

    /// <summary>Đang trình: consulted, checked or waiting for a signature.</summary>
    InReview,

    /// <summary>Trả lại: with the drafter again, with a reason.</summary>
    Returned,

    /// <summary>Đã ký: content is final.</summary>
    Signed,

    /// <summary>Đã cấp số.</summary>
    Numbered,

    /// <summary>Đã đóng dấu.</summary>
    Sealed,

    /// <summary>Đã phát hành.</summary>
    Issued,

    /// <summary>Kết thúc theo dõi, lưu.</summary>
    Closed,

    /// <summary>Hủy trước khi cấp số, hoặc số đã bị hủy.</summary>
    Cancelled,

    /// <summary>Đã thu hồi: it was issued and no longer stands.</summary>
    Recalled,
}

/// <summary>How urgent (HD 05 §1.4); the signer decides it.</summary>
public enum Urgency
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>KHẨN.</summary>
    Urgent,

    /// <summary>THƯỢNG KHẨN.</summary>
    VeryUrgent,

    /// <summary>HỎA TỐC: hours count, not days.</summary>
    Express,
}

/// <summary>A document on its way from draft to archive.</summary>
public sealed class Directive : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Template it was begun from; chooses the workflow, e.g. <c>chi-thi</c>.</summary>
    public required string TemplateKey { get; set; }

    /// <summary>Type symbol, e.g. CT, CV, TB.</summary>
    public required string TypeCode { get; set; }

    /// <summary>Signing authority: T/M (for the committee) or T/L (by order).</summary>
    public required string Authority { get; set; }

    /// <summary>Urgency mark.</summary>
    public Urgency Urgency { get; set; }

    /// <summary>Trích yếu of the current revision, for lists.</summary>
    public required string Subject { get; set; }

    /// <summary>Who drafts.</summary>
    public required Guid DrafterId { get; init; }

    /// <summary>The drafter's unit at the time of drafting.</summary>
    public required Guid DrafterUnitId { get; init; }

    /// <summary>Where it stands.</summary>
    public DirectiveState State { get; set; }

    /// <summary>Number of the current revision, from 1.</summary>
    public int RevisionNo { get; set; }

    /// <summary>When it was begun.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When anything last happened to it.</summary>
    public DateTime ChangedAt { get; set; }

    /// <summary>The person who shall sign, when the drafter named one; otherwise anyone with the authority.</summary>
    public Guid? SignerId { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }
}

/// <summary>One text of a directive; never changed, only followed by the next.</summary>
public sealed class Revision
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose text.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>Number within the directive, from 1.</summary>
    public required int No { get; init; }

    /// <summary>The text, NFC, line feeds.</summary>
    public required string Text { get; init; }

    /// <summary>SHA-256 of the text, lower-case hexadecimal; what approvals and signatures name.</summary>
    public required string ContentHash { get; init; }

    /// <summary>Who wrote it.</summary>
    public required Guid AuthorId { get; init; }

    /// <summary>When.</summary>
    public required DateTime CreatedAt { get; init; }
}

internal sealed class DraftingTables : IEntityTypeConfiguration<Directive>, IEntityTypeConfiguration<Revision>
{
    public void Configure(EntityTypeBuilder<Directive> builder)
    {
        builder.ToTable("Directives");
        builder.Property(directive => directive.Version).IsConcurrencyToken();
        builder.HasIndex(directive => new { directive.State, directive.ChangedAt });
        builder.HasIndex(directive => directive.DrafterId);
    }

    public void Configure(EntityTypeBuilder<Revision> builder)
    {
        builder.ToTable("Revisions");
        builder.HasIndex(revision => new { revision.DirectiveId, revision.No }).IsUnique();
        builder.HasOne<Directive>().WithMany().HasForeignKey(revision => revision.DirectiveId);
    }
}
