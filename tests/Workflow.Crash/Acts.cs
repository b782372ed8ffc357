using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Approval;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Work;

namespace Workflow.Crash;

/// <summary>Does the one open task of a database: approves, numbers or issues.</summary>
public static class Acts
{
    /// <param name="services">The product over the database.</param>
    /// <param name="email">Who does it.</param>
    /// <param name="begin">Called when all is loaded and the act begins.</param>
    /// <returns>Whether it was done.</returns>
    public static async Task<bool> DoOpenTaskAsync(IServiceProvider services, string email, Action begin)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var now = services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        var person = await db.Set<Person>().AsNoTracking().SingleAsync(one => one.Email == email);
        var actor = await db.FindActorAsync(person.Id, now, default) ?? throw new InvalidOperationException($"{email} has no account.");
        var item = await db.Set<WorkItem>().AsNoTracking().SingleAsync(one => one.CompletedAt == null && one.WithdrawnAt == null);
        var seen = await db.Set<Directive>().Where(one => one.Id == item.DirectiveId).Select(one => one.RevisionNo).SingleAsync();
        await using var act = services.CreateAsyncScope();
        begin();
        return item.Kind switch
        {
            ApproveStep.Kind => (await act.ServiceProvider.GetRequiredService<ApproveDirective>().RunAsync(actor, new(item.Id, seen), default)).Done,
            NumberStep.Kind => (await act.ServiceProvider.GetRequiredService<NumberDirective>().RunAsync(actor, new(item.Id), default)).Done,
            IssueStep.Kind => (await act.ServiceProvider.GetRequiredService<IssueDirective>().RunAsync(actor, item.Id, default)).Done,
            _ => throw new InvalidOperationException($"There is no act here for {item.Kind}."),
        };
    }
}
