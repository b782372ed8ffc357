using System.Net;
using System.Text;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>The directory through the API: read by everybody, proposed by the registry and changed by the Chief of Office after a preview.</summary>
public sealed class DirectoryTests : IAsyncLifetime, IDisposable
{
    private const string File = "code,name,kind,system,valid_from\nSDULICH,Sở Du lịch,Department,State,2026-01-01\n";

    private readonly RunningOffice office = new();

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Groups_OnADay_HoldThoseOfThatDay()
    {
        var then = (await office.As(Walk.Drafter).GetAsync("/api/directory/groups?on=2021-08-31")).Must(HttpStatusCode.OK).Json;
        var now = (await office.As(Walk.Drafter).GetAsync("/api/directory/groups?on=2026-11-22")).Must(HttpStatusCode.OK).Json;

        Assert.Equal((7, 0), (Size(then, "Các huyện ủy"), Size(now, "Các huyện ủy")));

        static int Size(System.Text.Json.JsonElement groups, string name) =>
            groups.EnumerateArray().Single(group => group.GetProperty("name").GetString() == name).GetProperty("units").GetArrayLength();
    }

    [Fact]
    public async Task Posts_OnADay_NameWhoHeldThemThen()
    {
        var posts = (await office.As(Walk.Drafter).GetAsync("/api/directory/posts?on=2021-08-31")).Must(HttpStatusCode.OK).Json;

        var secretary = posts.EnumerateArray().Single(post => post.GetProperty("code").GetString() == "BTTU").GetProperty("holders");
        Assert.Equal("Nguyễn Thế Lữ", secretary.EnumerateArray().Single().GetProperty("name").GetString());
    }

    [Fact]
    public async Task Change_Previewed_IsMade_AndAnsweredAlikeUnderTheSameKey()
    {
        var chief = office.As(Walk.Chief);
        var rows = new[] { new { code = "SYT", aliases = "Ngành Y tế" } };
        var preview = (await office.ChangesNothingAsync(() => chief.PostAsync("/api/directory/preview", new { sheet = "Units", rows }))).Must(HttpStatusCode.OK);
        var body = new { sheet = "Units", rows, seen = preview.Text("seen") };

        var made = (await chief.PostAsync("/api/directory/changes", body, "one")).Must(HttpStatusCode.OK);
        var again = await office.ChangesNothingAsync(() => chief.PostAsync("/api/directory/changes", body, "one"));

        Assert.Equal(1, made.Json.GetProperty("counts").GetProperty("Changed").GetInt32());
        Assert.Equal((made.Status, made.Body), (again.Status, again.Body));
        (await office.ChangesNothingAsync(() => chief.PostAsync("/api/directory/changes", body))).MustRefuse(HttpStatusCode.PreconditionFailed, "directory.stale");
    }

    [Fact]
    public async Task Import_BroughtPreviewedAndApplied_IsInTheDirectory()
    {
        var chief = office.As(Walk.Chief);
        var brought = (await chief.PostAsync("/api/directory/imports", Body("Units", File))).Must(HttpStatusCode.Created);
        var preview = (await chief.GetAsync($"/api/directory/imports/{brought.Id}")).Must(HttpStatusCode.OK);

        (await chief.PostAsync($"/api/directory/imports/{brought.Id}/application", new { seen = preview.Text("seen") })).Must(HttpStatusCode.OK);

        var units = (await office.As(Walk.Drafter).GetAsync("/api/units?name=" + Uri.EscapeDataString("Sở Du lịch"))).Must(HttpStatusCode.OK).Json;
        Assert.Equal("SDULICH", units.EnumerateArray().Single().GetProperty("code").GetString());
    }

    [Fact]
    public async Task Import_WithAWrongRow_Is422_WithTheRow()
    {
        var chief = office.As(Walk.Chief);
        var brought = (await chief.PostAsync("/api/directory/imports", Body("Units", File.Replace("Department", "Nothing", StringComparison.Ordinal)))).Must(HttpStatusCode.Created);
        var seen = (await chief.GetAsync($"/api/directory/imports/{brought.Id}")).Must(HttpStatusCode.OK).Text("seen");

        var refused = (await office.ChangesNothingAsync(() => chief.PostAsync($"/api/directory/imports/{brought.Id}/application", new { seen })))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "directory.rows");
        Assert.Equal(2, refused.Json.GetProperty("problems").EnumerateArray().Single().GetProperty("line").GetInt32());
    }

    [Fact]
    public async Task Import_OfMoreRowsThanAreTaken_Is413()
    {
        var text = "short,words\n" + string.Concat(Enumerable.Range(0, 50_000).Select(row => $"a{row},b\n"));

        (await office.ChangesNothingAsync(() => office.As(Walk.Chief).PostAsync("/api/directory/imports", Body("Abbreviations", text))))
            .MustRefuse(HttpStatusCode.RequestEntityTooLarge, "directory.too-many-rows");
    }

    [Theory]
    [InlineData(Walk.Administrator)]
    [InlineData(Walk.Drafter)]
    [InlineData(Walk.Clerk)]
    public async Task Change_ByAnybodyElse_Is403(string email)
    {
        var rows = new[] { new { code = "SYT", aliases = "Ngành Y tế" } };
        foreach (var (path, body) in new (string, object)[]
        {
            ("preview", new { sheet = "Units", rows }), ("changes", new { sheet = "Units", rows, seen = "x" }), ("imports", Body("Units", File)),
            ($"imports/{Guid.NewGuid()}/application", new { seen = "x" }),
        })
        {
            (await office.ChangesNothingAsync(() => office.As(email).PostAsync($"/api/directory/{path}", body))).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
        }

        (await office.As(email).PostAsync("/api/directory/export/Units")).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
    }

    [Fact]
    public async Task Registry_ProposesAFile_AndOnlyTheChiefAppliesIt()
    {
        var registry = office.As(Walk.Registry);
        var brought = (await registry.PostAsync("/api/directory/imports", Body("Units", File))).Must(HttpStatusCode.Created);
        var seen = (await registry.GetAsync($"/api/directory/imports/{brought.Id}")).Must(HttpStatusCode.OK).Text("seen");

        (await office.ChangesNothingAsync(() => registry.PostAsync($"/api/directory/imports/{brought.Id}/application", new { seen }))).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
        (await office.As(Walk.Chief).PostAsync($"/api/directory/imports/{brought.Id}/application", new { seen })).Must(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Export_ForTheChief_BeginsWithTheColumns() =>
        Assert.StartsWith("code,name,short,kind", (await office.As(Walk.Chief).PostAsync("/api/directory/export/Units?format=Csv")).Must(HttpStatusCode.OK).Body, StringComparison.Ordinal);

    private static object Body(string sheet, string text) => new { sheet, fileName = "danh-ba.csv", content = Convert.ToBase64String(Encoding.UTF8.GetBytes(text)) };
}
