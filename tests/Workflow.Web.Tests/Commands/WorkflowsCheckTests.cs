using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Commands;

/// <summary>The verb that reads definitions before they are released.</summary>
public sealed class WorkflowsCheckTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-check-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task ShippedDefinitions_HaveNoProblems()
    {
        var (exit, output, errors) = await BuiltProgram.RunAsync(["workflows", "check"]);
        Assert.Equal((0, ""), (exit, errors));
        Assert.Equal(5, output.Split('\n').Count(line => line.EndsWith("no problems", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task BrokenDefinition_IsToldWithFilePathActivityAndRemedy()
    {
        var shipped = await File.ReadAllTextAsync(Path.Combine(BuiltProgram.Folder, "workflows", "cong-van.json"));
        await File.WriteAllTextAsync(Path.Combine(folder, "good.json"), shipped);
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), shipped.Replace("\"Directive.Seal\"", "\"Directive.Sael\"", StringComparison.Ordinal));
        await File.WriteAllTextAsync(Path.Combine(folder, "torn.json"), shipped[..(shipped.Length / 2)]);
        var (exit, output, _) = await BuiltProgram.RunAsync(["workflows", "check", folder]);
        Assert.Equal(1, exit);
        var told = output.Split('\n').First(line => line.StartsWith("broken.json $.", StringComparison.Ordinal));
        Assert.Contains("(activity \"seal\")", told, StringComparison.Ordinal);
        Assert.Contains("Directive.Sael", told, StringComparison.Ordinal);
        Assert.Contains("Directive.Seal", told, StringComparison.Ordinal);
        Assert.Contains(output.Split('\n'), line => line.StartsWith("torn.json", StringComparison.Ordinal));
        Assert.Contains(output.Split('\n'), line => line.StartsWith("good.json: cong-van version 1", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("workflows", "check", "/nowhere/at/all", 1)]
    [InlineData("workflow", "check", "", 2)]
    public async Task WrongCommand_SaysSo(string verb, string second, string third, int exit)
    {
        var (actual, _, errors) = await BuiltProgram.RunAsync([.. new[] { verb, second, third }.Where(word => word.Length > 0)]);
        Assert.Equal(exit, actual);
        Assert.NotEmpty(errors);
    }
}
