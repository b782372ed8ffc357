using System.Diagnostics;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>A word processor that is not ours, with a profile of its own and the fonts of this program.</summary>
internal sealed class LibreOffice : IDisposable
{
    private static readonly string[] Faces = ["Tinos-Regular.ttf", "Tinos-Bold.ttf", "Tinos-Italic.ttf", "Tinos-BoldItalic.ttf"];
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("libreoffice").FullName;

    internal static string? Program { get; } = Find("soffice");

    internal static bool Missing(string program) => Find(program) is null;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    /// <summary>What it prints of a Word file, page by page.</summary>
    internal async Task<string[]> PagesAsync(byte[] word)
    {
        await File.WriteAllBytesAsync(Path.Combine(folder, "a.docx"), word);
        await WriteFontsAsync();
        await RunAsync(Program!, $"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "pdf", "--outdir", folder, Path.Combine(folder, "a.docx"));
        var text = await RunAsync("pdftotext", "-layout", Path.Combine(folder, "a.pdf"), "-");
        return text.TrimEnd('\f', '\n').Split('\f');
    }

    private static string? Find(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Select(path => Path.Combine(path, program)).FirstOrDefault(File.Exists);

    // Where Times New Roman is missing, fonts without Vietnamese letters stand in and break lines elsewhere.
    private async Task WriteFontsAsync()
    {
        foreach (var face in Faces)
        {
            await using var font = typeof(FormProfiles).Assembly.GetManifestResourceStream($"Workflow.Directives.Documents.Fonts.{face}")!;
            await using var file = File.Create(Path.Combine(folder, face));
            await font.CopyToAsync(file);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "fonts.conf"), $"""
            <?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
            <fontconfig><dir>{folder}</dir><cachedir>{folder}/cache</cachedir><match target="pattern"><test name="family"><string>Times New Roman</string></test>
            <edit name="family" mode="assign" binding="strong"><string>Tinos</string></edit></match></fontconfig>
            """);
    }

    private async Task<string> RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["FONTCONFIG_FILE"] = Path.Combine(folder, "fonts.conf");
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, await errors);
        return output;
    }
}
