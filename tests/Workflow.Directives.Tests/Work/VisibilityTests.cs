using Workflow.Directives.People;

namespace Workflow.Directives.Tests.Work;

public sealed class VisibilityTests(VisibilityTests.OneOfEach prepared) : IClassFixture<VisibilityTests.OneOfEach>
{
    // Rows: who. Columns: a draft, one at the unit head, one at the registry's form check, one at the signer, one issued.
    [Theory]
    [InlineData(Who.Drafter, "draft head form sign issued")]
    [InlineData(Who.OtherDrafter, "draft head form sign issued")]
    [InlineData(Who.DrafterElsewhere, "")]
    [InlineData(Who.Head, "draft head form sign issued")]
    [InlineData(Who.HeadElsewhere, "")]
    [InlineData(Who.Clerk, "form sign issued")]
    [InlineData(Who.Chief, "draft head form sign issued")]
    [InlineData(Who.Secretary, "sign issued")]
    [InlineData(Who.Deputy, "sign issued")]
    [InlineData(Who.Auditor, "issued")]
    [InlineData(Who.Administrator, "")]
    [InlineData(Who.ClerkOfAnLoc, "issued")]
    [InlineData(Who.ClerkOfHealth, "")]
    public async Task Person_SeesWhatTheRoleGives_AndNothingElse(string who, string seen)
    {
        var found = await prepared.Office.ReadAsync(async db =>
            db.DirectivesSeenBy((await db.FindActorAsync(Province.IdOf(who), Province.Start, default))!).Select(one => one.Id).ToList());

        Assert.Equal(seen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), found.Select(id => prepared.Names[id]).Order());
    }

    [Fact]
    public async Task Nobody_SeesNothing() => Assert.Empty(await prepared.Office.ReadAsync(db => db.DirectivesSeenBy(Actor.System).ToList()));

    /// <summary>One directive at each of five places.</summary>
    public sealed class OneOfEach : IAsyncLifetime
    {
        internal Province Office { get; private set; } = null!;

        internal Dictionary<Guid, string> Names { get; } = [];

        public async Task InitializeAsync()
        {
            Office = await Province.OpenAsync();
            Names[await Office.Walk.DraftAsync("chi-thi")] = "draft";
            foreach (var (stop, name) in new[] { ("unit-head", "head"), ("form", "form"), ("sign", "sign"), (Walk.Disseminate, "issued") })
            {
                Names[await Office.Walk.ToAsync("thong-bao-y-kien", stop, "T/M")] = name;
            }
        }

        public async Task DisposeAsync() => await Office.DisposeAsync();
    }
}
