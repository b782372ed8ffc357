using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Dissemination;

namespace Workflow.Directives.Acknowledgment;

/// <summary>How strongly an acknowledgment is evidenced.</summary>
public enum EvidenceLevel
{
    /// <summary>By the link in the notice, with a typed name.</summary>
    Link,

    /// <summary>By a signed-in clerk of the unit.</summary>
    SignedIn,

    /// <summary>Entered by the registry from paper or telephone, with a reason.</summary>
    EnteredByRegistry,
}

/// <summary>A unit's receipt: a named person took the document into the unit's register. First time kept.</summary>
public sealed class Acknowledgment
{
    /// <summary>Key: the delivery; one receipt each.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>Name as typed.</summary>
    public required string Name { get; init; }

    /// <summary>Position as typed.</summary>
    public required string Position { get; init; }

    /// <summary>Số đến: number in the unit's register of incoming documents.</summary>
    public required string ArrivalNumber { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Whether it came after the time set. A fact of that moment, kept.</summary>
    public required bool Late { get; init; }

    /// <summary>How it is evidenced.</summary>
    public required EvidenceLevel Evidence { get; init; }

    /// <summary>Signed-in person, or the registry clerk who entered it; null by link.</summary>
    public Guid? PersonId { get; init; }

    /// <summary>For entries by the registry: what it rests on.</summary>
    public string? Basis { get; init; }
}

/// <summary>A unit's refusal to take the document (02): sent wrongly, incomplete, unreadable.</summary>
public sealed class ReceiptRefusal
{
    /// <summary>Key: the delivery.</summary>
    public required Guid DeliveryId { get; init; }

    /// <summary>Name as typed.</summary>
    public required string Name { get; init; }

    /// <summary>Position as typed.</summary>
    public required string Position { get; init; }

    /// <summary>Why.</summary>
    public required string Reason { get; init; }

    /// <summary>When, UTC.</summary>
    public required DateTime At { get; init; }

    /// <summary>Signed-in person; null by link.</summary>
    public Guid? PersonId { get; init; }
}

internal sealed class AcknowledgmentTables : IEntityTypeConfiguration<Acknowledgment>, IEntityTypeConfiguration<ReceiptRefusal>
{
    public void Configure(EntityTypeBuilder<Acknowledgment> builder)
    {
        builder.ToTable("Acknowledgments");
        builder.HasKey(receipt => receipt.DeliveryId);
        builder.HasOne<Delivery>().WithOne().HasForeignKey<Acknowledgment>(receipt => receipt.DeliveryId);
    }

    public void Configure(EntityTypeBuilder<ReceiptRefusal> builder)
    {
        builder.ToTable("ReceiptRefusals");
        builder.HasKey(refusal => refusal.DeliveryId);
        builder.HasOne<Delivery>().WithOne().HasForeignKey<ReceiptRefusal>(refusal => refusal.DeliveryId);
    }
}
