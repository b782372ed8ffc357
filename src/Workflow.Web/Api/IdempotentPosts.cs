using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;

namespace Workflow.Web.Api;

/// <summary>
/// Every POST of the API carries an <c>Idempotency-Key</c>. The key is saved together with the act; the same key gets the same
/// answer and a different request under it is refused (draft-ietf-httpapi-idempotency-key-header).
/// </summary>
internal sealed class IdempotentPosts(RequestDelegate next)
{
    private const string Header = "Idempotency-Key";
    private const int LongestKey = 100;
    private const int LongestBody = 2 * 1024 * 1024;

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
        if (!HttpMethods.IsPost(context.Request.Method) || !context.Request.Path.StartsWithSegments("/api"))
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

        var who = context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.Request.Path.Value;
        var known = await db.Set<IdempotentRequest>().AsNoTracking().SingleOrDefaultAsync(one => one.Key == $"{who} {key}", context.RequestAborted);
        if (known is not null)
        {
            await RepeatAsync(context, known, hash);
            return;
        }

        await FirstAsync(context, db, new IdempotentRequest { Key = $"{who} {key}", RequestHash = hash, At = time.GetUtcNow().UtcDateTime });
    }

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
        request.EnableBuffering(bufferLimit: LongestBody);
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
        db.Companion = request;
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
            await db.SaveChangesAsync(CancellationToken.None);
        }

        answer.Position = 0;
        await answer.CopyToAsync(response, context.RequestAborted);
    }
}
