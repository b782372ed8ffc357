using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;
using Workflow.Directives.Issuing;

namespace Workflow.Directives.Dissemination;

/// <summary>Where one unit's copy stands; the two digits are the status codes of inter-office exchange (QĐ 28/2018 practice).</summary>
public enum DeliveryStatus
{
    /// <summary>Chờ gửi.</summary>
    Waiting,

    /// <summary>Đã gửi: the mail server took the notice.</summary>
    Sent,

    /// <summary>Gửi lỗi: the mail server refused the address or gave up.</summary>
    SendFailed,

    /// <summary>01 Đã đến: opened by a signed-in clerk of the unit who has not acted yet.</summary>
    Arrived,

    /// <summary>02 Từ chối tiếp nhận, with a reason.</summary>
    Refused,

    /// <summary>03 Đã tiếp nhận.</summary>
    Accepted,

    /// <summary>04 Phân công.</summary>
    Assigned,

    /// <summary>05 Đang xử lý.</summary>
    InProgress,

    /// <summary>06 Hoàn thành.</summary>
    Completed,
}

/// <summary>One unit's copy of one issued directive.</summary>
public sealed class Delivery : IVersioned
{
    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>The issue it belongs to.</summary>
    public required Guid IssuanceId { get; init; }

    /// <summary>The directive.</summary>
    public required Guid DirectiveId { get; init; }

    /// <summary>The unit.</summary>
    public required Guid UnitId { get; init; }

    /// <summary>Its name on the day of issue.</summary>
    public required string UnitName { get; init; }

    /// <summary>Order on the frozen list, from 1.</summary>
    public required int Order { get; init; }

    /// <summary>The printed lines that name the unit, one a line.</summary>
    public required string Reasons { get; init; }

    /// <summary>Where it stands.</summary>
    public DeliveryStatus Status { get; set; }

    /// <summary>When the mail server took the notice.</summary>
    public DateTime? SentAt { get; set; }

    /// <summary>What the mail server last said.</summary>
    public string? LastReply { get; set; }

    /// <summary>When this unit must have acknowledged, UTC.</summary>
    public required DateTime DueAt { get; init; }

    /// <summary>Why the office no longer waits for this unit; null while it does.</summary>
    public string? ExcusedBecause { get; set; }

    /// <summary>Who excused it.</summary>
    public Guid? ExcusedBy { get; set; }

    /// <inheritdoc />
    public long Version { get; set; }

    /// <summary>Whether the office still waits for an answer of this unit.</summary>
    public bool Awaited => ExcusedBecause is null
        && Status is DeliveryStatus.Waiting or DeliveryStatus.Sent or DeliveryStatus.SendFailed or DeliveryStatus.Arrived;
}

internal sealed class DeliveryTable : IEntityTypeConfiguration<Delivery>
{
    public void Configure(EntityTypeBuilder<Delivery> builder)
    {
        builder.ToTable("Deliveries");
        builder.Ignore(delivery => delivery.Awaited);
        builder.Property(delivery => delivery.Version).IsConcurrencyToken();
        builder.HasIndex(delivery => new { delivery.IssuanceId, delivery.UnitId }).IsUnique();
        builder.HasIndex(delivery => new { delivery.UnitId, delivery.Status });
        builder.HasIndex(delivery => delivery.DirectiveId);
        builder.HasOne<Issuance>().WithMany().HasForeignKey(delivery => delivery.IssuanceId);
    }
}
