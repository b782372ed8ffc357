using System.Text.Json.Nodes;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Commands;

/// <summary>The verb that checks a file without opening any store.</summary>
public sealed class CheckVerbTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-check-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task File_WithWarningsOnly_ExitsWithZeroAndShowsTheFix()
    {
        var file = await FileAsync(Texts.Letter.Replace("T/M BAN", "TM. BAN", StringComparison.Ordinal));

        var (exit, output, errors) = await BuiltProgram.RunAsync(["check", file], from: folder);

        Assert.Equal((0, ""), (exit, errors));
        Assert.Contains("HD05: 0 lỗi / errors, 1 lưu ý / warnings", output, StringComparison.Ordinal);
        Assert.Contains("[3 authority-form]", output, StringComparison.Ordinal);
        Assert.Contains("- TM. BAN THƯỜNG VỤ", output, StringComparison.Ordinal);
        Assert.Contains("+ T/M BAN THƯỜNG VỤ", output, StringComparison.Ordinal);
        Assert.Equal([file], System.IO.Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task File_WithErrors_ExitsWithOne()
    {
        var file = await FileAsync(Texts.Letter.Replace("T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ", StringComparison.Ordinal));

        var (exit, output, _) = await BuiltProgram.RunAsync(["check", file, "--json", "--Form:Ending", "FullStopAndSlash"], from: folder);

        var view = JsonNode.Parse(output)!;
        Assert.Equal((1, 1), (exit, (int)view["errors"]!));
        Assert.Equal("deputy-for-committee", (string)view["findings"]![0]!["rule"]!);
        Assert.Contains(view["findings"]!.AsArray(), one => (string)one!["rule"]! == "body-end");
    }

    [Fact]
    public async Task Day_TellsTheRulesOfAnUndatedText()
    {
        var file = await FileAsync(Texts.Letter);

        Assert.StartsWith("HD36:", (await BuiltProgram.RunAsync(["check", file, "--day", "2021-08-31"])).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Call_ThatIsWrong_ExitsWithTwo()
    {
        var file = await FileAsync(Texts.Letter);

        Assert.Equal(2, (await BuiltProgram.RunAsync(["check"])).Exit);
        Assert.Equal(2, (await BuiltProgram.RunAsync(["check", file, "--day", "31/8/2021"])).Exit);
        Assert.Equal(1, (await BuiltProgram.RunAsync(["check", Path.Combine(folder, "none.txt")])).Exit);
    }

    private async Task<string> FileAsync(string text)
    {
        var path = Path.Combine(folder, "a.txt");
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
