using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;
using Workflow.Web.SignIn;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>What tests do to accounts directly.</summary>
internal static class Accounts
{
    /// <summary>A password that the rules take.</summary>
    public const string Password = "mưa rơi trên mái tôn cũ";

    public static Task<Guid> IdAsync(this RunningOffice office, string email) =>
        office.InStoreAsync(db => db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync());

    public static async Task<T> AskAsync<TUseCase, T>(this RunningOffice office, Func<TUseCase, Task<T>> ask)
        where TUseCase : notnull
    {
        await using var scope = office.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<TUseCase>());
    }

    public static async Task<Actor> ActorAsync(this RunningOffice office, string email)
    {
        var id = await office.IdAsync(email);
        var now = office.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;
        return (await office.InStoreAsync(db => db.FindActorAsync(id, now, default)))!;
    }

    /// <summary>Gives somebody a password hashed as in earnest.</summary>
    public static async Task SetPasswordAsync(this RunningOffice office, string email, string password = Password)
    {
        var actor = await office.ActorAsync(email);
        Assert.True((await office.AskAsync<SetPassword, Directives.Result<Account>>(one => one.RunAsync(actor, password, null, default))).Done);
    }

    /// <summary>Gives somebody an authenticator.</summary>
    public static async Task<byte[]> EnrolAsync(this RunningOffice office, string email)
    {
        var seed = new byte[TimeCode.SeedBytes];
        Random.Shared.NextBytes(seed);
        var kept = await office.AskAsync<SignInProofs, string>(one => Task.FromResult(one.Protect(seed)));
        var id = await office.IdAsync(email);
        await office.InStoreAsync(db => db.Set<Account>().Where(one => one.Id == id).ExecuteUpdateAsync(set => set.SetProperty(one => one.AuthenticatorSeed, kept)));
        return seed;
    }

    /// <summary>The code an authenticator shows now.</summary>
    public static string CodeNow(this RunningOffice office, byte[] seed, int steps = 0) =>
        TimeCode.Of(seed, TimeCode.StepOf(office.Services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime) + steps);
}
