using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Directives.Data;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Verification;

namespace Workflow.Web.Commands;

/// <summary>
/// <c>verify-file FILE [--trust FILE]…</c>: says who signed a PDF, whether it was changed and whether it stands; exit 0 when it is valid (and stands), 1 when it is not. With
/// <c>--trust</c> (certificates of authorities, revocation lists) no database is opened; without, the office's own trust is used.
/// </summary>
internal static class VerifyFileVerb
{
    private const string Option = "--trust";

    public static async Task<int> RunAsync(string[] args)
    {
        var (rest, trusted) = Split(args);
        var (words, settings) = Prepared.Split(rest);
        if (words is not [var path])
        {
            return await FailAsync("Usage: verify-file FILE [--trust FILE]...   (certificates of authorities, revocation lists)");
        }

        Console.OutputEncoding = new UTF8Encoding(false);
        try
        {
            var pdf = await File.ReadAllBytesAsync(path);
            if (trusted.Count == 0)
            {
                return await Prepared.RunAsync(settings, async app =>
                {
                    await using var scope = app.Services.CreateAsyncScope();
                    var standing = await scope.ServiceProvider.GetRequiredService<FindStanding>().ByHashAsync(FileStore.HashOf(pdf), default);
                    return Report(path, pdf, await OfficeTrust.ReadAsync(scope.ServiceProvider.GetRequiredService<WorkflowDb>(), default), standing);
                });
            }

            return Anchors(trusted) is { } anchors ? Report(path, pdf, anchors, null) : await FailAsync("A file after --trust is neither a certificate nor a revocation list.");
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return await FailAsync(missing.Message);
        }
    }

    private static (string[] Others, IReadOnlyList<string> Trusted) Split(string[] args)
    {
        var (rest, trusted) = (new List<string>(), new List<string>());
        for (var i = 0; i < args.Length; i++)
        {
            if (args[i] == Option && i + 1 < args.Length)
            {
                trusted.Add(args[++i]);
            }
            else
            {
                rest.Add(args[i]);
            }
        }

        return ([.. rest], trusted);
    }

    private static TrustAnchors? Anchors(IReadOnlyList<string> files)
    {
        var (authorities, lists) = (new List<X509Certificate2>(), new List<RevocationList>());
        foreach (var file in files)
        {
            var bytes = File.ReadAllBytes(file);
            if (RevocationList.Read(bytes) is { } list)
            {
                lists.Add(list);
                continue;
            }

            try
            {
                authorities.Add(X509CertificateLoader.LoadCertificate(bytes));
            }
            catch (CryptographicException)
            {
                return null;
            }
        }

        return new TrustAnchors(authorities, [], lists);
    }

    private static int Report(string path, byte[] pdf, TrustAnchors anchors, DocumentStanding? standing)
    {
        var verified = FileVerification.Verify(pdf, anchors, TimeProvider.System.GetUtcNow().UtcDateTime, standing?.HeldSince);
        Console.Write(VerifiedFileText.Of(path, verified, standing));
        return verified.Verdict == FileVerdict.Valid && standing?.Standing is null or Standing.Stands ? 0 : 1;
    }

    private static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return 2;
    }
}
