using System.Diagnostics;
using System.Globalization;
using System.Net;

namespace Workflow.Benchmarks;

/// <summary>The program as it runs: start to first page on an existing database, and memory after the demo.</summary>
internal static class ProgramStart
{
    private const string Address = "http://127.0.0.1:5091";
    private const double KibibytesPerMebibyte = 1024;

    public static async IAsyncEnumerable<object> RunAsync(int rounds)
    {
        var data = System.IO.Directory.CreateTempSubdirectory("workflow-bench-").FullName;
        var program = Path.Combine(AppContext.BaseDirectory, "Workflow.Web.dll");
        using (var demo = Start(program, "demo", data))
        {
            var (peak, clock) = (0d, Stopwatch.StartNew());
            while (!demo.HasExited)
            {
                peak = Math.Max(peak, Resident(demo, "VmHWM"));
                await Task.Delay(TimeSpan.FromMilliseconds(20));
            }

            yield return new { figure = "demo", exit = demo.ExitCode, seconds = Math.Round(clock.Elapsed.TotalSeconds, 1), peakMiB = Math.Round(peak) };
        }

        var starts = new List<double>();
        var resident = 0d;
        for (var round = 0; round < rounds; round++)
        {
            var clock = Stopwatch.StartNew();
            using var server = Start(program, "", data);
            await FirstPageAsync();
            starts.Add(clock.Elapsed.TotalMilliseconds);
            resident = Resident(server, "VmRSS");
            server.Kill();
            await server.WaitForExitAsync();
        }

        yield return new { figure = "start to first page, existing database", medianMs = Math.Round(Figures.Median(starts)), residentMiB = Math.Round(resident), rounds };
        System.IO.Directory.Delete(data, recursive: true);
    }

    private static Process Start(string program, string verb, string data)
    {
        var start = new ProcessStartInfo("dotnet", $"\"{program}\" {verb} --Workflow:DataDirectory \"{data}\" --Workflow:Sample true --Urls {Address}")
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        return process;
    }

    private static async Task FirstPageAsync()
    {
        using var client = new HttpClient();
        for (var tries = 0; tries < 3_000; tries++)
        {
            try
            {
                using var page = await client.GetAsync(new Uri($"{Address}/sign-in"));
                if (page.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(TimeSpan.FromMilliseconds(5));
        }

        throw new TimeoutException("The first page did not come.");
    }

    private static double Resident(Process process, string line)
    {
        try
        {
            var status = File.ReadLines($"/proc/{process.Id}/status").FirstOrDefault(one => one.StartsWith(line + ":", StringComparison.Ordinal));
            return status is null ? 0 : double.Parse(status.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / KibibytesPerMebibyte;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
