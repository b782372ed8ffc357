using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People.Accounts;

namespace Workflow.Directives.People;

/// <summary>A one-time code with which somebody without a password sets one and is let in: the first time, or after his account was reset.</summary>
public sealed class SignInCode
{
    /// <summary>Minutes a code works.</summary>
    public const int Minutes = 30;

    private const int Bytes = 20;

    /// <summary>Key: SHA-256 of the code, lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Who signs in with it.</summary>
    public required Guid PersonId { get; init; }

    /// <summary>When it stops working.</summary>
    public required DateTime ExpiresAt { get; init; }

    /// <summary>When it was used; null while it works.</summary>
    public DateTime? UsedAt { get; set; }

    /// <summary>Makes a code for a person.</summary>
    /// <param name="db">The store.</param>
    /// <param name="email">The person's e-mail address.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The code, for the only time, or null when there is no such open account.</returns>
    public static async Task<string?> IssueAsync(WorkflowDb db, string email, DateTime now, CancellationToken ct)
    {
        if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Email == email && one.DisabledAt == null, ct) is not { } person)
        {
            return null;
        }

        var code = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));
        db.Add(new SignInCode { Hash = IssueApiToken.Hash(code), PersonId = person.Id, ExpiresAt = now.AddMinutes(Minutes) });
        db.Record(now, Actor.System, null, "sign-in-code.issued", null, null, person.FullName);
        await db.SaveChangesAsync(ct);
        return code;
    }

    /// <summary>A code that works, tracked: known, unused, in time, of an open account that has no password to enter with.</summary>
    /// <param name="db">The store.</param>
    /// <param name="code">What was typed.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<SignInCode?> FindAsync(WorkflowDb db, string? code, DateTime now, CancellationToken ct)
    {
        const int Longest = 100;
        var hash = IssueApiToken.Hash(code is { Length: < Longest } ? code.Trim() : "");
        return db.Set<SignInCode>().SingleOrDefaultAsync(
            one => one.Hash == hash && one.UsedAt == null && one.ExpiresAt > now
                && db.Set<Person>().Any(person => person.Id == one.PersonId && person.DisabledAt == null)
                && !db.Set<Account>().Any(account => account.Id == one.PersonId && account.PasswordHash != null),
            ct);
    }
}

internal sealed class SignInCodeTable : IEntityTypeConfiguration<SignInCode>
{
    public void Configure(EntityTypeBuilder<SignInCode> builder)
    {
        builder.ToTable("SignInCodes");
        builder.HasKey(code => code.Hash);

        // Of two uses at the same moment one comes too late.
        builder.Property(code => code.UsedAt).IsConcurrencyToken();
    }
}
