using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;

namespace Workflow.Web.Startup;

/// <summary>A database that cannot answer, or a kept paper that is damaged, is 503 with a sentence, never a half-done act or a stack trace.</summary>
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
            logger.LogError("The store failed: {Kind} {Message}", failure.GetBaseException().GetType().Name, failure.GetBaseException().Message);
            var damaged = failure is DamagedFileException;
            context.Response.Clear();
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = $"{RetryAfterSeconds}";
            await Results.Problem(
                statusCode: StatusCodes.Status503ServiceUnavailable,
                title: damaged
                    ? "Bản điện tử đã lưu bị mất hoặc đã thay đổi; thao tác chưa được ghi. Hãy báo quản trị khôi phục từ bản sao lưu."
                    : "Hệ thống lưu trữ đang bận hoặc gặp lỗi; thao tác chưa được ghi. Hãy thử lại sau ít phút.",
                detail: damaged
                    ? "The kept paper is missing or has changed; nothing was recorded. Have it restored from the backup."
                    : "The store is busy or failing; nothing was recorded. Try again in a few minutes.",
                type: damaged ? "urn:workflow:paper-damaged" : "urn:workflow:store-failed").ExecuteAsync(context);
        }
    }

    private static bool FromStore(Exception failure) =>
        failure is DbException or DbUpdateException or DamagedFileException || (failure.InnerException is { } inner && FromStore(inner));
}
