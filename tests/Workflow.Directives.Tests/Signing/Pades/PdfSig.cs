using System.Diagnostics;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>Poppler's pdfsig, a reader of signatures that shares nothing with this program.</summary>
internal static class PdfSig
{
    public const string Path = "/usr/bin/pdfsig";

    public static bool Installed => File.Exists(Path);

    public static async Task<string> SayAsync(byte[] pdf)
    {
        var file = System.IO.Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(file, pdf);
            using var process = Process.Start(new ProcessStartInfo(Path, ["-nocert", file]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync();
            var output = await process.StandardOutput.ReadToEndAsync();
            await process.WaitForExitAsync();
            return output + await errors;
        }
        finally
        {
            File.Delete(file);
        }
    }
}

/// <summary>Runs where Poppler's pdfsig is installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfSigFactAttribute : FactAttribute
{
    /// <summary>Says why it is skipped.</summary>
    public PdfSigFactAttribute() => Skip = PdfSig.Installed ? null : "Install pdfsig (Poppler).";
}

/// <summary>Runs where Poppler's pdfsig is installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfSigTheoryAttribute : TheoryAttribute
{
    /// <summary>Says why it is skipped.</summary>
    public PdfSigTheoryAttribute() => Skip = PdfSig.Installed ? null : "Install pdfsig (Poppler).";
}
