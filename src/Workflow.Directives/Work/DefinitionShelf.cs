using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Engine;

namespace Workflow.Directives.Work;

/// <summary>The released definitions, parsed once; new directives take the newest version that fits, running ones keep theirs.</summary>
/// <param name="catalog">Activity kinds the definitions may use.</param>
public sealed class DefinitionShelf(ActivityCatalog catalog)
{
    private readonly ConcurrentDictionary<(string Id, int Version), WorkflowDefinition> shelf = new();

    /// <summary>Every version on the shelf.</summary>
    public IEnumerable<WorkflowDefinition> All => shelf.Values;

    /// <summary>One version.</summary>
    /// <param name="id">Definition id.</param>
    /// <param name="version">Version.</param>
    /// <exception cref="KeyNotFoundException">It was never released here.</exception>
    public WorkflowDefinition Get(string id, int version) => shelf[(id, version)];

    /// <summary>
    /// The newest version that takes this directive: by urgency first, then by template, then by type. A definition says what it
    /// takes in <c>customProperties</c>: <c>urgencies</c>, <c>templates</c>, <c>documentTypes</c>, each an array of strings.
    /// </summary>
    /// <param name="directive">The directive.</param>
    public WorkflowDefinition? For(Directive directive)
    {
        var newest = shelf.Values.GroupBy(definition => definition.DefinitionId).Select(versions => versions.MaxBy(one => one.Version)!).ToList();
        return newest.FirstOrDefault(definition => Takes(definition, "urgencies", directive.Urgency.ToString()))
            ?? newest.FirstOrDefault(definition => Takes(definition, "templates", directive.TemplateKey))
            ?? newest.FirstOrDefault(definition => Takes(definition, "documentTypes", directive.TypeCode));
    }

    /// <summary>
    /// Releases the files of a folder: unknown versions are stored, known ones must be unchanged. Then shelves everything stored.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="folder">Folder of <c>*.json</c> files.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Problems; when there are any, nothing of the folder was released.</returns>
    public Task<IReadOnlyList<DefinitionProblem>> ReleaseAsync(WorkflowDb db, string folder, DateTime now, CancellationToken ct) =>
        ReleaseAsync(db, ReadFolder(folder), now, ct);

    /// <summary>Releases files that were read before.</summary>
    /// <param name="db">The store.</param>
    /// <param name="files">As <see cref="ReadFolder"/> gave them.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Problems; when there are any, nothing was released.</returns>
    public async Task<IReadOnlyList<DefinitionProblem>> ReleaseAsync(
        WorkflowDb db, IEnumerable<(string File, string Json, DefinitionReading Reading)> files, DateTime now, CancellationToken ct)
    {
        var stored = await db.Set<StoredDefinition>().AsNoTracking().ToListAsync(ct);
        var problems = new List<DefinitionProblem>();
        var read = new List<WorkflowDefinition>();
        foreach (var (file, json, reading) in files)
        {
            problems.AddRange(reading.Problems);
            if (reading.Definition is not { } definition)
            {
                continue;
            }

            var known = stored.Find(one => one.DefinitionId == definition.DefinitionId && one.Version == definition.Version);
            if (known is null)
            {
                db.Add(new StoredDefinition
                {
                    DefinitionId = definition.DefinitionId,
                    Version = definition.Version,
                    Hash = definition.Hash,
                    Json = json,
                    ReleasedAt = now,
                });
            }
            else if (known.Hash != definition.Hash)
            {
                problems.Add(ChangedAfterRelease(file, definition, stored));
                continue;
            }

            read.Add(definition);
        }

        if (problems.Count > 0)
        {
            db.ChangeTracker.Clear();
            return problems;
        }

        await db.SaveChangesAsync(ct);
        read.ForEach(definition => shelf[(definition.DefinitionId, definition.Version)] = definition);
        await LoadAsync(db, ct);
        return [];
    }

    /// <summary>Reads every definition of a folder without releasing it.</summary>
    /// <param name="folder">Folder of <c>*.json</c> files.</param>
    public IEnumerable<(string File, string Json, DefinitionReading Reading)> ReadFolder(string folder) =>
        System.IO.Directory.EnumerateFiles(folder, "*.json").Order(StringComparer.Ordinal).Select(path =>
        {
            var json = File.ReadAllText(path);
            return (Path.GetFileName(path), json, DefinitionReader.Read(json, Path.GetFileName(path), catalog));
        });

    /// <summary>Shelves everything stored.</summary>
    /// <param name="db">The store.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="InvalidDataException">A released definition no longer reads: a step kind it needs was removed.</exception>
    public async Task LoadAsync(WorkflowDb db, CancellationToken ct)
    {
        foreach (var stored in await db.Set<StoredDefinition>().AsNoTracking().ToListAsync(ct))
        {
            if (shelf.ContainsKey((stored.DefinitionId, stored.Version)))
            {
                continue;
            }

            var reading = DefinitionReader.Read(stored.Json, $"{stored.DefinitionId} v{stored.Version} (released)", catalog);
            shelf[(stored.DefinitionId, stored.Version)] = reading.Definition
                ?? throw new InvalidDataException(string.Join(Environment.NewLine, reading.Problems));
        }
    }

    private static DefinitionProblem ChangedAfterRelease(string file, WorkflowDefinition definition, List<StoredDefinition> stored)
    {
        var next = stored.Where(one => one.DefinitionId == definition.DefinitionId).Max(one => one.Version) + 1;
        return new DefinitionProblem(
            file,
            "$.version",
            null,
            "released-version-changed",
            $"\"{definition.DefinitionId}\" version {definition.Version} was released and running directives stay on it, but this file differs from it.",
            $"Set \"version\": {next} (and a new \"id\") for the change; running directives finish on version {definition.Version}.");
    }

    private static bool Takes(WorkflowDefinition definition, string property, string value) =>
        definition.CustomProperties[property] is JsonArray values && values.Any(one => one?.GetValue<string>() == value);
}
