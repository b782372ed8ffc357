using System.Collections.Immutable;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>A checked workflow definition in Elsa 3's JSON format, as <see cref="DefinitionReader"/> yields it.</summary>
public sealed record WorkflowDefinition
{
    private FlowGraph? graph;

    /// <summary>The same for all versions.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>From 1.</summary>
    public required int Version { get; init; }

    /// <summary>Unique to this version (<c>id</c> in the file); <c>definitionId:version</c> when the file has none.</summary>
    public required string VersionId { get; init; }

    /// <summary>For people; the definition id when the file has none.</summary>
    public required string Name { get; init; }

    /// <summary>For people.</summary>
    public string? Description { get; init; }

    /// <summary>SHA-256 of the JSON text in UTF-8 with line ends made LF, in lower-case hexadecimal.</summary>
    public required string Hash { get; init; }

    /// <summary>Variables of the definition and of its containers; names are unique.</summary>
    public required ImmutableArray<VariableDefinition> Variables { get; init; }

    /// <summary>What an instance may be started with. An input that is not given is null.</summary>
    public required ImmutableArray<InputDefinition> Inputs { get; init; }

    /// <summary>The file's <c>customProperties</c>; treat as read-only.</summary>
    public required JsonObject CustomProperties { get; init; }

    /// <summary>The outermost activity.</summary>
    public required Activity Root { get; init; }

    /// <summary>Every activity, outer before inner, in the file's order.</summary>
    public IEnumerable<Activity> AllActivities() => Root.WithDescendants();

    /// <summary>The activity with this id; null when there is none.</summary>
    public Activity? Find(string id) => Graph.TryGet(id)?.Activity;

    /// <summary>What follows from the connections; computed once.</summary>
    internal FlowGraph Graph => graph is { } known && ReferenceEquals(known.Root, Root) ? known : graph = new FlowGraph(Root);
}

/// <summary>A variable of a definition.</summary>
/// <param name="Id">What <c>memoryReference</c> and <c>Variable</c> expressions refer to.</param>
/// <param name="Name">What scripts and activities use.</param>
/// <param name="TypeName">Elsa's name of the type, e.g. <c>String</c>, <c>Int32</c>, <c>Boolean</c>.</param>
/// <param name="IsArray">Whether the value is a list.</param>
/// <param name="Value">The value at the start; null when there is none.</param>
public sealed record VariableDefinition(string Id, string Name, string TypeName, bool IsArray, JsonNode? Value);

/// <summary>An input of a definition.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Elsa's name of the type.</param>
/// <param name="IsArray">Whether the value is a list.</param>
/// <param name="DisplayName">For people.</param>
/// <param name="Description">For people.</param>
public sealed record InputDefinition(string Name, string Type, bool IsArray, string? DisplayName, string? Description);
