using Workflow.Directives;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Api;
using Workflow.Web.SignIn;

namespace Workflow.Web.Rights;

/// <summary>
/// Stands behind signing in and before every page and API call: a door that the table of rights does not name lets nobody in, and whoever could
/// never use what is behind a door is told so there (403), before anything is looked for. What somebody may do with one thing is asked
/// again where the act is.
/// </summary>
internal sealed class DoorGate(RequestDelegate next, ILogger<DoorGate> logger)
{
    public async Task InvokeAsync(HttpContext context, CurrentActor current)
    {
        if (context.GetEndpoint() is RouteEndpoint endpoint && Doors.NameOf(context, endpoint) is { } door)
        {
            var actor = await current.GetAsync(context.RequestAborted);
            if (Refuse(door, actor) is { } refusal)
            {
                await RefuseAsync(context, refusal);
                Tell(context, door, actor);
                return;
            }

            await next(context);
            Tell(context, door, actor);
            return;
        }

        await next(context);
    }

    private static Refusal? Refuse(string door, Actor? actor)
    {
        if (!RightsTable.Current.Doors.TryGetValue(door, out var rights))
        {
            return Refusals.NotVisible;
        }

        return Array.Exists(rights, right => RightsTable.Current.EverAllows(actor, right)) ? null
            : actor?.PersonId is null ? SignedOut
            : ActorRights.Forbidden(rights[0]);
    }

    private static Refusal SignedOut { get; } = new(
        RefusalKind.StepUp, "signed-out", "Phiên làm việc đã kết thúc. Hãy đăng nhập lại.", "You are signed out. Sign in again.");

    private static async Task RefuseAsync(HttpContext context, Refusal refusal)
    {
        if (ApiSetup.IsApi(context.Request))
        {
            await Answer.Refused(refusal).ExecuteAsync(context);
            return;
        }

        if (refusal == SignedOut)
        {
            context.Response.Redirect("/sign-in");
            return;
        }

        context.Response.StatusCode = Answer.StatusOf(refusal.Kind);
    }

    // One line for each refusal, for whoever watches the office's security: which door, who, what came of it; nothing that was typed.
    private void Tell(HttpContext context, string door, Actor? actor)
    {
        if (context.Response.StatusCode is StatusCodes.Status401Unauthorized or StatusCodes.Status403Forbidden or StatusCodes.Status404NotFound)
        {
            logger.LogInformation(
                SecurityEvents.Refused, "Refused with {Status} at {Door} for {Person}", context.Response.StatusCode, door, actor?.PersonId?.ToString() ?? "nobody");
        }
    }
}

/// <summary>Numbers of the log entries that tell of security.</summary>
internal static class SecurityEvents
{
    /// <summary>Somebody was refused at a door.</summary>
    public static readonly EventId Refused = new(4030, "access.refused");
}
