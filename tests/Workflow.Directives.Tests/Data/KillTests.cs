using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Workflow.Crash;

namespace Workflow.Directives.Tests.Data;

/// <summary>A process that dies at any moment of an act leaves all of the act or nothing of it.</summary>
public sealed class KillTests
{
    private const int UsualExitOfAKilledProcess = 128 + 9;

    [Theory]
    [InlineData("chief", Who.DeputyChief)]
    [InlineData("number", Who.Clerk)]
    [InlineData("issue", Who.Clerk)]
    public async Task Act_StoppedAtAnyPoint_IsWholeOrNothing(string step, string who)
    {
        await using var office = await Province.OpenAsync();
        await office.Walk.ToAsync("chi-thi", step);
        await using var disk = new DiskImages();
        var points = new ActPoints(disk.Take);
        await using var copy = await office.CopyAsync(points.Watch);
        disk.Of(copy.Database);
        var before = await copy.FingerprintAsync();

        Assert.True(await Acts.DoOpenTaskAsync(copy.Services, $"{who}@tinhuy.nambinh.example", () => points.Armed = true));
        points.Armed = false;
        var after = await copy.FingerprintAsync();

        Assert.NotEqual(before, after);
        Assert.Contains("before commit", disk.Points);
        Assert.True(disk.Points.Count > (step == "issue" ? 300 : 20), $"{disk.Points.Count} points");
        var done = false;
        foreach (var (path, at) in disk.Taken)
        {
            var found = await Province.FingerprintOfAsync(path);
            var whole = found.Count == after.Count && !found.Except(after).Any();
            Assert.True(whole || (!done && !found.Except(before).Any()), $"Stopped {at}: neither all nor nothing is there.");
            done |= whole;
        }

        Assert.True(done, "No image holds the act.");
        int[] commit = [disk.Points.IndexOf("before commit"), disk.Points.IndexOf("after commit")];
        foreach (var fatal in step == "issue" ? [0, disk.Points.Count / 2, .. commit] : commit)
        {
            await using var victim = await office.CopyAsync();
            await RunAndDieAsync(victim, $"{who}@tinhuy.nambinh.example", fatal);
            var found = await victim.FingerprintAsync();
            Assert.Equal(disk.Points[fatal] == "after commit", !Rows(found).Except(Rows(after)).Any());
            Assert.Equal(disk.Points[fatal] != "after commit", !found.Except(before).Any());
        }
    }

    // Keys and secrets are drawn anew in another process, so of two runs only the numbers of rows can be the same.
    private static IEnumerable<string> Rows(Dictionary<string, string> fingerprint) => fingerprint.Select(one => $"{one.Key} {one.Value.Split(' ')[0]}");

    private static async Task RunAndDieAsync(Province victim, string email, int fatal)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!.EndsWith("dotnet", StringComparison.Ordinal) ? Environment.ProcessPath : "dotnet")
        {
            RedirectStandardError = true,
        };
        var now = victim.Time.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
        string[] arguments = [Path.Combine(AppContext.BaseDirectory, "Workflow.Crash.dll"), victim.Database, email, now, $"{fatal}"];
        Array.ForEach(arguments, start.ArgumentList.Add);
        using var process = Process.Start(start)!;
        var said = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == UsualExitOfAKilledProcess, $"Exit {process.ExitCode} instead of a kill. {said}");
    }

    /// <summary>What a killed process would leave on the disk, at each point where that is something new.</summary>
    private sealed class DiskImages : IAsyncDisposable
    {
        private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-images-").FullName;
        private string database = "";
        private string last = "";

        public List<string> Points { get; } = [];

        public List<(string Path, string At)> Taken { get; } = [];

        public void Of(string path) => database = path;

        public void Take(int point, string what)
        {
            Points.Add(what);
            var hash = string.Join('/', Files().Select(file => Convert.ToHexStringLower(SHA256.HashData(Read(file)))));
            if (hash == last)
            {
                return;
            }

            last = hash;
            var image = Path.Combine(folder, $"{point}.db");
            foreach (var file in Files())
            {
                File.WriteAllBytes(image + file[database.Length..], Read(file));
            }

            Taken.Add((image, $"at point {point}, {what}"));
        }

        public ValueTask DisposeAsync()
        {
            System.IO.Directory.Delete(folder, recursive: true);
            return ValueTask.CompletedTask;
        }

        private string[] Files() => [.. new[] { database, database + "-wal" }.Where(File.Exists)];

        private static byte[] Read(string path)
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
    }
}
