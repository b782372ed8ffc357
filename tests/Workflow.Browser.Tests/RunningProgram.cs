using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Browser.Tests;

/// <summary>The built program with the sample province, on a data directory of its own.</summary>
internal sealed partial class RunningProgram : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(90);
    private readonly string folder = Directory.CreateTempSubdirectory("workflow-browser-").FullName;
    private readonly Process process;

    private RunningProgram()
    {
        // Links in messages carry the configured origin, so the port is chosen before the start.
        Address = new Uri($"http://127.0.0.1:{FreePort().ToString(CultureInfo.InvariantCulture)}");
        var origin = Address.GetLeftPart(UriPartial.Authority);
        var start = new ProcessStartInfo(
            "dotnet",
            [Place.Program, "--Workflow:DataDirectory", folder, "--Workflow:Sample", "true", "--Urls", origin, "--Office:PublicOrigin", origin])
        {
            RedirectStandardOutput = true,
            RedirectStandardInput = true,
        };

        // As under dotnet run: files of the pages are read where the build left them.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        process = Process.Start(start)!;
    }

    public Uri Address { get; }

    /// <summary>Its data directory.</summary>
    public string Data => folder;

    public static async Task<RunningProgram> StartAsync()
    {
        var program = new RunningProgram();
        using var late = new CancellationTokenSource(Patience);
        while (await program.process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line.Trim() == program.Address.GetLeftPart(UriPartial.Authority))
            {
                // Whoever does not read the rest would stop the program when the pipe is full.
                _ = program.process.StandardOutput.ReadToEndAsync(CancellationToken.None);
                return program;
            }
        }

        await program.DisposeAsync();
        throw new InvalidOperationException("The program ended instead of serving.");
    }

    /// <summary>The texts of all messages that went out.</summary>
    public IEnumerable<string> Letters() => Directory.EnumerateFiles(Path.Combine(folder, "mail"), "*.eml").Select(File.ReadAllText).Select(message =>
        Encoding.UTF8.GetString(Convert.FromBase64String(PlainPart().Match(message).Groups["body"].Value)));

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
        }

        await process.WaitForExitAsync();
        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    [GeneratedRegex(@"Content-Type: text/plain[^\r\n]*\r\nContent-Transfer-Encoding: base64\r\n\r\n(?<body>[A-Za-z0-9+/=\r\n]+?)\r\n--")]
    private static partial Regex PlainPart();
}
