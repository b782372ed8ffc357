using System.Diagnostics;

namespace Workflow.Web.Tests.Host;

/// <summary>The built program, run as an operator runs it.</summary>
internal static class BuiltProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    public static string Folder => AppContext.BaseDirectory;

    /// <summary>Runs it to its end.</summary>
    /// <param name="program">Folder of the program; null: as built.</param>
    /// <param name="from">Folder it is started from; null: a temporary one.</param>
    /// <param name="input">What it reads from its standard input; null: nothing is written there.</param>
    public static async Task<(int Exit, string Output, string Errors)> RunAsync(
        string[] arguments, string? program = null, string? from = null, string? input = null)
    {
        using var process = Start(arguments, program, from);
        if (input is not null)
        {
            await process.StandardInput.WriteAsync(input);
            process.StandardInput.Close();
        }

        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var late = new CancellationTokenSource(Patience);
        try
        {
            await process.WaitForExitAsync(late.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            Assert.Fail($"The program did not end: {string.Join(' ', arguments)}");
        }

        return (process.ExitCode, await output, await errors);
    }

    /// <summary>Starts it as a server and waits until it greets; the caller stops it.</summary>
    public static async Task<(Process Process, Uri Address)> ServeAsync(string[] arguments, string? program = null, string? from = null)
    {
        var process = Start(arguments, program, from);
        using var late = new CancellationTokenSource(Patience);
        var seen = new List<string>();
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            seen.Add(line);
            if (line.Trim().StartsWith("http://", StringComparison.Ordinal))
            {
                return (process, new Uri(line.Trim()));
            }
        }

        var errors = await process.StandardError.ReadToEndAsync(late.Token);
        process.Dispose();
        throw new InvalidOperationException($"The program ended instead of serving: {string.Join('\n', seen)}\n{errors}");
    }

    public static void Stop(Process process)
    {
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }

    private static Process Start(string[] arguments, string? program, string? from)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(program ?? Folder, "Workflow.Web.dll"), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            WorkingDirectory = from ?? Path.GetTempPath(),
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Production";
        return Process.Start(start)!;
    }
}
