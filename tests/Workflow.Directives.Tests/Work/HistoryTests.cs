using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Consultation;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Work;
using Workflow.Engine;

namespace Workflow.Directives.Tests.Work;

/// <summary>
/// One stored history of every released definition is replayed on each build, so that no change of the engine or of a step alters
/// what has already happened. With WRITE_HISTORIES=1 the files are written anew, for a definition that has none yet.
/// </summary>
public sealed class HistoryTests
{
    private static readonly JsonSerializerOptions Written = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static string Folder => Path.Combine(Path.GetDirectoryName(Province.Definitions)!, "tests", "Workflow.Directives.Tests", "Work", "Histories");

    [Theory]
    [InlineData("chi-thi")]
    [InlineData("cong-van")]
    [InlineData("thong-bao-ket-luan")]
    [InlineData("thong-bao-y-kien")]
    [InlineData("hoa-toc")]
    public async Task StoredHistory_Replayed_GivesTheStoredState(string definition)
    {
        var (text, path) = (Path.Combine(Folder, $"{definition}.v1.definition.json"), Path.Combine(Folder, $"{definition}.v1.history.json"));
        if (Environment.GetEnvironmentVariable("WRITE_HISTORIES") == "1" && !File.Exists(path))
        {
            System.IO.Directory.CreateDirectory(Folder);
            var recorded = await RecordAsync(definition);
            await File.WriteAllTextAsync(text, recorded.Definition);
            await File.WriteAllTextAsync(path, recorded.History.ToJsonString(Written) + "\n");
        }

        Replay(await File.ReadAllTextAsync(text), JsonNode.Parse(await File.ReadAllTextAsync(path))!.AsObject());
    }

    [Theory]
    [InlineData("chi-thi")]
    [InlineData("hoa-toc")]
    public async Task HistoryOfToday_Replayed_GivesTheStateInTheStore(string definition)
    {
        var (text, history) = await RecordAsync(definition);
        Replay(text, history);
    }

    // Consulted where the definition consults, returned once, reminded once, answered, closed.
    private static async Task<(string Definition, JsonObject History)> RecordAsync(string key)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync(key);
        await office.Walk.SubmitAsync(id, key is "thong-bao-y-kien" or "hoa-toc" ? [] : [Who.Deputy, Who.HeadElsewhere]);
        if (await office.Walk.OpenAsync(id) is { Kind: ConsultStep.Kind } asked)
        {
            Walk.Done(await office.Walk.AnswerAsync(asked, Stance.Agree, null));
            await office.PassUntilAsync(Province.At(2026, 3, 13, 17, 0));
        }

        await office.Walk.UntilAsync(id, "form");
        Walk.Done(await office.Walk.ReturnAsync(id, Who.Clerk, "Thiếu dòng lưu."));
        await office.Walk.UntilAsync(id, Walk.Disseminate);
        await office.PassUntilAsync(office.Time.GetUtcNow().UtcDateTime.AddDays(4));
        await office.Walk.UntilAsync(id, Walk.End);
        return await office.ReadAsync(async db =>
        {
            var instance = await db.Set<StoredInstance>().SingleAsync();
            var stored = await db.Set<StoredDefinition>().SingleAsync(one => one.DefinitionId == instance.DefinitionId);
            var transitions = await db.Set<StoredTransition>().OrderBy(one => one.No).ToListAsync();
            var events = transitions.SelectMany(one => HistoryJson.Read(one.Events).Select(happened => Event(happened, one.ActorId)));
            return (stored.Json, new JsonObject
            {
                ["events"] = new JsonArray([.. events.Select(one => (JsonNode)one)]),
                ["state"] = JsonNode.Parse(instance.State),
            });
        });
    }

    private static JsonObject Event(HistoryEvent one, Guid? actor) => new()
    {
        ["no"] = one.No,
        ["at"] = one.At.ToString("O", CultureInfo.InvariantCulture),
        ["kind"] = one.Kind,
        ["activity"] = one.ActivityId,
        ["outcome"] = one.Outcome,
        ["actor"] = one.ActorId ?? actor?.ToString(),
        ["detail"] = one.Detail?.DeepClone(),
    };

    private static void Replay(string text, JsonObject history)
    {
        var catalog = DirectivesSetup.StepKinds(WorkingCalendar.Shipped());
        var engine = new WorkflowEngine(catalog);
        var definition = DefinitionReader.Read(text, "history", catalog).Definition!;
        var events = history["events"]!.AsArray().Select(one => one!.AsObject()).ToList();
        var happened = new List<HistoryEvent>();
        WorkflowState? state = null;
        foreach (var one in events)
        {
            var transition = one["kind"]!.GetValue<string>() switch
            {
                HistoryKind.Started => engine.Start(definition, one["detail"]!["inputs"]!.AsObject(), At(one)),
                HistoryKind.BookmarkFired => engine.Resume(definition, state!, Stimulus(one), At(one)),
                _ => null,
            };
            if (transition is not null)
            {
                var taken = Assert.IsType<Transition>(transition);
                state = taken.State;
                happened.AddRange(taken.History);
            }
        }

        Assert.Equal(
            events.Select(one => $"{one["no"]} {one["kind"]} {one["activity"]} {one["outcome"]}"),
            happened.Select(one => $"{one.No} {one.Kind} {one.ActivityId} {one.Outcome}"));
        Assert.True(JsonNode.DeepEquals(history["state"], JsonNode.Parse(state!.ToJson())), "The replayed state differs from the stored one.");
        Assert.Equal(InstanceStatus.Finished, state.Status);
    }

    private static DateTime At(JsonObject one) =>
        DateTime.Parse(one["at"]!.GetValue<string>(), CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);

    // What the guards looked at is not part of a history: they let it pass then.
    private static Stimulus Stimulus(JsonObject one) => new(
        one["detail"]!["bookmark"]!.GetValue<string>(),
        one["outcome"]!.GetValue<string>(),
        one["actor"]?.GetValue<string>(),
        one["detail"]!["input"]?.AsObject(),
        new DirectiveFacts(0, 1, true));
}
