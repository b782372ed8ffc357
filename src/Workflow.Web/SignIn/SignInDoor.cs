using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Lets people in and out. Whoever calls it has seen a proof, but for one click as a sample person.</summary>
internal sealed class SignInDoor(WorkflowDb db, Sessions sessions, SessionCookie cookie, SampleMode sample, TimeProvider time)
{
    /// <summary>Signs in as a sample person. Outside sample mode nobody gets in this way.</summary>
    /// <returns>Whether the person is signed in.</returns>
    public async Task<bool> SignInAsync(HttpContext context, Guid personId) =>
        sample.On && await EnterAsync(context, personId, "sample");

    /// <summary>Begins a session; one that the browser had ends.</summary>
    /// <param name="way">How the person proved himself.</param>
    /// <returns>Whether the account is open.</returns>
    public async Task<bool> EnterAsync(HttpContext context, Guid personId, string way)
    {
        if (await db.FindActorAsync(personId, time.GetUtcNow().UtcDateTime, context.RequestAborted) is not { } actor)
        {
            return false;
        }

        var device = BrowserName.Of(context.Request.Headers.UserAgent.ToString());
        cookie.Write(context, await sessions.BeginAsync(actor, device, way, SessionScheme.SessionOf(context.User), context.RequestAborted));
        return true;
    }

    /// <summary>Signs out.</summary>
    public async Task SignOutAsync(HttpContext context)
    {
        if (SessionScheme.SessionOf(context.User) is { } id)
        {
            await sessions.EndAsync(Guid.Parse(context.User.FindFirst(System.Security.Claims.ClaimTypes.NameIdentifier)!.Value), id, SessionEnd.SignedOut, context.RequestAborted);
        }

        cookie.Delete(context);
    }
}
