using System.Net;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Pages.Work;

public sealed class TaskPagesTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [Theory]
    [InlineData("return")]
    [InlineData("approval")]
    [InlineData("number")]
    [InlineData("issuance")]
    [InlineData("closure")]
    [InlineData("opinion")]
    public async Task Task_NamedWronglyInTheForm_IsNowhere(string act)
    {
        var id = await walk.ToAsync("approval");
        var task = await walk.TaskAsync(Walk.Head, id);
        using var head = await Visitor.EnterAsync(office, Walk.Head);
        await head.GetAsync($"/work/{task}");

        var page = await head.PostAsync($"/work/{task}/{act}", ("ItemId", "javascript:x"), ("Reason", "Sai"), ("SeenRevision", "1"));

        Assert.True(page.Status is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{page.Status}");
        Assert.Equal("InReview", await walk.StateAsync(id));
    }
}
