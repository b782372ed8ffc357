using System.Net;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Drafting;

public sealed class RecipientPanelTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [Fact]
    public async Task Registry_SeesWhoEntered_AgreesOnThePage_AndThenIssues()
    {
        var text = Texts.Letter.Replace("- Lưu Văn phòng", "- Các sở;\n- Lưu Văn phòng", StringComparison.Ordinal);
        var id = await walk.ToAsync("issue", text);
        var task = await walk.TaskAsync(Walk.Registry, id);
        using var registry = await Visitor.EnterAsync(office, Walk.Registry);
        Assert.DoesNotContain("id=\"difference\"", (await registry.GetAsync($"/work/{task}")).Html, StringComparison.Ordinal);

        await AddDepartmentAsync();

        var page = await registry.GetAsync($"/work/{task}");
        Assert.Contains("+ Sở Thủy sản", page.Words, StringComparison.Ordinal);
        Assert.Contains("Danh bạ đã thay đổi", page.Words, StringComparison.Ordinal);
        Assert.Equal("issue.recipients-changed", (await office.As(Walk.Registry).PostAsync($"/api/work-items/{task}/issuance", null)).Code);

        var after = await registry.PostAsync(
            $"/directives/{id}/recipients/agreement", ("SeenList", page.Values("SeenList").Single()), ("back", $"/work/{task}"));
        Assert.Equal((HttpStatusCode.OK, $"/work/{task}"), (after.Status, after.Path));
        Assert.DoesNotContain("id=\"difference\"", after.Html, StringComparison.Ordinal);
        (await office.As(Walk.Registry).PostAsync($"/api/work-items/{task}/issuance", null)).Must(HttpStatusCode.OK);
        Assert.Contains(await walk.DeliveriesAsync(id), one => one.GetProperty("unitName").GetString() == "Sở Thủy sản");
    }

    private async Task AddDepartmentAsync()
    {
        var rows = new[]
        {
            new Dictionary<string, string>
            {
                ["code"] = "STS",
                ["name"] = "Sở Thủy sản",
                ["kind"] = "Department",
                ["system"] = "State",
                ["parent"] = "UBND",
                ["valid_from"] = "2026-01-01",
                ["contact1_name"] = "Lò Văn Tặng",
                ["contact1_position"] = "Văn thư",
                ["contact1_email"] = "vanthu.sts@nambinh.example",
            },
        };
        var chief = office.As(Walk.Chief);
        var preview = (await chief.PostAsync("/api/directory/preview", new { sheet = "Units", rows })).Must(HttpStatusCode.OK);
        (await chief.PostAsync("/api/directory/changes", new { sheet = "Units", rows, seen = preview.Text("seen") })).Must(HttpStatusCode.OK);
    }
}
