using System.Collections.Immutable;
using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Workflow.Directives.Documents.Files.Letters;

namespace Workflow.Directives.Documents.Files.Pdf;

/// <summary>
/// Takes the text layer out of a PDF with <c>pdftotext</c> of Poppler, a program of its own: whatever a hostile file does to it, it
/// has no more time, output and memory than is given here, and the file goes to it without touching the disk.
/// </summary>
internal sealed class PdfText(string program, TimeSpan longest)
{
    private const int LongestComplaint = 4_000;
    private const int LargestMemory = 536_870_912;

    /// <summary>A page with fewer letters has no text layer: a stamp or a page number at most.</summary>
    private const int FewestLetters = 40;

    /// <summary>Where the program is: as set, else the first <c>pdftotext</c> on the PATH; null when there is none.</summary>
    internal static string? Find(string setting) => setting.Length > 0 ? (File.Exists(setting) ? setting : null) : OnPath("pdftotext");

    internal async Task<Result<SourceText>> ReadAsync(ReadOnlyMemory<byte> pdf, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(longest);
        try
        {
            var (exit, output, complaint) = await RunAsync(pdf, limit.Token);
            return output is null ? FileRefusals.TextTooLong
                : complaint.Contains("ncorrect password", StringComparison.Ordinal) ? FileRefusals.PdfLocked
                : exit != 0 ? FileRefusals.PdfBroken
                : TextOf(output);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return FileRefusals.PdfTooSlow;
        }
        catch (Win32Exception)
        {
            return FileRefusals.PdfReaderMissing;
        }
    }

    private static Result<SourceText> TextOf(string output)
    {
        // A form feed ends each page, the last one too.
        var pages = output.Split('\f') is [.. var ended, var rest] && rest.Trim().Length == 0 ? ended : output.Split('\f');
        var empty = pages.Select((page, i) => (Page: i + 1, Letters: page.Count(char.IsLetter))).Where(one => one.Letters < FewestLetters).ToList();
        if (pages.Sum(page => page.Count(char.IsLetter)) < FewestLetters)
        {
            return FileRefusals.PdfScanned;
        }

        var notes = new List<SourceNote>();
        var blank = empty.Where(one => one.Letters == 0).Select(one => one.Page.ToString(CultureInfo.InvariantCulture)).ToList();
        if (blank.Count > 0)
        {
            var list = string.Join(", ", blank.Take(20)) + (blank.Count > 20 ? "…" : "");
            notes.Add(new($"Trang {list} không có lớp chữ (trang trống hoặc ảnh quét) nên không đọc được.", $"Page {list} has no text layer (blank, or a picture) and was not read."));
        }

        // Columns keep the gap that parted them on the page.
        var text = string.Join("\n\n", pages.Select(PdfLines.Join));
        var mended = TextDecoding.Mend(new(text, TextDecoding.Utf8Name, false));
        if (mended.Converted)
        {
            notes.Add(SourceFileReader.ConvertedFrom(mended.Name));
        }

        return SourceFileReader.Finish(mended.Text, SourceFormat.Pdf, mended.Converted ? mended.Name : null, [.. notes]);
    }

    private async Task<(int Exit, string? Output, string Complaint)> RunAsync(ReadOnlyMemory<byte> pdf, CancellationToken ct)
    {
        using var process = Process.Start(Command()) ?? throw new Win32Exception();
        try
        {
            var feeding = FeedAsync(process, pdf, ct);
            var output = ReadAsync(process.StandardOutput.BaseStream, TextRules.LongestText * 2, ct);
            var complaint = ReadAsync(process.StandardError.BaseStream, LongestComplaint, ct);
            if (await output is not { } text)
            {
                return (0, null, "");
            }

            await feeding;
            await process.WaitForExitAsync(ct);
            return (process.ExitCode, text, await complaint ?? "");
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
                await process.WaitForExitAsync(CancellationToken.None);
            }
        }
    }

    private static async Task FeedAsync(Process process, ReadOnlyMemory<byte> pdf, CancellationToken ct)
    {
        try
        {
            await process.StandardInput.BaseStream.WriteAsync(pdf, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It gave up on the file before the end; its exit says why.
        }
    }

    private static async Task<string?> ReadAsync(Stream stream, int most, CancellationToken ct)
    {
        using var all = new MemoryStream();
        var buffer = new byte[16_384];
        int read;
        while ((read = await stream.ReadAsync(buffer, ct)) > 0)
        {
            if (all.Length + read > most)
            {
                return null;
            }

            all.Write(buffer, 0, read);
        }

        return Encoding.UTF8.GetString(all.GetBuffer(), 0, (int)all.Length);
    }

    private ProcessStartInfo Command()
    {
        var start = new ProcessStartInfo
        {
            FileName = program,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
            CreateNoWindow = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        start.Environment["LC_ALL"] = "C";
        if (OperatingSystem.IsLinux() && OnPath("prlimit") is { } limiter)
        {
            start.FileName = limiter;
            start.ArgumentList.Add($"--as={LargestMemory.ToString(CultureInfo.InvariantCulture)}");
            start.ArgumentList.Add("--core=0");
            start.ArgumentList.Add(program);
        }

        foreach (var word in new[] { "-layout", "-enc", "UTF-8", "-", "-" })
        {
            start.ArgumentList.Add(word);
        }

        return start;
    }

    private static string? OnPath(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Select(folder => Path.Combine(folder, OperatingSystem.IsWindows() ? name + ".exe" : name))
            .FirstOrDefault(File.Exists);
}
