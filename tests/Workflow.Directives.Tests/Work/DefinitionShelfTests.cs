using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Data;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Tests.Work;

public sealed class DefinitionShelfTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-definitions-").FullName;

    [Fact]
    public async Task RunningDirectives_StayOnTheirVersion_AndNewOnesTakeTheNext()
    {
        await using var office = await Province.OpenAsync();
        var running = await office.Walk.ToAsync("thong-bao-y-kien", "unit-head");
        Assert.Empty(await ReleaseAsync(office, WithSecondReading(version: 2)));

        var begun = await office.Walk.ToAsync("thong-bao-y-kien", "unit-head");
        Walk.Done(await office.Walk.ApproveAsync(running, Who.Head));
        Walk.Done(await office.Walk.ApproveAsync(begun, Who.Head));

        Assert.Equal("form", (await office.Walk.OpenAsync(running))!.ActivityId);
        Assert.Equal("second-reading", (await office.Walk.OpenAsync(begun))!.ActivityId);
        Assert.Equal([1, 2], await office.ReadAsync(db => db.Set<StoredInstance>().OrderBy(one => one.StartedAt).Select(one => one.DefinitionVersion).ToListAsync()));
        await office.Walk.UntilAsync(running, Walk.End);
        await office.Walk.UntilAsync(begun, Walk.End);
    }

    [Fact]
    public async Task ReleasedFile_ChangedUnderTheSameVersion_IsRefusedWithTheRemedy()
    {
        await using var office = await Province.OpenAsync();
        var before = await office.FingerprintAsync();

        var problem = Assert.Single(await ReleaseAsync(office, WithSecondReading(version: 1)));

        Assert.Equal(("released-version-changed", "thong-bao-y-kien.json"), (problem.Rule, problem.File));
        Assert.Contains("\"version\": 2", problem.Remedy, StringComparison.Ordinal);
        Assert.Equal(before, await office.FingerprintAsync());
    }

    [Fact]
    public async Task Folder_WithOneBrokenFile_ReleasesNothing()
    {
        await using var office = await Province.OpenAsync();
        var before = await office.FingerprintAsync();
        await File.WriteAllTextAsync(Path.Combine(folder, "broken.json"), """{ "definitionId": "broken", "version": 1 }""");

        Assert.NotEmpty(await ReleaseAsync(office, WithSecondReading(version: 2)));

        Assert.Equal(before, await office.FingerprintAsync());
    }

    [Fact]
    public async Task Release_OfUnchangedFiles_ChangesNothing()
    {
        await using var office = await Province.OpenAsync();
        var before = await office.FingerprintAsync();

        await using var scope = office.Scope();
        Assert.Empty(await office.Get<DefinitionShelf>().ReleaseAsync(
            scope.ServiceProvider.GetRequiredService<WorkflowDb>(), Province.Definitions, Province.Start, default));

        Assert.Equal(before, await office.FingerprintAsync());
    }

    [Fact]
    public async Task TimerOfFourHundredDays_SurvivesReopening_AndFiresOnTheDay()
    {
        var first = await Province.OpenAsync();
        Assert.Empty(await ReleaseAsync(first, WithWait(version: 2, "400.00:00:00")));
        var id = await first.Walk.DraftAsync("thong-bao-y-kien");
        await first.Walk.SubmitAsync(id);
        Assert.Null(await first.Walk.OpenAsync(id));

        await using var office = await first.ReopenAsync(Province.Start.AddDays(400).AddSeconds(-1));
        Assert.Equal(0, await office.PassUntilAsync(Province.Start.AddDays(400).AddSeconds(-1)));
        Assert.Null(await office.Walk.OpenAsync(id));
        Assert.Equal(1, await office.PassUntilAsync(Province.Start.AddDays(400)));
        Assert.Equal("unit-head", (await office.Walk.OpenAsync(id))!.ActivityId);
    }

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    private static JsonObject Shipped() => JsonNode.Parse(File.ReadAllText(Path.Combine(Province.Definitions, "thong-bao-y-kien.json")))!.AsObject();

    private static JsonObject WithSecondReading(int version)
    {
        var definition = Shipped();
        var reading = (JsonObject)Activity(definition, "unit-head").DeepClone();
        reading["id"] = "second-reading";
        reading["role"]!["expression"]!["value"] = "ChiefOfOffice";
        reading.Remove("unit");
        Activities(definition).Add(reading);
        Rewire(definition, "unit-head", "Approved", "second-reading");
        Connect(definition, "second-reading", "Approved", "form");
        Connect(definition, "second-reading", "Returned", "revise");
        return Versioned(definition, version);
    }

    private static JsonObject WithWait(int version, string span)
    {
        var definition = Shipped();
        Activities(definition).Add(new JsonObject
        {
            ["id"] = "wait",
            ["type"] = "Elsa.Delay",
            ["version"] = 1,
            ["timeSpan"] = new JsonObject { ["typeName"] = "TimeSpan", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = span } },
        });
        Rewire(definition, "start", "Done", "wait");
        Connect(definition, "wait", "Done", "unit-head");
        return Versioned(definition, version);
    }

    private static JsonObject Versioned(JsonObject definition, int version)
    {
        definition["version"] = version;
        definition["id"] = $"thong-bao-y-kien-v{version}";
        return definition;
    }

    private static JsonArray Activities(JsonObject definition) => definition["root"]!["activities"]!.AsArray();

    private static JsonArray Connections(JsonObject definition) => definition["root"]!["connections"]!.AsArray();

    private static JsonNode Activity(JsonObject definition, string id) => Activities(definition).Single(one => one!["id"]!.GetValue<string>() == id)!;

    private static void Rewire(JsonObject definition, string source, string port, string target) =>
        Connections(definition).Single(one => one!["source"]!["activity"]!.GetValue<string>() == source && one["source"]!["port"]!.GetValue<string>() == port)!
            ["target"]!["activity"] = target;

    private static void Connect(JsonObject definition, string source, string port, string target) => Connections(definition).Add(new JsonObject
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    });

    private async Task<IReadOnlyList<DefinitionProblem>> ReleaseAsync(Province office, JsonObject definition)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "thong-bao-y-kien.json"), definition.ToJsonString());
        await using var scope = office.Scope();
        return await office.Get<DefinitionShelf>().ReleaseAsync(
            scope.ServiceProvider.GetRequiredService<WorkflowDb>(), folder, Province.Start, default);
    }
}
