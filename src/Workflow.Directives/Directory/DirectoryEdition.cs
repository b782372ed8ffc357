using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;

namespace Workflow.Directives.Directory;

/// <summary>
/// The one row that every change of the directory counts up, so that of two administrators who change it at once one is told to look again.
/// </summary>
public sealed class DirectoryEdition : IVersioned
{
    /// <summary>Key of the only row.</summary>
    public const int Only = 1;

    /// <summary>Key; always <see cref="Only"/>.</summary>
    public int Id { get; init; }

    /// <inheritdoc />
    public long Version { get; set; }

    /// <summary>When the directory was last changed, UTC; null while it is as it was set up.</summary>
    public DateTime? ChangedAt { get; set; }
}

internal sealed class DirectoryEditionMapping : IEntityTypeConfiguration<DirectoryEdition>
{
    public void Configure(EntityTypeBuilder<DirectoryEdition> builder)
    {
        builder.ToTable("DirectoryEditions");
        builder.Property(edition => edition.Id).ValueGeneratedNever();
        builder.Property(edition => edition.Version).IsConcurrencyToken();
        builder.HasData(new DirectoryEdition { Id = DirectoryEdition.Only });
    }
}
