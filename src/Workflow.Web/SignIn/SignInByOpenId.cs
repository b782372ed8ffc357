using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.People.Accounts;

namespace Workflow.Web.SignIn;

/// <summary>Finds the person an identity provider vouches for: by issuer and subject, and the first time by a verified address.</summary>
internal sealed class SignInByOpenId(WorkflowDb db, UserManager<Account> accounts, TimeProvider time)
{
    /// <summary>The person; null when there is no open account for him here. Nobody gets an account by signing in elsewhere.</summary>
    public async Task<Guid?> FindAsync(ClaimsPrincipal vouched, CancellationToken ct)
    {
        if (vouched.FindFirstValue("iss") is not { } issuer || vouched.FindFirstValue("sub") is not { Length: > 0 } subject)
        {
            return null;
        }

        if (await accounts.FindByLoginAsync(issuer, subject) is { } known)
        {
            return known.Id;
        }

        return vouched.FindFirstValue("email") is { } email && bool.TryParse(vouched.FindFirstValue("email_verified"), out var verified) && verified
            ? await TieAsync(issuer, subject, email, ct)
            : null;
    }

    // Tied once: later the address may change hands at the provider, the subject may not (OpenID Connect Core section 5.7).
    private async Task<Guid?> TieAsync(string issuer, string subject, string email, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await db.Set<Person>().SingleOrDefaultAsync(one => EF.Functions.Collate(one.Email, "NOCASE") == email && one.DisabledAt == null, ct) is not { } person
            || await db.Set<IdentityUserLogin<Guid>>().AnyAsync(one => one.UserId == person.Id && one.LoginProvider == issuer, ct)
            || await db.FindActorAsync(person.Id, now, ct) is not { } actor)
        {
            return null;
        }

        if (!await db.Set<Account>().AnyAsync(one => one.Id == person.Id, ct))
        {
            db.Add(new Account { Id = person.Id, SecurityStamp = Guid.NewGuid().ToString() });
        }

        db.Add(new IdentityUserLogin<Guid> { LoginProvider = issuer, ProviderKey = subject, UserId = person.Id });
        db.Record(now, actor, null, "account.provider-tied", null);
        await db.SaveChangesAsync(ct);
        return person.Id;
    }
}
