using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Workflow.Web.Rights;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Shared;

/// <summary>Lets the visitor in before a page runs, or shows him the way to the sign-in; and puts the frame around the page.</summary>
/// <param name="current">Who is signed in.</param>
/// <param name="visit">The visit.</param>
/// <param name="frames">Builds the frame.</param>
/// <param name="proof">Asks for a fresh proof of identity where the act wants one.</param>
internal sealed class VisitFilter(CurrentActor current, Visit visit, Frames frames, FreshProof proof) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var request = context.HttpContext.Request;
        if (await current.GetAsync(context.HttpContext.RequestAborted) is { } actor)
        {
            visit.Enter(actor);
        }
        else if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<IAllowAnonymous>() is null)
        {
            context.Result = new LocalRedirectResult(
                HttpMethods.IsGet(request.Method) ? "/sign-in" + QueryString.Create("back", request.Path + request.QueryString) : "/sign-in");
            return;
        }

        if (context.HandlerInstance is PageModel page && !request.Headers.ContainsKey("X-Fragment"))
        {
            page.ViewData["Frame"] = await frames.OfAsync(context.HttpContext.RequestAborted);
        }

        if (context.HandlerInstance is VisitedPage visited && await proof.OfFormAsync(context.HttpContext) is { } refusal)
        {
            context.Result = await visited.AgainAsync(refusal);
            return;
        }

        await next();
    }
}
