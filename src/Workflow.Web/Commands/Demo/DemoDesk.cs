using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Web.Commands.Demo;

/// <summary>Calls use cases as a request would: each in a scope of its own, by a person with the roles of the moment.</summary>
internal sealed class DemoDesk(IServiceProvider services, DemoClock clock, DemoTelling telling)
{
    private static readonly TimeSpan BetweenActs = TimeSpan.FromMinutes(7);

    public DemoClock Clock => clock;

    public T Get<T>()
        where T : notnull => services.GetRequiredService<T>();

    /// <summary>One act of a sample person, told with the time it took.</summary>
    public async Task<T> ActAsync<TUseCase, T>(
        string who, Func<T, string> tell, Func<TUseCase, Actor, Task<Result<T>>> act)
        where TUseCase : notnull
    {
        clock.Pass(BetweenActs);
        var person = Sample(who);
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var actor = await db.FindActorAsync(person.Id, clock.GetUtcNow().UtcDateTime, default)
            ?? throw new InvalidOperationException($"{person.Name} has no open account.");
        var watch = Stopwatch.StartNew();
        var result = await act(scope.ServiceProvider.GetRequiredService<TUseCase>(), actor);
        if (result.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"{person.Name}: {refusal.Code}: {refusal.Vietnamese}");
        }

        telling.Line($"{person.Name}, {person.Position}", tell(result.Value), watch.Elapsed);
        return result.Value;
    }

    public async Task<T> AskAsync<TUseCase, T>(Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public Task<T> ReadAsync<T>(Func<WorkflowDb, Task<T>> read) => AskAsync(read);

    /// <summary>The open task of a directive that is one person's, or anyone's.</summary>
    public Task<WorkItem> OpenAsync(Guid directive, string? who = null) => ReadAsync(db =>
    {
        var person = who is null ? (Guid?)null : Sample(who).Id;
        return db.Set<WorkItem>().AsNoTracking()
            .Where(item => item.DirectiveId == directive && item.CompletedAt == null && item.WithdrawnAt == null)
            .SingleAsync(item => person == null || item.PersonId == person);
    });

    /// <summary>SHA-256 of the PDF that the signer is shown.</summary>
    public Task<string> PaperToSignAsync(Guid directive, Revision revision, Actor actor) => ReadAsync(async db =>
    {
        var row = await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == directive);
        return (await Get<PaperPress>().ToSignAsync(db, actor, row, revision, clock.GetUtcNow().UtcDateTime, default)).Paper.Hash;
    });

    public static SamplePerson Sample(string who) =>
        SamplePeople.All.Single(person => person.Email.StartsWith(who + "@", StringComparison.Ordinal));

    public Task<string> SumsAsync(IReadOnlyList<DemoTold> told) => ReadAsync(async db =>
    {
        var ids = told.Select(one => one.Id).ToList();
        var deliveries = db.Set<Delivery>().Where(one => ids.Contains(one.DirectiveId)).Select(one => one.Id);
        var units = await deliveries.CountAsync();
        var mails = await db.Set<OutboxMessage>().CountAsync(one => one.DeliveryId != null && deliveries.Contains(one.DeliveryId.Value));
        var receipts = await db.Set<Acknowledgment>().CountAsync(one => deliveries.Contains(one.DeliveryId));
        var refusals = await db.Set<ReceiptRefusal>().CountAsync(one => deliveries.Contains(one.DeliveryId));
        return $"{units} nơi nhận, {mails} thư, {receipts} xác nhận, {refusals} từ chối";
    });
}
