using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Workflow.Directives.Data;

namespace Workflow.Directives.People.Accounts;

/// <summary>A code on paper for who lost his authenticator. Works once; only its hash is kept, and the row goes with its use.</summary>
public sealed class RecoveryCode
{
    /// <summary>How many a person has.</summary>
    public const int Count = 10;

    private const int Bytes = 10;
    private const int GroupLength = 4;

    /// <summary>SHA-256 of the code in upper case without dashes, lower-case hexadecimal. 80 random bits need no slower one.</summary>
    public required string Hash { get; init; }

    /// <summary>Whose code.</summary>
    public required Guid AccountId { get; init; }

    /// <summary>Takes the place of all codes of an account, with what is saved next.</summary>
    /// <param name="db">Context of the act.</param>
    /// <param name="accountId">Whose.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The codes, for the only time.</returns>
    internal static async Task<IReadOnlyList<string>> ReplaceAsync(WorkflowDb db, Guid accountId, CancellationToken ct)
    {
        db.RemoveRange(await db.Set<RecoveryCode>().Where(one => one.AccountId == accountId).ToListAsync(ct));
        var codes = Enumerable.Range(0, Count).Select(_ => TimeCode.Text(RandomNumberGenerator.GetBytes(Bytes))).ToList();
        db.AddRange(codes.Select(code => new RecoveryCode { Hash = IssueApiToken.Hash(code), AccountId = accountId }));
        return [.. codes.Select(code => string.Join('-', code.Chunk(GroupLength).Select(part => new string(part))))];
    }

    /// <summary>Uses a code up.</summary>
    /// <param name="db">The store.</param>
    /// <param name="accountId">Whose it should be.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Whether it was one of the account's.</returns>
    public static async Task<bool> UseAsync(WorkflowDb db, Guid accountId, string typed, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        ArgumentNullException.ThrowIfNull(typed);
        var hash = IssueApiToken.Hash(new string([.. typed.Where(char.IsLetterOrDigit)]).ToUpperInvariant());
        return await db.Set<RecoveryCode>().Where(one => one.AccountId == accountId && one.Hash == hash).ExecuteDeleteAsync(ct) == 1;
    }
}

internal sealed class RecoveryCodeTable : IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.ToTable("RecoveryCodes");
        builder.HasKey(code => code.Hash);
        builder.HasOne<Account>().WithMany().HasForeignKey(code => code.AccountId);
    }
}
