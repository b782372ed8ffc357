using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Directory;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>One run through everything with marked texts and secrets: none of them is in the log, the history, an error or, for secrets, the store.</summary>
public sealed class NothingLeaksTests : IAsyncLifetime, IDisposable
{
    private const string Subject = "dấuhiệutríchyếu";
    private const string Body = "dấuhiệunộidung";
    private const string Receiver = "Dấuhiệuhọtên";
    private const string Searched = "dấuhiệutìmkiếm";
    private const string Uploaded = "dấuhiệutảilên";
    private const string Pin = "dau-hieu-ma-pin";
    private const string Code = "dau-hieu-ma-dang-nhap";
    private const string Guessed = "dau-hieu-lien-ket-doan";
    private const string Bearer = "wf_dau-hieu-token";
    private const string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    // As an operator may set it to look for a fault.
    private readonly RunningOffice office = new(["--Logging:LogLevel:Microsoft.AspNetCore", "Information", "--Logging:LogLevel:Workflow", "Debug"]);
    private readonly StringBuilder errors = new();
    private readonly Walk walk;

    public NothingLeaksTests() => walk = new Walk(office);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task WholeRun_WithMarkedTexts_LeavesNoneWhereItDoesNotBelong()
    {
        var links = await WayAsync();
        await RefusalsAsync();
        await PagesAsync(links[0]);

        var addresses = await office.InStoreAsync(db => db.Set<UnitContact>().Select(one => one.Email).ToListAsync());
        string[] secrets = [Pin, Code, Bearer, office.TokenOf(Walk.Registry), office.TokenOf(Walk.Drafter), .. links];
        string[] texts = [Subject, Body, Receiver, Searched, Uploaded, Guessed, "người.nhận", .. addresses];
        Assert.True(addresses.Count > 100 && links.Count == 4, $"{addresses.Count} addresses, {links.Count} links");
        AssertNone("log", office.Log.Text, [.. secrets, .. texts]);
        AssertNone("errors", errors.ToString(), [.. secrets, Body, Uploaded, .. addresses]);
        AssertNone("history", await HistoryAsync(), [.. secrets, Body, Searched, Uploaded, Guessed]);
        AssertNone("store", await StoreAsync(), [.. secrets, Searched, Uploaded, Guessed]);
        Assert.Contains("/a/{token}", office.Log.Text, StringComparison.Ordinal);
    }

    private async Task<List<string>> WayAsync()
    {
        var text = Texts.LetterTo(["Đảng ủy xã An Lộc", "Ủy ban nhân dân xã An Lộc", "Sở Y tế"], "Công an tỉnh", Subject)
            .Replace("Rà soát phương án", $"Rà soát {Body} phương án", StringComparison.Ordinal);
        var id = await walk.ToAsync("signature", text);
        var task = await walk.TaskAsync(Walk.Secretary, id);
        var shown = (await office.As(Walk.Secretary).GetAsync($"/api/work-items/{task}/signing")).Must(HttpStatusCode.OK).Json;
        Keep(await office.As(Walk.Secretary).PostAsync($"/api/work-items/{task}/signature", new
        {
            seenRevision = shown.GetProperty("revision").GetInt32(),
            seenHash = shown.GetProperty("seenHash").GetString(),
            seenPaper = shown.GetProperty("seenPaper").GetString(),
            pin = Pin,
        }));
        await walk.OnAsync(id, null);
        await office.SendMailAsync();
        var links = office.Mail().Select(Letters.TokenIn).ToList();
        foreach (var link in links)
        {
            Keep(await office.With(null).PostAsync($"/api/receipts/{link}/acknowledgment", new { name = Receiver, position = "Văn thư", arrivalNumber = (string?)null }));
        }

        (await office.With(null).PostAsync($"/api/receipts/{links[1]}/acknowledgment", new { name = Receiver, position = "Văn thư", arrivalNumber = "7" })).Must(HttpStatusCode.OK);
        return links;
    }

    private async Task RefusalsAsync()
    {
        Keep(await office.With(Bearer).GetAsync("/api/directives"));
        Keep(await office.With(null).GetAsync($"/a/{Guessed}"));
        Keep(await office.With(null).PostAsync($"/api/receipts/{Guessed}/refusal", new { name = Receiver, position = "x", reason = Body }));
        Keep(await office.As(Walk.Administrator).PostAsync("/api/directives", new { templateKey = "cong-van", text = Body }));
        Keep(await office.As(Walk.Drafter).PostTextAsync("/api/directives", $"{{\"templateKey\":\"{Body}\",\"text\":", "broken"));
        Keep(await office.As(Walk.Drafter).PostAsync("/api/directives", new { templateKey = "cong-van", text = $"MẬT\n{Uploaded}" }));
        Keep(await office.As(Walk.Drafter).PostTextAsync("/api/readings", $"{Uploaded} {Eicar}", "", "text/plain"));
        Keep(await office.As(Walk.Drafter).GetAsync($"/api/units?name={Uri.EscapeDataString(Searched)}"));
        office.Trouble.FailReads($"{Body} {Bearer}");
        Keep(await office.As(Walk.Drafter).GetAsync("/api/directives"));
        office.Trouble.Heal();
        office.Trouble.FailAfter(0);
        Keep(await office.As(Walk.Drafter).PostAsync("/api/directives", new { templateKey = "cong-van", text = Texts.LetterTo([Uploaded], "Công an tỉnh") }));
        office.Trouble.Heal();
    }

    private async Task PagesAsync(string link)
    {
        using var visitor = await Visitor.EnterAsync(office, Walk.Registry);
        await visitor.PostAsync("/sign-in?handler=Code", ("code", Code));
        foreach (var path in new[] { "/work", "/outbox", "/register", $"/directives?q={Uri.EscapeDataString(Searched)}", $"/a/{link}", $"/a/{link}/files/document.pdf", $"/a/{Guessed}" })
        {
            using var response = await visitor.ResponseAsync(path);
        }

        await visitor.PostAsync("/verify", $"{Uploaded}.pdf", Encoding.UTF8.GetBytes($"%PDF-1.7 {Uploaded}"));
        await visitor.PostAsync("/reading", $"{Uploaded}.docx", Encoding.UTF8.GetBytes($"PK\u0003\u0004{Uploaded}"));
    }

    private void Keep(ApiAnswer answer) => errors.AppendLine((int)answer.Status >= 400 ? answer.Body : "");

    private async Task<string> HistoryAsync() => string.Join('\n', await office.InStoreAsync(db =>
        db.Set<AuditEntry>().Select(one => one.ActorName + " " + one.Act + " " + one.Detail).ToListAsync()));

    private async Task<string> StoreAsync()
    {
        await office.InStoreAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));
        await using var file = new FileStream(office.Database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    private static void AssertNone(string place, string text, IEnumerable<string> words)
    {
        Assert.True(place == "errors" || text.Length > 100, $"The {place} is empty.");
        foreach (var word in words)
        {
            var at = text.IndexOf(word, StringComparison.OrdinalIgnoreCase);
            Assert.True(at < 0, at < 0 ? "" : $"The {place} holds \"{word}\": …{text[Math.Max(0, at - 200)..Math.Min(text.Length, at + 100)]}…");
        }
    }
}
