using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Workflow.Fuzz;

/// <summary>How a file was answered.</summary>
internal enum Fate
{
    /// <summary>Read or refused with a sentence, as it should.</summary>
    Answered,

    /// <summary>An exception no door expects, or the process died.</summary>
    Crash,

    /// <summary>No answer in time.</summary>
    Hang,

    /// <summary>The process took more memory than it may.</summary>
    Memory,

    /// <summary>A damaged paper was called valid.</summary>
    Forged,
}

/// <summary>A reading process that is watched: its time, its memory, its life. It is begun again when it died.</summary>
internal sealed class ReaderAtWork(string database) : IAsyncDisposable
{
    private const long MostMemory = 512L * 1_048_576;

    /// <summary>The managed part of it, hexadecimal as the runtime wants it.</summary>
    private const long MostHeap = 256L * 1_048_576;

    /// <summary>How long a file may take of a processor. A machine that is busy with other things is no hang.</summary>
    private static readonly TimeSpan MostWork = TimeSpan.FromSeconds(20);

    /// <summary>How long it may take by the clock, in case nothing is done at all.</summary>
    private static readonly TimeSpan MostWait = TimeSpan.FromMinutes(5);

    private static readonly TimeSpan Look = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan StartingTime = TimeSpan.FromMinutes(5);
    private Process? process;
    private BinaryWriter? input;
    private Task<string>? complaints;

    /// <summary>The most memory any process took, in bytes.</summary>
    internal long PeakMemory { get; private set; }

    internal async Task<(Fate Fate, string Answer)> ReadAsync(Sample sample)
    {
        var reader = process ?? await StartAsync();
        try
        {
            ReadingProcess.Give(input!, sample);
            var answering = reader.StandardOutput.ReadLineAsync();
            if (!await IsInTimeAsync(reader, answering))
            {
                await StopAsync();
                return (Fate.Hang, $"no answer after {MostWork.TotalSeconds} s of work");
            }

            if (await answering is { } answer)
            {
                return Judge(answer);
            }
        }
        catch (IOException)
        {
            // It died while the file was handed over; what it said before tells why.
        }

        var died = await complaints!;
        await StopAsync();
        return (Fate.Crash, "the process died: " + died.ReplaceLineEndings(" | "));
    }

    public async ValueTask DisposeAsync() => await StopAsync();

    private static async Task<bool> IsInTimeAsync(Process reader, Task answering)
    {
        var (begun, before) = (Stopwatch.StartNew(), Worked(reader));
        while (await Task.WhenAny(answering, Task.Delay(Look)) != answering)
        {
            if (Worked(reader) - before > MostWork || begun.Elapsed > MostWait)
            {
                return false;
            }
        }

        return true;
    }

    private static TimeSpan Worked(Process reader)
    {
        reader.Refresh();
        return reader.HasExited ? TimeSpan.Zero : reader.TotalProcessorTime;
    }

    private (Fate Fate, string Answer) Judge(string answer)
    {
        process!.Refresh();
        PeakMemory = Math.Max(PeakMemory, process.PeakWorkingSet64);
        return answer.StartsWith(ReadingProcess.Crashed) ? (Fate.Crash, answer)
            : process.PeakWorkingSet64 > MostMemory ? (Fate.Memory, $"{process.PeakWorkingSet64 / 1_048_576} MiB")
            : (Fate.Answered, answer);
    }

    private async Task<Process> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = Encoding.UTF8,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ReaderAtWork).Assembly.Location);
        }

        start.ArgumentList.Add(ReadingProcess.Verb);
        start.ArgumentList.Add(database);
        start.Environment["DOTNET_GCHeapHardLimit"] = MostHeap.ToString("X", CultureInfo.InvariantCulture);
        process = Process.Start(start) ?? throw new InvalidOperationException("The reading process does not start.");
        input = new BinaryWriter(process.StandardInput.BaseStream, Encoding.UTF8);
        complaints = process.StandardError.ReadToEndAsync();
        using var late = new CancellationTokenSource(StartingTime);
        return await process.StandardOutput.ReadLineAsync(late.Token) == "ready" ? process : throw new InvalidOperationException(await complaints);
    }

    private async Task StopAsync()
    {
        if (process is null)
        {
            return;
        }

        if (!process.HasExited)
        {
            process.Kill(entireProcessTree: true);
        }

        await process.WaitForExitAsync();
        process.Dispose();
        process = null;
    }
}
