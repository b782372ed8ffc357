using System.Net;
using System.Text.Json;
using Workflow.Directives.Sample;

namespace Workflow.Web.Tests.Host;

/// <summary>Takes a directive along its way through the API, each step by the person whose step it is.</summary>
internal sealed class Walk(RunningOffice office)
{
    public const string Drafter = "chuyenvien.my@tinhuy.nambinh.example";
    public const string OtherDrafter = "chuyenvien.tien@tinhuy.nambinh.example";
    public const string Head = "truongphong.boi@tinhuy.nambinh.example";
    public const string HeadElsewhere = "truongphong.lenh@tinhuy.nambinh.example";
    public const string Registry = "vanthu.nhai@tinhuy.nambinh.example";
    public const string OtherRegistry = "vanthu.quat@tinhuy.nambinh.example";
    public const string Chief = "chanhvanphong.duong@tinhuy.nambinh.example";
    public const string DeputyChief = "phochanhvanphong.tin@tinhuy.nambinh.example";
    public const string Secretary = "bithu.dinh@tinhuy.nambinh.example";
    public const string DeputySecretary = "phobithu.lan@tinhuy.nambinh.example";
    public const string Administrator = "quantri.dat@tinhuy.nambinh.example";
    public const string Clerk = "banthipham@tinhuy.nambinh.example";
    public const string HealthClerk = "dongthiluanhi@ubnd.nambinh.example";
    public const string IslandClerk = "maivanchai@tinhuy.nambinh.example";

    private static readonly string[] Deciders = [Head, Registry, Chief, DeputyChief, Secretary, DeputySecretary, OtherRegistry];

    public async Task<Guid> DraftAsync(string? text = null, string template = "cong-van", string? authority = null) =>
        (await office.As(Drafter).PostAsync("/api/directives", new { templateKey = template, text = text ?? Texts.Letter, authority })).Must(HttpStatusCode.Created).Id;

    public async Task SubmitAsync(Guid id) => (await office.As(Drafter).PostAsync(
        $"/api/directives/{id}/submission", new { seenRevision = await RevisionAsync(id) })).Must(HttpStatusCode.OK);

    /// <summary>A directive whose next open task is of this kind.</summary>
    public async Task<Guid> ToAsync(string kind, string? text = null)
    {
        var id = await DraftAsync(text);
        await SubmitAsync(id);
        await OnAsync(id, kind);
        return id;
    }

    /// <summary>Goes on until the next task is of this kind; null: as long as somebody of the office has a task.</summary>
    public async Task OnAsync(Guid id, string? until)
    {
        while (await NextAsync(id) is { } next && next.Kind != until)
        {
            await DoAsync(id, next.Kind);
        }
    }

    /// <summary>The open task of a person on a directive.</summary>
    public async Task<Guid> TaskAsync(string email, Guid directive) =>
        (await TasksAsync(email, directive)).Single().GetProperty("id").GetGuid();

    public async Task<JsonElement> OneAsync(Guid id) => (await office.As(Chief).GetAsync($"/api/directives/{id}")).Must(HttpStatusCode.OK).Json;

    public async Task<string> StateAsync(Guid id) => (await OneAsync(id)).GetProperty("state").GetString()!;

    public async Task<JsonElement[]> DeliveriesAsync(Guid id) =>
        [.. (await office.As(Registry).GetAsync($"/api/directives/{id}/deliveries")).Must(HttpStatusCode.OK).Json.EnumerateArray()];

    /// <summary>What a task of this kind is answered with when all is well.</summary>
    public async Task<(string Path, object? Body)> ActAsync(Guid directive, string kind, Guid task, string email)
    {
        var revision = await RevisionAsync(directive);
        return kind switch
        {
            "approval" => ($"/api/work-items/{task}/approval", new { seenRevision = revision }),
            "signature" => ($"/api/work-items/{task}/signature", await SigningAsync(email, task)),
            "number" => ($"/api/work-items/{task}/number", null),
            "seal" => ($"/api/work-items/{task}/seal", new { pin = TrialAuthority.Pin }),
            "issue" => ($"/api/work-items/{task}/issuance", null),
            "closure" => ($"/api/work-items/{task}/closure", null),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }

    /// <summary>What somebody sends to sign what he is shown.</summary>
    public async Task<object> SigningAsync(string email, Guid task)
    {
        var shown = (await office.As(email).GetAsync($"/api/work-items/{task}/signing")).Must(HttpStatusCode.OK).Json;
        return new
        {
            seenRevision = shown.GetProperty("revision").GetInt32(),
            seenHash = shown.GetProperty("seenHash").GetString(),
            seenPaper = shown.GetProperty("seenPaper").GetString(),
            pin = TrialAuthority.Pin,
        };
    }

    public async Task<string> HashAsync(Guid directive, int revision) =>
        (await office.As(Chief).GetAsync($"/api/directives/{directive}/revisions/{revision}")).Must(HttpStatusCode.OK).Text("contentHash");

    public async Task<int> RevisionAsync(Guid id) => (await OneAsync(id)).GetProperty("revision").GetInt32();

    private async Task DoAsync(Guid id, string kind)
    {
        foreach (var email in Deciders)
        {
            foreach (var task in (await TasksAsync(email, id)).Where(task => task.GetProperty("kind").GetString() == kind))
            {
                var (path, body) = await ActAsync(id, kind, task.GetProperty("id").GetGuid(), email);
                var answer = await office.As(email).PostAsync(path, body);
                if (answer.Code != "work.same-person")
                {
                    answer.Must(HttpStatusCode.OK);
                    return;
                }
            }
        }

        Assert.Fail($"Nobody could do the task \"{kind}\".");
    }

    private async Task<(string Kind, string Email)?> NextAsync(Guid id)
    {
        foreach (var email in Deciders)
        {
            if ((await TasksAsync(email, id)).FirstOrDefault() is { ValueKind: JsonValueKind.Object } task)
            {
                return (task.GetProperty("kind").GetString()!, email);
            }
        }

        return null;
    }

    private async Task<IEnumerable<JsonElement>> TasksAsync(string email, Guid directive) =>
        (await office.As(email).GetAsync($"/api/work-items?directive={directive}")).Must(HttpStatusCode.OK).Json.EnumerateArray();
}
