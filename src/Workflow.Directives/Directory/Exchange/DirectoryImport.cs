using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Directory.Changes;

namespace Workflow.Directives.Directory.Exchange;

/// <summary>A file somebody brought for a list of the directory: its rows as read, waiting for the preview to be agreed to.</summary>
public sealed class DirectoryImport
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The list it is for.</summary>
    public required DirectorySheet Sheet { get; init; }

    /// <summary>Name of the file, for people.</summary>
    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file, lower-case hexadecimal.</summary>
    public required string FileHash { get; init; }

    /// <summary>The rows as read, JSON.</summary>
    public required string Rows { get; init; }

    /// <summary>Cells and rows that cannot be used, JSON; the import is not applied while there are any.</summary>
    public required string Problems { get; init; }

    /// <summary>Who brought it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>When it was applied, UTC; null while it was not.</summary>
    public DateTime? AppliedAt { get; set; }
}

internal sealed class DirectoryImportMapping : IEntityTypeConfiguration<DirectoryImport>
{
    public void Configure(EntityTypeBuilder<DirectoryImport> builder)
    {
        builder.ToTable("DirectoryImports");
        builder.Property(one => one.FileName).HasMaxLength(Field.NameLength);
        builder.Property(one => one.AppliedAt).IsConcurrencyToken();
    }
}
