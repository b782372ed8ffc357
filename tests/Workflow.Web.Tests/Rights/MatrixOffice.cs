using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Rights;

/// <summary>Somebody who tries every door.</summary>
/// <param name="Name">A role, or what he lacks.</param>
/// <param name="Actor">Who he is; null for nobody signed in or a closed account.</param>
/// <param name="Api">His way in.</param>
public sealed record Trier(string Name, Actor? Actor, ApiPerson Api);

/// <summary>One directive at a place of its way, with what the table of rights asks about.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Directive">The directive.</param>
/// <param name="Items">Its tasks.</param>
/// <param name="Deliveries">Its copies.</param>
/// <param name="Involved">Who did anything on it.</param>
public sealed record Subject(
    string Place, Directive Directive, IReadOnlyList<WorkItem> Items, IReadOnlyList<Delivery> Deliveries, IReadOnlySet<Guid> Involved)
{
    public Relation RelationOf(Actor actor) =>
        (Directive.DrafterId == actor.PersonId ? Relation.Own : 0)
        | (Directive.DrafterUnitId == actor.UnitId ? Relation.Unit : 0)
        | (Items.Any(item => item.Open && item.OfferedTo(actor)) ? Relation.Assigned : 0)
        | (Deliveries.Any(delivery => delivery.UnitId == actor.UnitId) ? Relation.Addressed : 0);

    /// <summary>Whether the table lets somebody see it, read straight from its rows.</summary>
    public bool SeenBy(Actor actor)
    {
        var table = RightsTable.Current;
        var issued = Directive.State is DirectiveState.Issued or DirectiveState.Closed or DirectiveState.Recalled;
        var relation = RelationOf(actor);
        var drafts = table.GrantsOf(actor, Right.ReadDraft).ToList();
        var given = Items.Any(item => item.OfferedTo(actor) || item.CompletedBy == actor.PersonId) || Involved.Contains(actor.PersonId!.Value);
        return drafts.Any(grant => grant.Covers(relation & (Relation.Own | Relation.Unit)) || (given && grant.Of.HasFlag(Relation.Assigned)))
            || table.GrantsOf(actor, Right.ReadIssued).Any(grant => (issued && grant.Of.HasFlag(Relation.Any)) || (grant.Of.HasFlag(Relation.Addressed) && relation.HasFlag(Relation.Addressed)));
    }
}

/// <summary>An office with a directive at every place of the way, one person of each role, nobody, and somebody whose account was closed.</summary>
public sealed class MatrixOffice : IAsyncLifetime, IDisposable
{
    private static readonly (string Role, string Email)[] OneOfEach =
    [
        ("Drafter", Walk.Drafter), ("Drafter of the unit", "chuyenvien.hoach@tinhuy.nambinh.example"), ("Drafter elsewhere", Walk.OtherDrafter),
        ("UnitHead", Walk.Head), ("ChiefOfOffice", Walk.Chief),
        ("DeputySecretary", Walk.DeputySecretary), ("Secretary", Walk.Secretary), ("Registry", Walk.Registry), ("RecipientClerk", Walk.Clerk),
        ("RecipientClerk elsewhere", Walk.IslandClerk), ("Administrator", Walk.Administrator), ("Auditor", "kiemtoan.luong@tinhuy.nambinh.example"),
    ];

    private const string Closed = "phophong.giang@tinhuy.nambinh.example";

    public RunningOffice Office { get; } = new(["--Edge:RequestsPerMinute", "1000000"]);

    public IReadOnlyList<Trier> Triers { get; private set; } = [];

    public IReadOnlyList<Subject> Subjects { get; private set; } = [];

    public async Task InitializeAsync()
    {
        await Office.InitializeAsync();
        var walk = new Walk(Office);
        var places = new Dictionary<string, Guid> { ["draft"] = await walk.DraftAsync() };
        places["draft elsewhere"] = (await Office.As(Walk.OtherDrafter).PostAsync("/api/directives", new { templateKey = "cong-van", text = Texts.Letter })).Id;
        foreach (var kind in new[] { "approval", "signature", "number", "seal", "issue" })
        {
            places[kind] = await walk.ToAsync(kind);
        }

        places["issued"] = await walk.ToAsync("issue");
        await walk.OnAsync(places["issued"], null);
        places["cancelled"] = await walk.DraftAsync();
        await Office.As(Walk.Drafter).PostAsync($"/api/directives/{places["cancelled"]}/cancellation", new { reason = "Không cần nữa" });

        // Nobody changes the subjects while they are tried: what could go out has lost its paper, so that even who may issue it cannot.
        await Office.InStoreAsync(async db =>
        {
            foreach (var hash in await db.Set<Paper>().Where(one => one.DirectiveId == places["issue"]).Select(one => one.Hash).ToListAsync())
            {
                File.Delete(Path.Combine(Office.Folder, "files", hash[..2], hash));
            }

            await db.Set<Person>().Where(one => one.Email == Closed).ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, DateTime.UtcNow));
            return 0;
        });
        Triers =
        [
            .. await Task.WhenAll(OneOfEach.Select(async one => new Trier(one.Role, await ActorAsync(one.Email), Office.As(one.Email)))),
            new Trier("nobody", null, Office.With(null)),
            new Trier("closed account", null, Office.As(Closed)),
        ];
        Subjects = [.. await Task.WhenAll(places.Select(place => LoadAsync(place.Key, place.Value)))];
    }

    public Task DisposeAsync() => Office.DisposeAsync();

    public void Dispose() => Office.Dispose();

    private Task<Actor?> ActorAsync(string email) => Office.InStoreAsync(async db =>
        await db.FindActorAsync(await db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync(), DateTime.UtcNow, default));

    private Task<Subject> LoadAsync(string place, Guid id) => Office.InStoreAsync(async db => new Subject(
        place,
        await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == id),
        await db.Set<WorkItem>().AsNoTracking().Where(one => one.DirectiveId == id).ToListAsync(),
        await db.Set<Delivery>().AsNoTracking().Where(one => one.DirectiveId == id).ToListAsync(),
        (await db.Set<AuditEntry>().Where(one => one.DirectiveId == id && one.ActorId != null).Select(one => one.ActorId!.Value).ToListAsync()).ToHashSet()));
}
