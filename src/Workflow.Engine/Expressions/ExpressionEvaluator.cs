using System.Text.Json.Nodes;

namespace Workflow.Engine;

internal static class ExpressionEvaluator
{
    internal static JsonNode? Evaluate(InputValue value, JsonObject variables, JsonObject inputs, string activityId) => value.Type switch
    {
        ExpressionType.Literal or ExpressionType.Object => value.Literal,
        ExpressionType.Variable => variables[value.Reference!],
        ExpressionType.Input => inputs[value.Reference!],
        ExpressionType.JavaScript => value.Script!.Evaluate(variables, inputs, activityId),
        _ => throw new InvalidOperationException($"Expression type {value.Type} is not known."),
    };
}

/// <summary>A value that cannot be had at run time. Leaves the activity kind's code and becomes the instance's fault.</summary>
internal sealed class ValueFault(string code, string message, Exception? cause = null) : Exception(message, cause)
{
    internal string Code { get; } = code;
}
