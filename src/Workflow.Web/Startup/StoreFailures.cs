using System.Data.Common;
using Microsoft.EntityFrameworkCore;

namespace Workflow.Web.Startup;

/// <summary>A database that cannot answer is 503 with a sentence, never a half-done act or a stack trace.</summary>
internal sealed class StoreFailures(RequestDelegate next, ILogger<StoreFailures> logger)
{
    private const int RetryAfterSeconds = 10;

    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context);
        }
        catch (Exception failure) when (FromStore(failure) && !context.Response.HasStarted)
        {
            logger.LogError("The database failed: {Kind} {Message}", failure.GetBaseException().GetType().Name, failure.GetBaseException().Message);
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            await Results.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: "Hệ thống lưu trữ đang bận hoặc gặp lỗi; thao tác chưa được ghi. Hãy thử lại sau ít phút.",
                detail: "The store is busy or failing; nothing was recorded. Try again in a few minutes.",
                type: "urn:workflow:store-failed").ExecuteAsync(context);
        }
    }

    private static bool FromStore(Exception failure) =>
        failure is DbException or DbUpdateException || (failure.InnerException is { } inner && FromStore(inner));
}
