using System.Data.Common;
using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;

namespace Workflow.Web.Api;

/// <summary>Marks a POST that only answers: nothing is stored, so repeating it needs no key.</summary>
internal sealed class StoresNothing;

/// <summary>
/// Every POST of the API that stores anything carries an <c>Idempotency-Key</c>. The key is saved together with the act; the same key gets the same
/// answer and a different request under it is refused (draft-ietf-httpapi-idempotency-key-header).
/// </summary>
internal sealed class IdempotentPosts(RequestDelegate next, ILogger<IdempotentPosts> logger)
{
    public const string Header = "Idempotency-Key";
    private const int LongestKey = 100;
    private const int LongestBody = 2 * 1024 * 1024;
    private const int Stripes = 64;

    // Two requests under one key at once: the second waits and gets the first one's answer. Striped, because keys come and go.
    private static readonly SemaphoreSlim[] Turns = [.. Enumerable.Range(0, Stripes).Select(_ => new SemaphoreSlim(1, 1))];

    private static readonly Refusal Missing = new(
        RefusalKind.Invalid,
        "idempotency.key-missing",
        $"Thiếu tiêu đề {Header} (1–{LongestKey} ký tự). Mỗi lần POST cần một khóa riêng; gửi lại cùng việc thì dùng lại khóa cũ.",
        $"The header {Header} is missing (1 to {LongestKey} characters). Each POST needs a key of its own; repeat the key to repeat the request.");

    private static readonly Refusal OtherRequest = new(
        RefusalKind.Invalid,
        "idempotency.other-request",
        "Khóa này đã dùng cho một yêu cầu khác.",
        "This key was used for another request.");

    private static readonly Refusal AnswerLost = new(
        RefusalKind.Conflict,
        "idempotency.answer-lost",
        "Việc này đã thực hiện nhưng câu trả lời bị mất. Hãy xem lại văn bản.",
        "This was done, but its answer was lost. Read the document to see the result.");

    public async Task InvokeAsync(HttpContext context, WorkflowDb db, TimeProvider time)
    {
        var isAct = HttpMethods.IsPost(context.Request.Method) && context.Request.Path.StartsWithSegments("/api");
        if (!isAct || context.GetEndpoint()?.Metadata.GetMetadata<StoresNothing>() is not null)
        {
            await next(context);
            return;
        }

        var key = context.Request.Headers[Header].ToString();
        if (key.Length is 0 or > LongestKey)
        {
            await Answer.Refused(Missing).ExecuteAsync(context);
            return;
        }

        if (await HashAsync(context.Request) is not { } hash)
        {
            await Results.Problem(statusCode: StatusCodes.Status413PayloadTooLarge).ExecuteAsync(context);
            return;
        }

        var whole = $"{WhoAsks(context)} {key}";
        var turn = Turns[(uint)string.GetHashCode(whole, StringComparison.Ordinal) % Stripes];
        await turn.WaitAsync(context.RequestAborted);
        try
        {
            var known = await db.Set<IdempotentRequest>().AsNoTracking().SingleOrDefaultAsync(one => one.Key == whole, context.RequestAborted);
            await (known is not null
                ? RepeatAsync(context, known, hash)
                : FirstAsync(context, db, new IdempotentRequest { Key = whole, RequestHash = hash, At = time.GetUtcNow().UtcDateTime }));
        }
        finally
        {
            turn.Release();
        }
    }

    // Without an account the path stands for the caller; it holds the secret of a link, so only its hash is kept.
    private static string WhoAsks(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier)
        ?? Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(context.Request.Path.Value ?? "")));

    private static async Task RepeatAsync(HttpContext context, IdempotentRequest known, string hash)
    {
        if (known.RequestHash != hash || known.Status is null)
        {
            await Answer.Refused(known.RequestHash != hash ? OtherRequest : AnswerLost).ExecuteAsync(context);
            return;
        }

        context.Response.Headers.Location = known.Location;
        await Results.Text(known.Body, "application/json; charset=utf-8", Encoding.UTF8, known.Status).ExecuteAsync(context);
    }

    private static async Task<string?> HashAsync(HttpRequest request)
    {
        // Kept in memory whole: a text that is refused for a secrecy mark must not touch the disk on its way.
        request.EnableBuffering(bufferThreshold: LongestBody, bufferLimit: LongestBody);
        using var body = new MemoryStream();
        try
        {
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
        }
        catch (IOException)
        {
            return null;
        }

        request.Body.Position = 0;
        var head = Encoding.UTF8.GetBytes($"{request.Method} {request.Path}\n");
        return Convert.ToHexStringLower(SHA256.HashData([.. head, .. body.ToArray()]));
    }

    private async Task FirstAsync(HttpContext context, WorkflowDb db, IdempotentRequest request)
    {
        db.Companions.Add(request);
        var (response, answer) = (context.Response.Body, new MemoryStream());
        context.Response.Body = answer;
        try
        {
            await next(context);
        }
        finally
        {
            context.Response.Body = response;
        }

        // Saved with the act, or not at all: a refusal leaves no key behind and may be tried again.
        if (db.Entry(request).State == EntityState.Unchanged)
        {
            (request.Status, request.Body, request.Location) =
                (context.Response.StatusCode, Encoding.UTF8.GetString(answer.ToArray()), context.Response.Headers.Location);
            await KeepAnswerAsync(db);
        }

        answer.Position = 0;
        await answer.CopyToAsync(response, context.RequestAborted);
    }

    private async Task KeepAnswerAsync(WorkflowDb db)
    {
        try
        {
            await db.SaveChangesAsync(CancellationToken.None);
        }
        catch (Exception failure) when (failure is DbException or DbUpdateException)
        {
            // The act stands and its answer goes out now; who repeats the key is told that the answer was lost.
            logger.LogError("The answer of a finished request could not be kept: {Message}", failure.GetBaseException().Message);
        }
    }
}
