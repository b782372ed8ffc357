using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.People;
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
        var seed = await EnrolAsync(Walk.Chief);
        var code = TimeCode.Of(seed, TimeCode.StepOf(clock.GetUtcNow().UtcDateTime));
        Assert.Null(await ConfirmAsync(Walk.Chief, new(null, code)));
        Assert.Equal("identity.not-confirmed", (await ConfirmAsync(Walk.Chief, new(null, code)))?.Code);
        Assert.Equal("identity.not-confirmed", (await ConfirmAsync(Walk.Secretary, new(null, code)))?.Code);
    }

    [Fact, Trait("BadInput", "19")]
    public async Task Code_UsedTwiceAtTheSameMoment_ConfirmsOnce()
    {
        var seed = await EnrolAsync(Walk.DeputyChief);
        var code = TimeCode.Of(seed, TimeCode.StepOf(clock.GetUtcNow().UtcDateTime));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => ConfirmAsync(Walk.DeputyChief, new(null, code)))));
        Assert.Single(answers, answer => answer is null);
    }

    private async Task<byte[]> EnrolAsync(string email)
    {
        var seed = new byte[TimeCode.SeedBytes];
        Random.Shared.NextBytes(seed);
        await using var scope = office.Services.CreateAsyncScope();
        var kept = scope.ServiceProvider.GetRequiredService<SignInProofs>().Protect(seed);
        Assert.DoesNotContain(Convert.ToBase64String(seed), kept, StringComparison.Ordinal);
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        await db.Set<Account>().Where(one => db.Set<Person>().Any(person => person.Id == one.Id && person.Email == email))
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.AuthenticatorSeed, kept));
        return seed;
    }

    private async Task<Refusal?> ConfirmAsync(string email, IdentityProof proof)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var id = await db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync();
        var actor = (await db.FindActorAsync(id, clock.GetUtcNow().UtcDateTime, default))!;
        return await scope.ServiceProvider.GetRequiredService<ConfirmIdentity>().RunAsync(actor, proof, default);
    }
}
