using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Directory;

/// <summary>A mailbox that receives for a unit, and the person behind it.</summary>
public sealed class UnitContact
{
    /// <summary>Key.</summary>
    public Guid Id { get; init; }

    /// <summary>The unit received for.</summary>
    public Guid UnitId { get; init; }

    /// <summary>1 is written to first, 2 when the first does not answer. Unique within the unit.</summary>
    public int Order { get; set; }

    /// <summary>Full name of the person.</summary>
    public required string Name { get; set; }

    /// <summary>Position in Vietnamese, e.g. "Văn thư".</summary>
    public required string Position { get; set; }

    /// <summary>Address (RFC 5321 mailbox), ASCII, lower case.</summary>
    public required string Email { get; set; }

    /// <summary>Telephone as written by the unit, or null.</summary>
    public string? Phone { get; set; }

    /// <summary>When the address was entered or last confirmed, UTC.</summary>
    public DateTime UpdatedAt { get; set; }
}

internal sealed class UnitContactMapping : IEntityTypeConfiguration<UnitContact>
{
    public void Configure(EntityTypeBuilder<UnitContact> builder)
    {
        builder.ToTable("UnitContacts");
        builder.Property(contact => contact.Id).ValueGeneratedNever();
        builder.HasIndex(contact => new { contact.UnitId, contact.Order }).IsUnique();
        builder.Property(contact => contact.Name).HasMaxLength(120);
        builder.Property(contact => contact.Position).HasMaxLength(120);
        builder.Property(contact => contact.Email).HasMaxLength(254);
        builder.Property(contact => contact.Phone).HasMaxLength(40);
    }
}
