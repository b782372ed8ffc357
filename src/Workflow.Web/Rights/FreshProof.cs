using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;
using Workflow.Web.SignIn;

namespace Workflow.Web.Rights;

/// <summary>Asks for a fresh proof of identity at the doors whose right wants one (^ in the table), and records it with the act.</summary>
internal sealed class FreshProof(CurrentActor current, ConfirmIdentity identity, Confirmations confirmations, WorkflowDb db, TimeProvider time)
{
    /// <summary>Field of a form that carries the password.</summary>
    public const string PasswordField = "Proof.Password";

    /// <summary>Field of a form that carries a code of the authenticator.</summary>
    public const string CodeField = "Proof.Code";

    /// <summary>Why a form may not be carried out; null when it may.</summary>
    public async Task<Refusal?> OfFormAsync(HttpContext context)
    {
        if (await WantedAsync(context) is not (var actor, var right))
        {
            return null;
        }

        var form = context.Request.Form;
        if (await identity.RunAsync(actor, new IdentityProof(form[PasswordField], form[CodeField]), context.RequestAborted) is { } refusal)
        {
            return refusal;
        }

        await NoteAsync(context, actor, right);
        return null;
    }

    /// <summary>Why a call of the API may not be carried out; null when it may.</summary>
    public async Task<Refusal?> OfCallAsync(HttpContext context)
    {
        if (await WantedAsync(context) is not (var actor, var right))
        {
            return null;
        }

        if (!confirmations.Use(context.Request.Headers[Confirmations.Header], actor.PersonId!.Value, context.Request.Path, await BodyHashAsync(context.Request)))
        {
            return AccountRefusals.IdentityWanted;
        }

        await NoteAsync(context, actor, right);
        return null;
    }

    // Looking costs no proof; only what is sent to be done does.
    private async Task<(Actor Actor, Right Right)?> WantedAsync(HttpContext context)
    {
        if (!HttpMethods.IsPost(context.Request.Method)
            || context.GetEndpoint() is not RouteEndpoint endpoint
            || Doors.NameOf(context, endpoint) is not { } door
            || !RightsTable.Current.Doors.TryGetValue(door, out var rights)
            || await current.GetAsync(context.RequestAborted) is not { } actor)
        {
            return null;
        }

        var grants = rights.SelectMany(right => RightsTable.Current.GrantsOf(actor, right)).ToList();
        return grants.Count > 0 && grants.TrueForAll(grant => grant.StepUp == StepUp.Identity) ? (actor, rights[0]) : null;
    }

    // Saved with the act, or not at all.
    private async Task NoteAsync(HttpContext context, Actor actor, Right right)
    {
        var route = context.Request.RouteValues;
        var about = (route["directiveId"] ?? route["itemId"] ?? route["id"]) is string text && Guid.TryParse(text, out var id) ? id : (Guid?)null;
        var directive = about is null ? null : await db.Set<WorkItem>().Where(item => item.Id == about).Select(item => (Guid?)item.DirectiveId).SingleOrDefaultAsync(context.RequestAborted)
            ?? await db.Set<StoredInstance>().Where(instance => instance.DirectiveId == about).Select(instance => (Guid?)instance.DirectiveId).SingleOrDefaultAsync(context.RequestAborted);
        db.Companions.Add(AuditTrail.Entry(time.GetUtcNow().UtcDateTime, actor, null, "identity.confirmed", directive, null, right.ToString()));
    }

    // What stores nothing is not held in memory; nothing but this reads its body then.
    private static async Task<string> BodyHashAsync(HttpRequest request)
    {
        if (!request.Body.CanSeek)
        {
            return Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted));
        }

        request.Body.Position = 0;
        var hash = Convert.ToHexStringLower(await SHA256.HashDataAsync(request.Body, request.HttpContext.RequestAborted));
        request.Body.Position = 0;
        return hash;
    }
}
