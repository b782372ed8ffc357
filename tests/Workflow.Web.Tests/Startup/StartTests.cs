using System.Net;
using Workflow.Web.Startup;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Startup;

/// <summary>The program as an operator starts it.</summary>
public sealed class StartTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-start-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("Workflow:Sample", "maybe", "true, false")]
    [InlineData("Workflow:Runtime", "Elsa", "BuiltIn")]
    [InlineData("Office:AcknowledgeWithinWorkingDays", "abc", "Int32")]
    [InlineData("Office:PublicOrigin", "http://a.example/path", "nothing after it")]
    [InlineData("Office:PublicOrigin", "http://a.example", "http only for this machine itself")]
    [InlineData("Office:OrganSymbol", "T U", "1 to 12 letters")]
    [InlineData("Mail:Transport", "MailKit", "File or Smtp")]
    [InlineData("Mail:Connections", "0", "1 to 64")]
    [InlineData("Urls", "foo", "http(s)://host:port")]
    public async Task Setting_Wrong_StopsTheStart_WithKeyValueAndWhatIsAllowed(string key, string value, string allowed)
    {
        var data = Path.Combine(folder, "data");
        var (exit, output, errors) = await BuiltProgram.RunAsync(["--Workflow:DataDirectory", data, $"--{key}", value]);
        Assert.Equal(1, exit);
        Assert.Contains($"{key} = \"{value}\"", errors, StringComparison.Ordinal);
        Assert.Contains(allowed, errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output + errors, StringComparison.Ordinal);
        Assert.False(System.IO.Directory.Exists(data));
    }

    [Fact]
    public async Task Setting_Misspelt_StopsTheStart_AndNamesTheKeys()
    {
        var (exit, _, errors) = await BuiltProgram.RunAsync(["--Workflow:DataDirectory", folder, "--Mail:Pasword", "hunter2"]);
        Assert.Equal(1, exit);
        Assert.Contains("Mail:Pasword", errors, StringComparison.Ordinal);
        Assert.Contains("Password", errors, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DataDirectory_ThatIsAFile_StopsTheStart()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "");
        var (exit, _, errors) = await BuiltProgram.RunAsync(["--Workflow:DataDirectory", file]);
        Assert.Equal(1, exit);
        Assert.Contains($"Workflow:DataDirectory = \"{file}\"", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondProcess_OnOneDataDirectory_DoesNotStart()
    {
        using var first = DataLock.Take(folder);
        var (exit, _, errors) = await BuiltProgram.RunAsync(["--Workflow:DataDirectory", folder, "--Urls", "http://127.0.0.1:0"]);
        Assert.Equal(1, exit);
        Assert.Contains(folder, errors, StringComparison.Ordinal);
        Assert.Contains("in use by another running copy", errors, StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(folder, "workflow.db")));
    }

    [Fact]
    public async Task Program_MovedAndStartedFromElsewhere_ReadsTheSettingsBesideIt()
    {
        var (program, elsewhere) = (Path.Combine(folder, "program"), Path.Combine(folder, "elsewhere"));
        System.IO.Directory.CreateDirectory(elsewhere);
        Copy(BuiltProgram.Folder, program);
        var settings = Path.Combine(program, "appsettings.json");
        await File.WriteAllTextAsync(settings, (await File.ReadAllTextAsync(settings)).Replace("\"DataDirectory\": \"data\"", "\"DataDirectory\": \"kept-here\"", StringComparison.Ordinal));
        var (process, address) = await BuiltProgram.ServeAsync(["--Urls", "http://127.0.0.1:0"], program, elsewhere);
        try
        {
            using var http = new HttpClient { BaseAddress = address };
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/openapi/v1.json")).StatusCode);
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync("/sign-in")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/nothing/here")).StatusCode);
            Assert.True(File.Exists(Path.Combine(elsewhere, "kept-here", "workflow.db")));
        }
        finally
        {
            BuiltProgram.Stop(process);
        }

        // Killed, it starts again on what it left.
        var (again, _) = await BuiltProgram.ServeAsync(["--Urls", "http://127.0.0.1:0"], program, elsewhere);
        BuiltProgram.Stop(again);
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in System.IO.Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            System.IO.Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
