using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Directives.Verification;

namespace Workflow.Fuzz;

/// <summary>The product over a database of its own, with the sample province.</summary>
internal sealed class Office : IAsyncDisposable
{
    private const string Authority = "authority.cer";
    private readonly ServiceProvider services;
    private readonly string database;
    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private X509Certificate2? certificate;

    private Office(string database)
    {
        this.database = database;
        var registered = new ServiceCollection();
        registered.AddLogging();
        registered.AddDirectives(database, new OfficeSettings(), new OfficeHours(), new SmtpSettings { From = "vanthu@tinhuy.nambinh.example" });
        services = registered.BuildServiceProvider();
    }

    /// <summary>Makes the database.</summary>
    internal static async Task<Office> FoundAsync(string database)
    {
        var office = new Office(database);
        await using var scope = office.services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        await db.Database.MigrateAsync();
        await SampleProvince.LoadAsync(db, office.Now, default);
        await SamplePersons.LoadAsync(db, default);
        await office.CertifyAsync();
        return office;
    }

    /// <summary>Opens a database made before.</summary>
    internal static Office Open(string database) => new(database);

    internal DateTime Now => services.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime;

    internal TrialKey Signer() => new(certificate!, key);

    /// <summary>Believes the key that the samples were signed with, so that a damaged signature is not refused for its certificate alone.</summary>
    internal async Task<TrustAnchors> AnchorsAsync() =>
        new([X509CertificateLoader.LoadCertificate(await File.ReadAllBytesAsync(Beside(Authority)))], [], []);

    internal async Task<byte[]> ExportAsync(DirectorySheet sheet, TableFormat format)
    {
        await using var scope = services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<ExportDirectory>().RunAsync(await ChiefAsync(scope), sheet, format, default)).Value.Content;
    }

    /// <summary>Brings a file for a list and asks what it would change.</summary>
    /// <returns>The code of the refusal, or how it went.</returns>
    internal async Task<string> ImportAsync(DirectorySheet sheet, string name, byte[] content)
    {
        await using var scope = services.CreateAsyncScope();
        var (actor, imports) = (await ChiefAsync(scope), scope.ServiceProvider.GetRequiredService<ImportDirectory>());
        var brought = await imports.BringAsync(actor, new(sheet, name, content), default);
        if (brought.Refusal is { } refusal)
        {
            return refusal.Code;
        }

        var preview = await imports.PreviewAsync(actor, brought.Value.Id, default);
        return preview.Refusal?.Code ?? (preview.Value.Problems.Count > 0 ? "problems" : "read");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        certificate?.Dispose();
        key.Dispose();
    }

    private string Beside(string name) => Path.Combine(Path.GetDirectoryName(database)!, name);

    private async Task CertifyAsync()
    {
        using var authorityKey = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=Nam Binh trial authority, C=VN", authorityKey, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        using var authority = request.CreateSelfSigned(Now.AddYears(-5), Now.AddYears(5));
        var person = new CertificateRequest("CN=Nam Binh trial signer, C=VN", key, HashAlgorithmName.SHA256);
        person.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature | X509KeyUsageFlags.NonRepudiation, true));
        person.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromSubjectKeyIdentifier(
            authority.Extensions.OfType<X509SubjectKeyIdentifierExtension>().Single()));
        certificate = person.Create(authority.SubjectName, X509SignatureGenerator.CreateForECDsa(authorityKey), Now.AddYears(-4), Now.AddYears(4), [1, 1]);
        await File.WriteAllBytesAsync(Beside(Authority), authority.RawData);
    }

    private async Task<Actor> ChiefAsync(AsyncServiceScope scope)
    {
        var person = SamplePeople.All.Single(one => one.Email.StartsWith("chanhvanphong.duong@", StringComparison.Ordinal));
        return await scope.ServiceProvider.GetRequiredService<WorkflowDb>().FindActorAsync(person.Id, Now, default)
            ?? throw new InvalidOperationException("The sample has no chief of office.");
    }
}
