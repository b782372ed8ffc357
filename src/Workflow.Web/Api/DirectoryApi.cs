using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.People;

namespace Workflow.Web.Api;

/// <summary>Who there is: the caller, people, units.</summary>
internal static class DirectoryApi
{
    private const int Page = 500;

    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/me", async (Caller caller, CancellationToken ct) => await caller.ActorAsync(ct) is { PersonId: not null } actor
            ? Results.Ok(new { Id = actor.PersonId, actor.Name, Unit = actor.UnitId, actor.Roles })
            : Results.Unauthorized()).WithTags("Directory").WithSummary("Who you are and your roles now.");
        api.MapGet("/people", async (WorkflowDb db, CancellationToken ct) => Results.Ok(
            await db.Set<Person>().AsNoTracking().Where(one => one.DisabledAt == null).OrderBy(one => one.FullName)
                .Select(one => new { one.Id, one.FullName, one.Position, Unit = one.UnitId, Roles = one.Grants.Select(grant => grant.Role) }).ToListAsync(ct)))
            .WithTags("Directory").WithSummary("Open accounts with their roles.");
        api.MapGet("/units", async (WorkflowDb db, TimeProvider time, string? name, CancellationToken ct) =>
        {
            var today = WorkingCalendar.LocalDate(time.GetUtcNow().UtcDateTime);
            return Results.Ok(await db.Set<Unit>().AsNoTracking()
                .Where(unit => unit.ValidFrom <= today && (unit.ValidUntil == null || unit.ValidUntil >= today) && (name == null || unit.Name.Contains(name)))
                .OrderBy(unit => unit.Code).Take(Page).Select(unit => new { unit.Id, unit.Code, unit.Name, unit.Kind }).ToListAsync(ct));
        }).WithTags("Directory").WithSummary("Units alive today; at most 500.");
    }
}
