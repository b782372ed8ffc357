using Workflow.Web.Rights;
using Workflow.Web.SignIn;

namespace Workflow.Web.Api;

/// <summary>A caller proves who he is for one act that cannot be taken back.</summary>
internal static class ConfirmationsApi
{
    private const int HashLength = 64;
    private const int LongestPath = 300;

    public static void Map(RouteGroupBuilder api) => api.MapPost("/confirmations", ConfirmAsync)
        .WithMetadata(new StoresNothing())
        .WithTags("Confirmations")
        .WithSummary("Password or authenticator code for one request: its path and the SHA-256 of its body (hex). Send the answer as header Step-Up within five minutes, once.");

    internal sealed record ConfirmationBody(string? Path, string? BodySha256, string? Password, string? Code);

    private static async Task<IResult> ConfirmAsync(
        ConfirmationBody body, ConfirmIdentity identity, Confirmations confirmations, Caller caller, TimeProvider time, CancellationToken ct)
    {
        if (body.Path is not { Length: > 0 and < LongestPath } path || body.BodySha256?.ToLowerInvariant() is not { Length: HashLength } hash)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }

        var actor = await caller.ActorAsync(ct);
        return await identity.RunAsync(actor, new IdentityProof(body.Password, body.Code), ct) is { } refusal
            ? Answer.Refused(refusal)
            : Results.Ok(new { Confirmation = confirmations.Make(actor.PersonId!.Value, path, hash), ExpiresAt = time.GetUtcNow() + Confirmations.Life });
    }
}
