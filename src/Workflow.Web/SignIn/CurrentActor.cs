using System.Security.Claims;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Web.SignIn;

/// <summary>Who is asking, with the roles of this moment: a disabled account or an ended role counts at once.</summary>
internal sealed class CurrentActor(IHttpContextAccessor http, WorkflowDb db, TimeProvider time)
{
    private bool looked;
    private Actor? actor;

    /// <summary>The actor, or null when nobody is signed in or the account is closed.</summary>
    public async Task<Actor?> GetAsync(CancellationToken ct)
    {
        if (!looked && http.HttpContext?.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id)
        {
            actor = await db.FindActorAsync(Guid.Parse(id), time.GetUtcNow().UtcDateTime, ct);
        }

        looked = true;
        return actor;
    }
}
