using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using Workflow.Directives.Signing.Certificates;

namespace Workflow.Directives.Tests.Signing.Certificates;

/// <summary>Tokens of SoftHSM, a PKCS#11 module in software: what a USB token or an HSM is to the code that signs.</summary>
internal static class SoftToken
{
    public const string Module = "/usr/lib/softhsm/libsofthsm2.so";

    public const string Pin = "12345678";

    private static readonly Lazy<string> Configuration = new(Configure);

    public static bool Installed => File.Exists(Module) && File.Exists("/usr/bin/softhsm2-util");

    /// <summary>Makes a token that holds a key. The module sees only the tokens there are when it is first loaded.</summary>
    public static async Task MakeAsync(string label, AsymmetricAlgorithm key)
    {
        await RunAsync("--init-token", "--free", "--label", label, "--pin", Pin, "--so-pin", "87654321");
        var file = Path.Combine(Path.GetDirectoryName(Configuration.Value)!, label + ".pem");
        await File.WriteAllTextAsync(file, key.ExportPkcs8PrivateKeyPem());
        await RunAsync("--import", file, "--token", label, "--label", label, "--id", "A1", "--pin", Pin);
        File.Delete(file);
    }

    /// <summary>Puts the certificate beside the key.</summary>
    public static void PutCertificate(string label, X509Certificate2 certificate)
    {
        using var session = Pkcs11Modules.Load(Module).GetSlotList(SlotsType.WithTokenPresent).Single(one => one.GetTokenInfo().Label.TrimEnd() == label)
            .OpenSession(SessionType.ReadWrite);
        session.Login(CKU.CKU_USER, Pin);
        var make = session.Factories.ObjectAttributeFactory;
        session.CreateObject(
        [
            make.Create(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE), make.Create(CKA.CKA_CERTIFICATE_TYPE, CKC.CKC_X_509), make.Create(CKA.CKA_TOKEN, true),
            make.Create(CKA.CKA_ID, new byte[] { 0xA1 }), make.Create(CKA.CKA_SUBJECT, certificate.SubjectName.RawData),
            make.Create(CKA.CKA_VALUE, certificate.RawData),
        ]);
        session.Logout();
    }

    private static string Configure()
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("workflow-softhsm-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => System.IO.Directory.Delete(folder, recursive: true);
        var path = Path.Combine(folder, "softhsm2.conf");
        System.IO.Directory.CreateDirectory(Path.Combine(folder, "tokens"));
        File.WriteAllText(path, $"directories.tokendir = {Path.Combine(folder, "tokens")}\nobjectstore.backend = file\nlog.level = ERROR\n");

        // The module reads the environment of the process itself, which .NET keeps a copy of.
        var set = NativeLibrary.GetExport(NativeLibrary.Load("libc.so.6"), "setenv");
        Assert.Equal(0, Marshal.GetDelegateForFunctionPointer<SetEnvironment>(set)("SOFTHSM2_CONF", path, 1));
        return path;
    }

    private static async Task RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("/usr/bin/softhsm2-util", arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SOFTHSM2_CONF"] = Configuration.Value;
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
    }

    [UnmanagedFunctionPointer(CallingConvention.Cdecl)]
    private delegate int SetEnvironment([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);
}

/// <summary>Runs where SoftHSM is installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class SoftTokenFactAttribute : FactAttribute
{
    /// <summary>Says why it is skipped.</summary>
    public SoftTokenFactAttribute() => Skip = SoftToken.Installed ? null : "Install softhsm2 (SoftHSM).";
}
