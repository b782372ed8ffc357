using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;

namespace Workflow.Directives.Numbering;

/// <summary>One run of numbers from 01: per type in one committee term (HD 36/2018, kept by HD 05/2026).</summary>
public sealed class RegisterSeries : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Organ symbol, e.g. TU.</summary>
    public required string OrganSymbol { get; init; }

    /// <summary>Type symbol, e.g. CT.</summary>
    public required string TypeCode { get; init; }

    /// <summary>Term, e.g. 2025-2030.</summary>
    public required string Term { get; init; }

    /// <summary>Last number given; 0 when none.</summary>
    public int Last { get; set; }

    /// <summary>Date of the last number; the next may not be earlier.</summary>
    public DateOnly? LastDate { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }
}

/// <summary>One line of the register of outgoing documents. A number once given belongs to one document for ever.</summary>
public sealed class RegisterNumber : IVersioned
{
    /// <summary>Series it belongs to.</summary>
    public required Guid SeriesId { get; init; }

    /// <summary>The integer, from 1.</summary>
    public required int N { get; init; }

    /// <summary>The document.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>As printed, e.g. <c>08-CT/TU</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>Date printed beside it, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>Who gave it.</summary>
    public required Guid TakenBy { get; init; }

    /// <summary>When it was given, UTC.</summary>
    public required DateTime TakenAt { get; init; }

    /// <summary>Why voiding was proposed; null when it was not.</summary>
    public string? VoidReason { get; set; }

    /// <summary>Registry clerk who proposed voiding.</summary>
    public Guid? VoidProposedBy { get; set; }

    /// <summary>When it was proposed.</summary>
    public DateTime? VoidProposedAt { get; set; }

    /// <summary>Chief of Office who agreed.</summary>
    public Guid? VoidedBy { get; set; }

    /// <summary>When the number was voided; null while it stands.</summary>
    public DateTime? VoidedAt { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }
}

internal sealed class NumberingTables : IEntityTypeConfiguration<RegisterSeries>, IEntityTypeConfiguration<RegisterNumber>
{
    public void Configure(EntityTypeBuilder<RegisterSeries> builder)
    {
        builder.ToTable("RegisterSeries");
        builder.Property(series => series.Version).IsConcurrencyToken();
        builder.HasIndex(series => new { series.OrganSymbol, series.TypeCode, series.Term }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RegisterNumber> builder)
    {
        builder.ToTable("RegisterNumbers");
        builder.HasKey(number => new { number.SeriesId, number.N });
        builder.Property(number => number.Version).IsConcurrencyToken();
        builder.HasIndex(number => number.DirectiveId).IsUnique();
        builder.HasOne<RegisterSeries>().WithMany().HasForeignKey(number => number.SeriesId);
        builder.HasOne<Directive>().WithMany().HasForeignKey(number => number.DirectiveId);
    }
}
