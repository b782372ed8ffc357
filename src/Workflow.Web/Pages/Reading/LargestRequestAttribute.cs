using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Workflow.Directives.Documents.Files;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Reading;

/// <summary>
/// Turns an upload away by its announced size, before anything of it is read. A little more than the largest file passes, so that
/// the page itself can say what is wrong with most files that are too large.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class LargestRequestAttribute : Attribute, IAuthorizationFilter, IOrderedFilter
{
    public const int Bytes = SourceFileReader.LargestFile + (8 * 1_048_576);

    /// <summary>Ahead of the filters that read the form: its limits (900) and the anti-forgery check (1000).</summary>
    public int Order => 100;

    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (context.HttpContext.Request.ContentLength > Bytes)
        {
            context.Result = new ContentResult
            {
                StatusCode = StatusCodes.Status413PayloadTooLarge,
                ContentType = "text/plain; charset=utf-8",
                Content = Visit.Sentence(FileRefusals.TooLarge),
            };
        }
    }
}
