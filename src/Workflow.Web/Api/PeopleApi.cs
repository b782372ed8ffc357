using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People.Delegations;
using Workflow.Directives.People.Rights;
using Workflow.Directives.People.Roles;

namespace Workflow.Web.Api;

/// <summary>People, their roles, and what they delegate; and the table of rights as data.</summary>
internal static class PeopleApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/rights", () => RightsTable.Current.All.Select(row => new
        {
            row.Right,
            row.Row,
            row.Vietnamese,
            row.English,
            row.Open,
            Grants = row.Grants.ToDictionary(grant => grant.Key, grant => new { Of = $"{grant.Value.Of}", grant.Value.StepUp }),
        })).WithTags("People").WithSummary("Who may do what.");
        var people = api.MapGroup("/people").WithTags("People");
        people.MapPost("/", async (AddPerson.Command body, AddPerson act, Caller caller, CancellationToken ct) =>
            Answer.Created(await act.RunAsync(await caller.ActorAsync(ct), body, ct), one => $"/people/{one.Id}", one => new { one.Id, one.FullName }))
            .WithSummary("Administrator: adds a person, without any role yet.");
        people.MapPost("/{id:guid}/roles", async (Guid id, RoleBody body, ChangeRole act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), new(id, body.Role, body.Ends, body.Until, body.Reason), ct), View))
            .WithSummary("Administrator: gives or takes a role; a leader's role waits for the Chief of Office.");
        people.MapPost("/{id:guid}/closure", async (Guid id, AccountBody body, ClosePerson act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, body.Open, ct), one => new { one.Id, one.DisabledAt }))
            .WithSummary("Administrator: closes an account at once, or opens it again.");
        api.MapPost("/role-changes/{id:guid}/decision", async (Guid id, DecisionBody body, DecideRole act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, body.Agree, ct), View))
            .WithTags("People").WithSummary("Chief of Office: agrees to a change of a leader's role, or declines it.");
        var delegations = api.MapGroup("/delegations").WithTags("People");
        delegations.MapGet("/", ListAsync).WithSummary("What you delegated and what was delegated to you.");
        delegations.MapPost("/", async (DelegateAuthority.Command body, DelegateAuthority act, Caller caller, CancellationToken ct) =>
            Answer.Created(await act.RunAsync(await caller.ActorAsync(ct), body, ct), one => $"/delegations/{one.Id}", View))
            .WithSummary("Hands the authority of a role of yours to another for a time.");
        delegations.MapPost("/{id:guid}/end", async (Guid id, EndDelegation act, Caller caller, CancellationToken ct) =>
            Answer.Ok(await act.RunAsync(await caller.ActorAsync(ct), id, ct), View))
            .WithSummary("Ends a delegation at once.");
    }

    internal sealed record RoleBody(Directives.People.Role Role, bool Ends, DateOnly? Until, string? Reason);

    internal sealed record AccountBody(bool Open);

    internal sealed record DecisionBody(bool Agree);

    private static object View(RoleChange one) => new { one.Id, one.PersonId, one.Role, one.Ends, one.Until, one.DoneAt, one.DeclinedAt };

    private static object View(Delegation one) => new { one.Id, one.PrincipalId, one.DelegateId, one.Role, one.Form, one.Types, one.From, one.Until, one.Basis, one.MayPassOn, one.RevokedAt };

    private static async Task<IResult> ListAsync(WorkflowDb db, Caller caller, CancellationToken ct)
    {
        var me = (await caller.ActorAsync(ct)).PersonId;
        var mine = await db.Set<Delegation>().AsNoTracking().Where(one => one.PrincipalId == me || one.DelegateId == me || one.GivenBy == me)
            .OrderByDescending(one => one.From).ToListAsync(ct);
        return Results.Ok(mine.Select(View));
    }
}
