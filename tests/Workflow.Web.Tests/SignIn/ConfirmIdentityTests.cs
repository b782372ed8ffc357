using Workflow.Directives;
using Workflow.Directives.People.Accounts;
using Workflow.Directives.Sample;
using Workflow.Web.SignIn;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>Whoever acts proves anew who he is.</summary>
public sealed class ConfirmIdentityTests : IAsyncLifetime, IDisposable
{
    private readonly MovedClock clock = new();
    private readonly RunningOffice office;

    public ConfirmIdentityTests() => office = new RunningOffice([], clock);

    public Task InitializeAsync() => office.InitializeAsync();

    public Task DisposeAsync() => office.DisposeAsync();

    public void Dispose() => office.Dispose();

    [Fact]
    public async Task Proof_Missing_IsAskedForAndChangesNothing()
    {
        var before = await StoreContent.ReadAsync(office.Database);
        Assert.Equal("identity.wanted", (await ConfirmAsync(Walk.Secretary, new(null, null)))?.Code);
        Assert.Equal("identity.wanted", (await ConfirmAsync(Walk.Secretary, new("", " ")))?.Code);
        Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
    }

    [Fact]
    public async Task Password_Right_Confirms()
    {
        Assert.Null(await ConfirmAsync(Walk.Secretary, new(TrialAccounts.Password, null)));
        Assert.Null(await ConfirmAsync(Walk.Secretary, new(TrialAccounts.Password, null)));
    }

    [Fact]
    public async Task Password_Wrong_IsRefusedAndCounts()
    {
        for (var i = 0; i < SignInThrottle.Free; i++)
        {
            var refusal = await ConfirmAsync(Walk.Secretary, new("tinh-uy-nam-binh-2025", null));
            Assert.Equal((RefusalKind.StepUp, "identity.not-confirmed"), (refusal!.Kind, refusal.Code));
        }

        Assert.Equal("identity.slowed", (await ConfirmAsync(Walk.Secretary, new(TrialAccounts.Password, null)))?.Code);
        clock.Pass(TimeSpan.FromSeconds(31));
        Assert.Null(await ConfirmAsync(Walk.Secretary, new(TrialAccounts.Password, null)));
    }

    [Fact, Trait("BadInput", "19")]
    public async Task Code_UsedTwice_IsRefused()
    {
        var seed = await office.EnrolAsync(Walk.Chief);
        var code = office.CodeNow(seed);
        Assert.Null(await ConfirmAsync(Walk.Chief, new(null, code)));
        Assert.Equal("identity.not-confirmed", (await ConfirmAsync(Walk.Chief, new(null, code)))?.Code);
        Assert.Equal("identity.not-confirmed", (await ConfirmAsync(Walk.Secretary, new(null, code)))?.Code);
    }

    [Fact, Trait("BadInput", "19")]
    public async Task Code_UsedTwiceAtTheSameMoment_ConfirmsOnce()
    {
        var seed = await office.EnrolAsync(Walk.DeputyChief);
        var code = office.CodeNow(seed);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => ConfirmAsync(Walk.DeputyChief, new(null, code)))));
        Assert.Single(answers, answer => answer is null);
    }

    private async Task<Refusal?> ConfirmAsync(string email, IdentityProof proof)
    {
        var actor = await office.ActorAsync(email);
        return await office.AskAsync<ConfirmIdentity, Refusal?>(one => one.RunAsync(actor, proof, default));
    }
}
