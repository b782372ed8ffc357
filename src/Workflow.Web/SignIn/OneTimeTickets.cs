using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Workflow.Directives.Data;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Carries the state of a challenge to the browser and back, readable to nobody on the way, for a few minutes and one answer.</summary>
internal sealed class OneTimeTickets(WorkflowDb db, IDataProtectionProvider protection, TimeProvider time)
{
    private const int LongestTicket = 8_000;
    private const char Mark = '\n';

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly IDataProtector protector = protection.CreateProtector("SignIn.OneTimeTicket");

    /// <summary>A ticket for one purpose.</summary>
    public string Make(string purpose, string state) => protector.Protect(string.Join(
        Mark, purpose, (time.GetUtcNow() + Patience).UtcTicks.ToString(CultureInfo.InvariantCulture), state));

    /// <summary>The state of a ticket, used up by this; null when it is not ours, for something else, too old or used.</summary>
    public async Task<string?> UseAsync(string purpose, string? ticket, CancellationToken ct)
    {
        if (Open(ticket) is not [var meant, var ticks, var state] || meant != purpose)
        {
            return null;
        }

        var (expires, now) = (new DateTime(long.Parse(ticks, CultureInfo.InvariantCulture), DateTimeKind.Utc), time.GetUtcNow().UtcDateTime);
        return now < expires && await UsedTicket.UseAsync(db, ticket!, expires, now, ct) ? state : null;
    }

    private string[]? Open(string? ticket)
    {
        try
        {
            return ticket is { Length: > 0 and < LongestTicket } ? protector.Unprotect(ticket).Split(Mark, 3) : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
