using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Commands;

/// <summary>The verb that reads a file without opening any store.</summary>
public sealed class ReadVerbTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-read-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task File_AsJson_PrintsTheReadingAlone()
    {
        var file = await FileAsync("a.txt", Texts.Letter);
        var (exit, output, errors) = await BuiltProgram.RunAsync(["read", file, "--json"], from: folder);

        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(CorpusJson.Write(DocumentReader.Read(Texts.Letter)), output.TrimEnd());
        Assert.Equal([file], System.IO.Directory.GetFileSystemEntries(folder));
    }

    [Fact]
    public async Task File_WithoutJson_IsSummedUpWithItsDoubts()
    {
        var file = await FileAsync("a.txt", Texts.Letter.Replace("Nơi nhận:", "Nơi nhân:", StringComparison.Ordinal) + "\nxyz abc\n");
        var (exit, output, _) = await BuiltProgram.RunAsync(["read", file]);

        Assert.Equal(0, exit);
        Assert.Contains("Công văn (CV)", output, StringComparison.Ordinal);
        Assert.Contains("- Công an tỉnh  [individual_unit, ", output, StringComparison.Ordinal);
        Assert.Contains("[RecipientsLabel] Nơi nhân:", output, StringComparison.Ordinal);
        Assert.Contains(": xyz abc", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refusals_GoToTheErrorStream()
    {
        var (exit, output, errors) = await BuiltProgram.RunAsync(["read", await FileAsync("a.pdf", "no pdf")]);
        Assert.Equal((1, ""), (exit, output));
        Assert.Contains(FileRefusals.NameDiffers.Vietnamese, errors, StringComparison.Ordinal);

        Assert.Equal(1, (await BuiltProgram.RunAsync(["read", Path.Combine(folder, "none.txt")])).Exit);
        Assert.Equal(2, (await BuiltProgram.RunAsync(["read"])).Exit);
    }

    private async Task<string> FileAsync(string name, string text)
    {
        var path = Path.Combine(folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
