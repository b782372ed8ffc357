using Workflow.Directives.People;
using Workflow.Web.SignIn;

namespace Workflow.Web.Api;

/// <summary>The actor behind an API request; the token's person, with the roles of this moment.</summary>
internal sealed class Caller(CurrentActor current)
{
    private static readonly Actor Nobody = new(null, "", null, new HashSet<Role>());

    /// <summary>The actor; somebody without any right when the account was closed after the token was read.</summary>
    public async Task<Actor> ActorAsync(CancellationToken ct) => await current.GetAsync(ct) ?? Nobody;
}
