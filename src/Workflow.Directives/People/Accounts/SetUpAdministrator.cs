using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.People.Accounts;

/// <summary>Lets the first administrator of an installation in, by a link that only whoever started the program has seen.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="setPassword">Rules and hash of the password.</param>
/// <param name="office">The office, which becomes a unit of the directory if it is none yet.</param>
/// <param name="time">The clock.</param>
public sealed class SetUpAdministrator(WorkflowDb db, SetPassword setPassword, OfficeSettings office, TimeProvider time)
{
    private const int SecretBytes = 32;
    private const int LongestSecret = 100;

    /// <summary>What the first administrator says of himself.</summary>
    /// <param name="FullName">Full name.</param>
    /// <param name="Email">Address to sign in with.</param>
    /// <param name="Password">Password.</param>
    public sealed record Command(string? FullName, string? Email, string? Password);

    /// <summary>Makes a link, as long as nobody is administrator; earlier ones work no more.</summary>
    /// <param name="ct">Cancels.</param>
    /// <returns>The secret of the link, for the only time; null when there is an administrator.</returns>
    public async Task<string?> OfferAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        if (await AdministeredAsync(now, ct))
        {
            return null;
        }

        var secret = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes));
        db.RemoveRange(await db.Set<SetupLink>().Where(one => one.UsedAt == null).ToListAsync(ct));
        db.Add(new SetupLink { Hash = IssueApiToken.Hash(secret), ExpiresAt = now.AddMinutes(SetupLink.Minutes) });
        await db.SaveChangesAsync(ct);
        return secret;
    }

    /// <summary>Why a link does not work; null when it does.</summary>
    /// <param name="secret">Its secret.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Refusal?> CheckAsync(string? secret, CancellationToken ct) => (await FindAsync(secret, ct)).Refusal;

    /// <summary>Makes the first administrator.</summary>
    /// <param name="secret">The secret of the link.</param>
    /// <param name="command">What he says of himself.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Person>> RunAsync(string? secret, Command command, CancellationToken ct) => db.OnceAsync<Person>(async () =>
    {
        ArgumentNullException.ThrowIfNull(command);
        var found = await FindAsync(secret, ct);
        if (found.Refusal is { } refusal)
        {
            return refusal;
        }

        if (Field.Clean(command.FullName, Field.NameLength) is not { } name)
        {
            return Refusals.Field("Họ và tên", "Full name", Field.NameLength);
        }

        var email = command.Email?.Trim() ?? "";
        if (!MailAddresses.IsValid(email) || await db.Set<Person>().AnyAsync(one => one.Email == email, ct))
        {
            return AccountRefusals.EmailRefused;
        }

        var now = time.GetUtcNow().UtcDateTime;
        var person = new Person
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            FullName = name,
            Email = email,
            UnitId = await OfficeUnitAsync(now, ct),
            Position = "Quản trị hệ thống",
            PositionEnglish = "System administrator",
        };
        var account = setPassword.Make(person, null, office.Issuer, command.Password, now);
        if (!account.Done)
        {
            return account.Refusal!;
        }

        person.Grants.Add(new RoleGrant { Id = Guid.CreateVersion7(), PersonId = person.Id, Role = Role.Administrator, From = WorkingCalendar.LocalDate(now) });
        found.Value.UsedAt = now;
        db.Add(person);
        db.Record(now, Actor.System, null, "person.added", null, null, $"{name}: {Role.Administrator}");
        await db.SaveChangesAsync(ct);
        return person;
    });

    private Task<bool> AdministeredAsync(DateTime now, CancellationToken ct)
    {
        var today = WorkingCalendar.LocalDate(now);
        return db.Set<Person>().AnyAsync(
            one => one.DisabledAt == null
                && one.Grants.Any(grant => grant.Role == Role.Administrator && grant.From <= today && (grant.Until == null || grant.Until >= today)),
            ct);
    }

    private async Task<Result<SetupLink>> FindAsync(string? secret, CancellationToken ct)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var hash = IssueApiToken.Hash(secret is { Length: < LongestSecret } ? secret : "");
        var link = await db.Set<SetupLink>().SingleOrDefaultAsync(one => one.Hash == hash, ct);
        if (link is not { UsedAt: null } || await AdministeredAsync(now, ct))
        {
            return Refusals.NotVisible;
        }

        return link.ExpiresAt > now ? link : AccountRefusals.SetupExpired;
    }

    // An empty directory has not even the office itself, without which nobody can draft.
    private async Task<Guid> OfficeUnitAsync(DateTime now, CancellationToken ct)
    {
        if (await db.Set<Unit>().Where(one => one.Code == office.OrganSymbol || one.Name == office.Issuer).Select(one => (Guid?)one.Id).FirstOrDefaultAsync(ct) is { } known)
        {
            return known;
        }

        var unit = new Unit
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Code = office.OrganSymbol,
            Name = office.Issuer,
            Kind = UnitKind.ProvincialCommittee,
            System = UnitSystem.Party,
            ValidFrom = office.TermFrom,
        };
        db.Add(unit);
        (await db.Set<DirectoryEdition>().SingleAsync(one => one.Id == DirectoryEdition.Only, ct)).ChangedAt = now;
        return unit.Id;
    }
}
