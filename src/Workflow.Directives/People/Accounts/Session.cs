using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.People.Accounts;

/// <summary>Somebody signed in at one browser. The browser holds only a random secret; everything else is here, and ends here.</summary>
public sealed class Session
{
    /// <summary>How long a session lasts without a request.</summary>
    public static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>How long it lasts at most.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    /// <summary>Key; not secret.</summary>
    public required Guid Id { get; init; }

    /// <summary>SHA-256 of the secret in the browser, lower-case hexadecimal. Another one after each fresh proof of identity.</summary>
    public required string Hash { get; set; }

    /// <summary>Who is signed in.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it began, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was last used, UTC, to the minute.</summary>
    public required DateTime LastSeenAt { get; set; }

    /// <summary>When it ended; null while it works.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>Why it ended: one of <see cref="SessionEnd"/>.</summary>
    public SessionEnd? EndedWhy { get; set; }

    /// <summary>Program and system as its person recognises them, e.g. "Firefox, Windows"; no version, no address.</summary>
    public required string Device { get; init; }

    /// <summary>Roles held at sign-in, parted by commas. Losing one of them ends the session.</summary>
    public required string Roles { get; init; }
}

/// <summary>Why a session ended.</summary>
public enum SessionEnd
{
    /// <summary>Its person signed out there.</summary>
    SignedOut,

    /// <summary>Its person ended it from elsewhere.</summary>
    Ended,

    /// <summary>Somebody signed in anew in the same browser.</summary>
    Replaced,

    /// <summary>Thirty minutes without a request.</summary>
    Idle,

    /// <summary>Twelve hours.</summary>
    Expired,

    /// <summary>The password was set or another proof changed.</summary>
    ProofChanged,

    /// <summary>The account was closed or reset.</summary>
    Closed,

    /// <summary>The person lost a role held at sign-in.</summary>
    RoleLost,
}

internal sealed class SessionTable : IEntityTypeConfiguration<Session>
{
    private const int HashLength = 64;

    public void Configure(EntityTypeBuilder<Session> builder)
    {
        builder.ToTable("Sessions");
        builder.Property(session => session.Hash).HasMaxLength(HashLength);
        builder.HasIndex(session => session.Hash).IsUnique();
        builder.HasIndex(session => session.PersonId);
        builder.HasOne<Person>().WithMany().HasForeignKey(session => session.PersonId).OnDelete(DeleteBehavior.Restrict);
    }
}
