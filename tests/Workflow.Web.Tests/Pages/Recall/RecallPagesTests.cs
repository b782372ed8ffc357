using System.Net;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Recall;

/// <summary>Pages of another feature that show their refusals on the page they were pressed on.</summary>
public sealed class RecallPagesTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [Fact]
    public async Task Proposal_ThatIsRefused_IsSaidOnTheDirectivesPage()
    {
        var id = await IssuedAsync();
        using var registry = await Visitor.EnterAsync(office, Walk.Registry);
        await registry.GetAsync($"/directives/{id}");

        var page = await registry.PostAsync($"/directives/{id}/recall-proposal", ("Reason", "Nhầm nơi nhận"), ("ReplacedBy", "\"><svg onload=x>"));

        Assert.True(page.Status is HttpStatusCode.UnprocessableEntity or HttpStatusCode.NotFound or HttpStatusCode.Conflict, $"{page.Status}");
        Assert.Contains("phòng, chống thiên tai", page.Words, StringComparison.Ordinal);
        Assert.DoesNotContain("<svg onload", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answer_ToARecallThatIsNone_IsRefusedOnTheCopysPage()
    {
        var id = await IssuedAsync();
        using var clerk = await Visitor.EnterAsync(office, Walk.Clerk);
        var copy = (await walk.DeliveriesAsync(id)).Single(one => one.GetProperty("unitName").GetString() == "Đảng ủy xã An Lộc").GetProperty("id").GetGuid();
        await clerk.GetAsync($"/inbox/{copy}");

        var page = await clerk.PostAsync($"/inbox/{copy}/recall", ("Stance", "Agreed"), ("Name", "Bàn Thị Pham"), ("Position", "Văn thư"));

        Assert.InRange((int)page.Status, 400, 499);
        Assert.Contains("phòng, chống thiên tai", page.Words, StringComparison.Ordinal);
    }

    private async Task<Guid> IssuedAsync()
    {
        var id = await walk.ToAsync("issue");
        await walk.OnAsync(id, null);
        return id;
    }
}
