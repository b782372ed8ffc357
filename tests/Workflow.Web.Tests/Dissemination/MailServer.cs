using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace Workflow.Web.Tests.Dissemination;

/// <summary>Runs where Debian's python3-aiosmtpd is installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class MailServerFactAttribute : FactAttribute
{
    // Debian's own interpreter first: it has Debian's packages, whatever else is on the path.
    private static readonly Lazy<string?> Interpreter = new(() => new[] { "/usr/bin/python3", "python3" }.FirstOrDefault(HasServer));

    public MailServerFactAttribute() => Skip = Interpreter.Value is null ? "python3-aiosmtpd is not installed." : null;

    /// <summary>The interpreter that has the server.</summary>
    internal static string Python => Interpreter.Value!;

    private static bool HasServer(string python)
    {
        try
        {
            using var probe = Process.Start(new ProcessStartInfo(python, ["-c", "import aiosmtpd"]) { RedirectStandardError = true })!;
            probe.WaitForExit();
            return probe.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>What the server took.</summary>
internal sealed record Taken(string From, string[] To, string MessageId, string Subject, string Text, bool Tls, string? User);

/// <summary>A mail server of another make in a process of its own, with a certificate made for it.</summary>
internal sealed class MailServer : IDisposable
{
    public const string User = "vanthu";
    public const string Password = "mật khẩu thử nghiệm 1";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-mail-server-").FullName;
    private readonly Process process;

    public MailServer()
    {
        var (certificate, key) = (Path.Combine(folder, "certificate.pem"), Path.Combine(folder, "key.pem"));
        Fingerprint = MakeCertificate(certificate, key);
        process = Process.Start(new ProcessStartInfo(
            MailServerFactAttribute.Python, [Path.Combine(AppContext.BaseDirectory, "Dissemination", "mail_server.py"), certificate, key, User, Password, Record])
        { RedirectStandardOutput = true })!;
        Port = int.Parse(process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The mail server did not start."), CultureInfo.InvariantCulture);
    }

    public int Port { get; }

    /// <summary>SHA-256 of the certificate, hexadecimal.</summary>
    public string Fingerprint { get; }

    private string Record => Path.Combine(folder, "record.jsonl");

    public Taken[] Messages() => File.Exists(Record)
        ? [.. File.ReadAllLines(Record).Select(line => JsonSerializer.Deserialize<Taken>(line, JsonSerializerOptions.Web)!)]
        : [];

    /// <summary>The settings with which the program reaches it.</summary>
    public string[] Settings(string fingerprint) =>
    [
        "--Mail:Transport", "Smtp", "--Mail:Host", "127.0.0.1", "--Mail:Port", Port.ToString(CultureInfo.InvariantCulture), "--Mail:Security", "StartTls",
        "--Mail:UserName", User, "--Mail:Password", Password, "--Mail:CertificateSha256", fingerprint,
    ];

    public void Dispose()
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
        System.IO.Directory.Delete(folder, recursive: true);
    }

    private static string MakeCertificate(string certificate, string key)
    {
        using var secret = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=mail.test", secret, HashAlgorithmName.SHA256);
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(certificate, made.ExportCertificatePem());
        File.WriteAllText(key, secret.ExportPkcs8PrivateKeyPem());
        return made.GetCertHashString(HashAlgorithmName.SHA256);
    }
}
