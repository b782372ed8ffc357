using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.Data;

/// <summary>An answered POST, kept so that the same key gets the same answer (draft-ietf-httpapi-idempotency-key-header).</summary>
public sealed class IdempotentRequest
{
    /// <summary>Who sent it and the key he chose.</summary>
    public required string Key { get; init; }

    /// <summary>SHA-256 of method, path and body.</summary>
    public required string RequestHash { get; init; }

    /// <summary>When it was first done.</summary>
    public required DateTime At { get; init; }

    /// <summary>HTTP status answered; null when the process ended between the act and the answer.</summary>
    public int? Status { get; set; }

    /// <summary>Body answered.</summary>
    public string? Body { get; set; }

    /// <summary>Location header answered.</summary>
    public string? Location { get; set; }
}

internal sealed class IdempotentRequestTable : IEntityTypeConfiguration<IdempotentRequest>
{
    public void Configure(EntityTypeBuilder<IdempotentRequest> builder)
    {
        builder.ToTable("IdempotentRequests");
        builder.HasKey(request => request.Key);
    }
}
