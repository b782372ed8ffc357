using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Accounts;

/// <summary>A challenge that was answered once and is not taken again. Challenges themselves are not kept: each carries its own protected state.</summary>
public sealed class UsedTicket
{
    /// <summary>SHA-256 of the ticket, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>When it would have expired anyway, UTC; the row goes after that.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>Uses a ticket up.</summary>
    /// <param name="db">The store.</param>
    /// <param name="ticket">The ticket, known to be ours and in time.</param>
    /// <param name="expiresAt">When it expires, UTC.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was not used before.</returns>
    public static async Task<bool> UseAsync(WorkflowDb db, string ticket, DateTime expiresAt, DateTime now, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Set<UsedTicket>().Where(one => one.ExpiresAt < now).ExecuteDeleteAsync(ct);
        var hash = IssueApiToken.Hash(ticket);
        return await db.Database.ExecuteSqlAsync($"INSERT OR IGNORE INTO UsedTickets (Hash, ExpiresAt) VALUES ({hash}, {expiresAt})", ct) == 1;
    }
}

internal sealed class UsedTicketTable : IEntityTypeConfiguration<UsedTicket>
{
    public void Configure(EntityTypeBuilder<UsedTicket> builder)
    {
        builder.ToTable("UsedTickets");
        builder.HasKey(ticket => ticket.Hash);
    }
}
