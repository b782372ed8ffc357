using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Web.SignIn;

/// <summary>The ways in: one click as a sample person, or a one-time code made by the operator.</summary>
internal sealed class SignInDoor(WorkflowDb db, SampleMode sample, TimeProvider time)
{
    /// <summary>Signs in as a sample person. Outside sample mode nobody gets in this way.</summary>
    /// <returns>Whether the person is signed in.</returns>
    public async Task<bool> SignInAsync(HttpContext context, Guid personId)
    {
        if (!sample.On)
        {
            return false;
        }

        return await EnterAsync(context, personId);
    }

    /// <summary>Signs in with a one-time code.</summary>
    /// <returns>Whether the code was good.</returns>
    public async Task<bool> RedeemAsync(HttpContext context, string? code) =>
        code is { Length: > 0 and < 100 }
        && await SignInCode.RedeemAsync(db, code, time.GetUtcNow().UtcDateTime, context.RequestAborted) is { } person
        && await EnterAsync(context, person);

    /// <summary>Signs out.</summary>
    public static Task SignOutAsync(HttpContext context) => context.SignOutAsync(CookieAuthenticationDefaults.AuthenticationScheme);

    private async Task<bool> EnterAsync(HttpContext context, Guid personId)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.FindActorAsync(personId, now, context.RequestAborted) is not { } actor)
        {
            return false;
        }

        var identity = new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, personId.ToString())], CookieAuthenticationDefaults.AuthenticationScheme);
        await context.SignInAsync(CookieAuthenticationDefaults.AuthenticationScheme, new ClaimsPrincipal(identity));
        db.Record(now, actor, null, "person.signed-in", null);
        await db.SaveChangesAsync(context.RequestAborted);
        return true;
    }
}
