using Workflow.Web.Commands.Demo;

namespace Workflow.Web.Tests.Commands.Demo;

public sealed class DemoVerbTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-demo-").FullName;

    [Fact]
    public async Task Demo_OnNewData_TellsTheWholeStoryAndChecksIt_AndRunsAgainInRealTime()
    {
        var first = await RunAsync();
        Assert.Contains("01-CT/TU; 01-CV/TU; 01-TB/TU; 02-TB/TU; 02-CV/TU", first, StringComparison.Ordinal);
        Assert.Contains("báo quá hạn tới đầu mối thứ hai", first, StringComparison.Ordinal);
        Assert.Contains("1 từ chối", first, StringComparison.Ordinal);
        Assert.Equal(102, System.IO.Directory.GetFiles(Path.Combine(folder, "mail"), "*.eml").Length);

        var second = await RunAsync();
        Assert.Contains("02-CT/TU; 03-CV/TU; 03-TB/TU; 04-TB/TU; 04-CV/TU", second, StringComparison.Ordinal);
        Assert.Contains("nhắc bằng tay", second, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Demo_WithoutTheSample_ChangesNothingAndSaysWhatToDo()
    {
        Assert.Equal(2, await DemoVerb.RunAsync(["--Workflow:Sample", "false", "--Workflow:DataDirectory", folder], TextWriter.Null));
        Assert.Empty(System.IO.Directory.EnumerateFileSystemEntries(folder));
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private async Task<string> RunAsync()
    {
        await using var output = new StringWriter();
        var exit = await DemoVerb.RunAsync(["--Workflow:Sample", "true", "--Workflow:DataDirectory", folder], output);
        Assert.True(exit == 0, output.ToString());
        return output.ToString();
    }
}
