using Microsoft.AspNetCore.Diagnostics;
using Workflow.Web.Api;

namespace Workflow.Web.Edge;

/// <summary>What somebody is told whose request ended before any rule of the office was asked: by status, the same for pages and the API.</summary>
/// <param name="Vietnamese">What happened and what to do.</param>
/// <param name="English">The same in English.</param>
internal sealed record EdgeAnswer(string Vietnamese, string English)
{
    private static readonly Dictionary<int, EdgeAnswer> ByStatus = new()
    {
        [StatusCodes.Status400BadRequest] = new(
            "Yêu cầu không hợp lệ nên chưa có gì được ghi. Hãy tải lại trang rồi làm lại.",
            "The request is not valid; nothing was recorded. Load the page again and repeat."),
        [StatusCodes.Status401Unauthorized] = new("Cần đăng nhập.", "Sign in first."),
        [StatusCodes.Status403Forbidden] = new(
            "Yêu cầu này không được phép nên chưa có gì được ghi.", "This request is not allowed; nothing was recorded."),
        [StatusCodes.Status404NotFound] = new("Không tìm thấy nội dung này.", "There is no such thing here."),
        [StatusCodes.Status405MethodNotAllowed] = new("Địa chỉ này không nhận kiểu yêu cầu đó.", "This address does not take that method."),
        [StatusCodes.Status408RequestTimeout] = new(
            "Yêu cầu gửi quá chậm nên bị dừng. Hãy thử lại.", "The request came too slowly and was stopped. Try again."),
        [StatusCodes.Status413PayloadTooLarge] = new(
            "Nội dung gửi lên lớn hơn mức cho phép nên chưa có gì được ghi.", "What was sent is larger than is accepted; nothing was recorded."),
        [StatusCodes.Status415UnsupportedMediaType] = new("Không nhận kiểu nội dung này.", "This type of content is not accepted."),
        [StatusCodes.Status429TooManyRequests] = new(
            "Quá nhiều yêu cầu trong thời gian ngắn. Hãy đợi một phút rồi thử lại.", "Too many requests in a short time. Wait a minute, then try again."),
        [StatusCodes.Status501NotImplemented] = new("Kiểu yêu cầu này không có.", "There is no such method."),
    };

    private static readonly EdgeAnswer Defect = new(
        "Chương trình gặp lỗi; việc đang làm chưa được ghi. Nếu lặp lại, hãy báo quản trị.",
        "The program failed; what you were doing was not recorded. If it happens again, tell the administrator.");

    public static EdgeAnswer Of(int status) => ByStatus.GetValueOrDefault(status, Defect);

    /// <summary>Ends the request: a problem for the API; for pages only the status, the page for it is put in its place further out.</summary>
    public static Task EndAsync(HttpContext context, int status)
    {
        if (ApiSetup.IsApi(context.Request))
        {
            var words = Of(status);
            return Results.Problem(statusCode: status, title: words.Vietnamese, detail: words.English, type: $"urn:workflow:http-{status}").ExecuteAsync(context);
        }

        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    /// <summary>204: there is nothing to say.</summary>
    public static Task NothingAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    /// <summary>Whether this is the second pass of a request, which only shows the page for its status.</summary>
    public static bool IsShown(HttpContext context) => context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
}
