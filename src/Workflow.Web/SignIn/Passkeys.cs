using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Workflow.Directives;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>A challenge for the browser's authenticator.</summary>
/// <param name="Ticket">Comes back with the answer.</param>
/// <param name="Options">Options of WebAuthn, as JSON.</param>
internal sealed record PasskeyChallenge(string Ticket, string Options);

/// <summary>Passkeys (WebAuthn Level 3): a challenge is answered once, at the office's own address, by somebody the authenticator has recognised.</summary>
internal sealed class Passkeys(
    IPasskeyHandler<Account> handler, UserManager<Account> accounts, IHttpContextAccessor http, OneTimeTickets tickets, OfficeSettings office)
{
    /// <summary>Most characters of a browser's answer.</summary>
    private const int LongestAnswer = 20_000;

    private const int MostPasskeys = 20;
    private const string Prove = "passkey.prove";
    private const string Register = "passkey.register";

    /// <summary>Whether there can be any: a passkey belongs to a host name, never to a bare address.</summary>
    public bool Possible => Uri.CheckHostName(office.PublicOrigin.Host) == UriHostNameType.Dns;

    /// <summary>Asks for any passkey of this office.</summary>
    public async Task<PasskeyChallenge> AskAsync()
    {
        var asked = await handler.MakeRequestOptionsAsync(null, Context);
        return new PasskeyChallenge(tickets.Make(Prove, asked.AssertionState ?? ""), asked.RequestOptionsJson);
    }

    /// <summary>Asks for a new passkey of a person who has an account.</summary>
    public async Task<PasskeyChallenge> AskNewAsync(Actor actor, string email)
    {
        var asked = await handler.MakeCreationOptionsAsync(new() { Id = $"{actor.PersonId}", Name = email, DisplayName = actor.Name }, Context);
        return new PasskeyChallenge(tickets.Make(Register, $"{actor.PersonId}\n{asked.AttestationState}"), asked.CreationOptionsJson);
    }

    /// <summary>Whose passkey answered; null when the answer is not good, or its challenge was answered before.</summary>
    public async Task<Guid?> ProveAsync(string? ticket, string? answer, CancellationToken ct)
    {
        if (!Readable(answer) || await tickets.UseAsync(Prove, ticket, ct) is not { } state)
        {
            return null;
        }

        var result = await handler.PerformAssertionAsync(new() { HttpContext = Context, CredentialJson = answer!, AssertionState = state });
        if (!result.Succeeded)
        {
            return null;
        }

        // The counter of signatures is kept, so that a copied authenticator is noticed.
        await accounts.AddOrUpdatePasskeyAsync(result.User, result.Passkey);
        return result.User.Id;
    }

    /// <summary>The passkey a browser made for a person, not kept yet; null when the answer is not good.</summary>
    public async Task<UserPasskeyInfo?> MadeAsync(Actor actor, string? ticket, string? answer, CancellationToken ct)
    {
        if (!Readable(answer) || await tickets.UseAsync(Register, ticket, ct) is not { } state
            || state.Split('\n', 2) is not [var person, var attestation] || person != $"{actor.PersonId}")
        {
            return null;
        }

        var result = await handler.PerformAttestationAsync(new() { HttpContext = Context, CredentialJson = answer!, AttestationState = attestation });
        return result.Succeeded ? result.Passkey : null;
    }

    /// <summary>Keeps a passkey. The caller has recorded the act; both are one save.</summary>
    /// <returns>Whether it was kept.</returns>
    public async Task<bool> KeepAsync(Actor actor, UserPasskeyInfo passkey) =>
        await AccountAsync(actor) is { } account && (await accounts.GetPasskeysAsync(account)).Count < MostPasskeys
        && (await accounts.AddOrUpdatePasskeyAsync(account, passkey)).Succeeded;

    /// <summary>Removes a passkey. The caller has recorded the act; both are one save.</summary>
    public async Task RemoveAsync(Actor actor, byte[] id)
    {
        if (await AccountAsync(actor) is { } account)
        {
            await accounts.RemovePasskeyAsync(account, id);
        }
    }

    /// <summary>A person's passkeys.</summary>
    public async Task<IReadOnlyList<UserPasskeyInfo>> OfAsync(Actor actor) =>
        await AccountAsync(actor) is { } account ? [.. await accounts.GetPasskeysAsync(account)] : [];

    private HttpContext Context => http.HttpContext ?? throw new InvalidOperationException("Passkeys need a browser.");

    private Task<Account?> AccountAsync(Actor actor) => accounts.FindByIdAsync($"{actor.PersonId}");

    // What is not JSON at all would be a defect to the handler; here it is only a wrong answer.
    private static bool Readable(string? answer)
    {
        if (answer is not { Length: > 0 and < LongestAnswer })
        {
            return false;
        }

        try
        {
            using var json = JsonDocument.Parse(answer);
            return json.RootElement.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
