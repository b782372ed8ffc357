using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.People;
using Workflow.Directives.Signing.Certificates;

namespace Workflow.Web.Commands;

/// <summary><c>certificate …</c>: with which certificates people sign and the organ seals, and which authorities are believed.</summary>
internal static class CertificateVerb
{
    /// <summary>Stands for the organ's seal where an e-mail address would name a person.</summary>
    private const string Seal = "--seal";

    private const string Usage =
        "certificate add EMAIL|--seal FILE.p12 | certificate token EMAIL|--seal MODULE LABEL [THUMBPRINT] | certificate list"
        + " | certificate revoke THUMBPRINT REASON | certificate picture THUMBPRINT FILE.png | certificate trust FILE.cer";

    public static Task<int> RunAsync(string[] args)
    {
        var (words, settings) = Prepared.Split([.. args.Select(arg => arg == Seal ? "seal" : arg)]);
        return Prepared.RunAsync(settings, async app =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var services = scope.ServiceProvider;
            try
            {
                return words switch
                {
                    ["add", var holder, var file] => await AddAsync(services, holder, await File.ReadAllBytesAsync(file)),
                    ["token", var holder, var module, var label, .. var rest] => await TokenAsync(services, holder, module, label, rest.FirstOrDefault()),
                    ["list"] => await ListAsync(services.GetRequiredService<WorkflowDb>()),
                    ["revoke", var thumbprint, .. { Length: > 0 } reason] => await SayAsync(
                        await services.GetRequiredService<RevokeCertificate>().RunAsync(thumbprint, string.Join(' ', reason), default), Told),
                    ["picture", var thumbprint, var file] => await SayAsync(
                        await services.GetRequiredService<PictureCertificate>().RunAsync(thumbprint, await File.ReadAllBytesAsync(file), default), Told),
                    ["trust", var file] => await SayAsync(
                        await services.GetRequiredService<TrustAuthority>().RunAsync(await File.ReadAllBytesAsync(file), default),
                        row => $"{row.Thumbprint[..16]}  {row.Subject}"),
                    _ => await FailAsync(Usage),
                };
            }
            catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
            {
                return await FailAsync(missing.Message);
            }
        });
    }

    private static async Task<int> AddAsync(IServiceProvider services, string holder, byte[] file)
    {
        if (await HolderAsync(services, holder) is not { } whose)
        {
            return await FailAsync($"There is no person with the address \"{holder}\".");
        }

        var password = await Secrets.AskAsync("Password of the file");
        var pin = await Secrets.AskAsync($"PIN to sign with from now on, at least {StoredKey.ShortestPin} characters (empty: the same)");
        return await SayAsync(
            await services.GetRequiredService<RegisterCertificate>().FromFileAsync(
                whose.PersonId, file, password, pin.Length == 0 ? password : pin, default),
            Told);
    }

    private static async Task<int> TokenAsync(IServiceProvider services, string holder, string module, string label, string? thumbprint)
    {
        if (await HolderAsync(services, holder) is not { } whose)
        {
            return await FailAsync($"There is no person with the address \"{holder}\".");
        }

        var pin = await Secrets.AskAsync("PIN of the token");
        return await SayAsync(
            await services.GetRequiredService<RegisterCertificate>().FromTokenAsync(whose.PersonId, module, label, pin, thumbprint, default), Told);
    }

    private static async Task<int> ListAsync(WorkflowDb db)
    {
        var people = await db.Set<Person>().AsNoTracking().ToDictionaryAsync(one => one.Id, one => one.Email);
        foreach (var row in await db.Set<SigningCertificate>().AsNoTracking().OrderBy(one => one.RegisteredAt).ToListAsync())
        {
            Console.WriteLine($"{(row.PersonId is { } person ? people.GetValueOrDefault(person, "?") : Seal),-40}  {Told(row)}");
        }

        foreach (var row in await db.Set<TrustedAuthority>().AsNoTracking().OrderBy(one => one.TrustedAt).ToListAsync())
        {
            Console.WriteLine($"{"(authority)",-40}  {row.Thumbprint[..16]}  {row.Subject}");
        }

        return 0;
    }

    private static async Task<(Guid? PersonId, bool Found)?> HolderAsync(IServiceProvider services, string holder)
    {
        if (holder == "seal")
        {
            return (null, true);
        }

        var person = await services.GetRequiredService<WorkflowDb>().Set<Person>().AsNoTracking().SingleOrDefaultAsync(one => one.Email == holder);
        return person is null ? null : (person.Id, true);
    }

    private static string Told(SigningCertificate row) => string.Create(
        CultureInfo.InvariantCulture,
        $"{row.Thumbprint[..16]}  {row.Kind}  {row.NotBefore:yyyy-MM-dd}..{row.NotAfter:yyyy-MM-dd}  {row.Subject}  (by {row.Issuer}){(row.RevokedAt is { } at ? $"  REVOKED {at:yyyy-MM-dd}: {row.RevokedReason}" : "")}");

    private static async Task<int> SayAsync<T>(Result<T> result, Func<T, string> told)
    {
        if (result.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"{refusal.Vietnamese}\n{refusal.English}");
            return 1;
        }

        Console.WriteLine(told(result.Value));
        return 0;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
