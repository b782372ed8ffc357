using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>How an input gets its value.</summary>
[SuppressMessage("Naming", "CA1720", Justification = "The names are those of Elsa's expression types.")]
public enum ExpressionType
{
    /// <summary>The value stands in the file.</summary>
    Literal,

    /// <summary>The value stands in the file as JSON text.</summary>
    Object,

    /// <summary>The value of a variable.</summary>
    Variable,

    /// <summary>The value the instance was started with.</summary>
    Input,

    /// <summary>The value of an ECMAScript 5 script.</summary>
    JavaScript,
}

/// <summary>The value of an input, as the file gives it.</summary>
/// <param name="Type">How it gets its value.</param>
/// <param name="TypeName">Elsa's name of the value's type; null for a bare scalar.</param>
/// <param name="Literal">The value of <see cref="ExpressionType.Literal"/> and <see cref="ExpressionType.Object"/>; treat as read-only.</param>
/// <param name="Reference">The name of the variable or input, or the script's text.</param>
public sealed record InputValue(ExpressionType Type, string? TypeName, JsonNode? Literal, string? Reference)
{
    /// <summary>The parsed script, so that no step parses it again.</summary>
    internal Script? Script { get; init; }
}
