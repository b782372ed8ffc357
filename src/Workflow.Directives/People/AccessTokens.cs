using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;

namespace Workflow.Directives.People;

/// <summary>A person makes a key for the API. It is shown once; only its hash is kept.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class IssueApiToken(WorkflowDb db, TimeProvider time)
{
    /// <summary>Longest a token lives, and how long when nothing is said.</summary>
    public const int LongestDays = 365;

    private const int Bytes = 32;
    private const int PrefixLength = 9;

    /// <summary>Hash under which a token is looked up: SHA-256, lower-case hexadecimal.</summary>
    /// <param name="token">The token.</param>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>Makes a token for the actor himself, with which he may do all he may.</summary>
    /// <param name="actor">Whose token.</param>
    /// <param name="name">What he calls it.</param>
    /// <param name="days">Days it lives, 1 to 365.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The token, for the only time.</returns>
    public Task<Result<string>> RunAsync(Actor actor, string? name, int days, CancellationToken ct) => RunAsync(actor, name, days, TokenScope.Act, ct);

    /// <summary>Makes a token for the actor himself.</summary>
    /// <param name="actor">Whose token.</param>
    /// <param name="name">What he calls it.</param>
    /// <param name="days">Days it lives, 1 to 365.</param>
    /// <param name="scope">What may be done with it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The token, for the only time.</returns>
    public Task<Result<string>> RunAsync(Actor actor, string? name, int days, TokenScope scope, CancellationToken ct) => db.OnceAsync<string>(async () =>
    {
        if (actor.PersonId is not { } person)
        {
            return Refusals.NotAllowed("tạo khóa truy cập", "make an access token");
        }

        if (Field.Clean(name, Field.NameLength) is not { } called || days is < 1 or > LongestDays)
        {
            return Refusals.Field("Tên khóa (thời hạn 1–365 ngày)", "Name of the token (1–365 days)", Field.NameLength);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var token = $"wf_{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes))}";
        db.Add(new ApiToken
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            PersonId = person,
            Name = called,
            Hash = Hash(token),
            Prefix = token[..PrefixLength],
            Scope = scope,
            CreatedAt = now,
            ExpiresAt = now.AddDays(days),
        });
        db.Record(now, actor, null, "token.issued", null, null, $"{called} ({scope})");
        await db.SaveChangesAsync(ct);
        return token;
    });
}

/// <summary>A person ends one of his keys.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class RevokeApiToken(WorkflowDb db, TimeProvider time)
{
    /// <summary>Revokes a token of the actor.</summary>
    /// <param name="actor">Whose token.</param>
    /// <param name="tokenId">Which.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<ApiToken>> RunAsync(Actor actor, Guid tokenId, CancellationToken ct) => db.OnceAsync<ApiToken>(async () =>
    {
        if (await db.Set<ApiToken>().SingleOrDefaultAsync(one => one.Id == tokenId && one.PersonId == actor.PersonId, ct) is not { } token)
        {
            return Refusals.NotVisible;
        }

        var now = time.GetUtcNow().UtcDateTime;
        token.RevokedAt ??= now;
        db.Record(now, actor, null, "token.revoked", null, null, token.Name);
        await db.SaveChangesAsync(ct);
        return token;
    });
}
