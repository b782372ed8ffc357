using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Engine;

/// <summary>Reads the value of an input: a bare scalar or list, or Elsa's wrapped expression.</summary>
internal sealed class InputReader(VariableReader scope, ReadingLog log)
{
    /// <summary>Elsa's obsolete name of <see cref="ExpressionType.Object"/>.</summary>
    private const string JsonAlias = "Json";

    /// <returns>Null when it is unset or wrong; what is wrong stands in the log.</returns>
    internal InputValue? Read(JsonView view, string activityId, ActivityInput input)
    {
        if (input.TypeName == "Variable")
        {
            return ReadVariableReference(view.Get("expression")?.Get("value") ?? view, null, activityId);
        }

        var value = view.IsObject && !view.IsArray ? ReadWrapped(view, activityId, input.Name) : Bare(view);
        if (value?.Literal is not null)
        {
            LiteralChecks.Check(value.Literal, view.Path, activityId, input, log);
        }

        return value is { Type: ExpressionType.Literal or ExpressionType.Object, Literal: null } ? null : value;
    }

    /// <summary>Reads a case's condition, which Elsa keeps without the wrapping: <c>{"type": …, "value": …}</c>.</summary>
    internal InputValue? ReadCondition(JsonView view, string activityId)
    {
        if (!view.IsObject)
        {
            return Bare(view);
        }

        return view.Get("expression") is not null
            ? ReadWrapped(view, activityId, "condition")
            : ReadExpression(view, "Boolean", activityId);
    }

    private static InputValue Bare(JsonView view) => new(
        view.IsArray ? ExpressionType.Object : ExpressionType.Literal,
        null,
        view.IsArray ? new JsonArray([.. view.Items().Select(i => i.ToNode())]) : view.ToNode(),
        null);

    private InputValue? ReadWrapped(JsonView view, string activityId, string name)
    {
        if (view.Get("expression") is not { } expression)
        {
            log.Add(view.Path, activityId, "input.no-expression", $"Input \"{name}\" of activity \"{activityId}\" has no \"expression\".", "Write {\"typeName\": …, \"expression\": {\"type\": …, \"value\": …}}.");
            return null;
        }

        if (view.Get("typeName")?.Text is not { Length: > 0 } typeName)
        {
            log.Add(view.Path, activityId, "input.no-type", $"Input \"{name}\" of activity \"{activityId}\" has no \"typeName\"; Elsa would read it as null.", "Set \"typeName\", e.g. to \"String\".");
            return null;
        }

        return ReadExpression(expression, typeName, activityId);
    }

    private InputValue? ReadExpression(JsonView expression, string typeName, string activityId)
    {
        var type = expression.Get("type")?.Text ?? string.Empty;
        var value = expression.Get("value");
        if (type is nameof(ExpressionType.Literal) && value is null)
        {
            return new InputValue(ExpressionType.Literal, typeName, null, null);
        }

        if (!Enum.TryParse<ExpressionType>(type == JsonAlias ? nameof(ExpressionType.Object) : type, out var known) || char.IsDigit(type[0]))
        {
            log.Add(expression.Path + ".type", activityId, "expression.type-unknown", $"The expression type \"{type}\" does not exist here.", ReadingLog.Nearest(type, Enum.GetNames<ExpressionType>()));
            return null;
        }

        if (value is not { } given)
        {
            log.Add(expression.Path + ".value", activityId, "expression.value-missing", $"An expression of activity \"{activityId}\" has no value.", "Set \"value\".");
            return null;
        }

        return known switch
        {
            ExpressionType.Literal => new InputValue(known, typeName, given.ToNode(), null),
            ExpressionType.Object => ReadObject(given, typeName, activityId),
            ExpressionType.Variable => ReadVariableReference(given, typeName, activityId),
            ExpressionType.Input => ReadInputReference(given, typeName, activityId),
            _ => ReadScript(given, typeName, activityId),
        };
    }

    private InputValue? ReadObject(JsonView value, string typeName, string activityId)
    {
        if (value.Text is not { } text)
        {
            return new InputValue(ExpressionType.Object, typeName, value.ToNode(), null);
        }

        try
        {
            return new InputValue(ExpressionType.Object, typeName, JsonNode.Parse(text), null);
        }
        catch (JsonException e)
        {
            log.Add(value.Path, activityId, "expression.json-invalid", $"The value of activity \"{activityId}\" is no JSON: {e.Message}", "Write JSON text; a plain text goes into a Literal.");
            return null;
        }
    }

    private InputValue? ReadVariableReference(JsonView value, string? typeName, string activityId)
    {
        var id = value.Text ?? value.Get("id")?.Text ?? value.Get("memoryReference")?.Get("id")?.Text;
        var name = value.Text ?? value.Get("name")?.Text;
        if (scope.FindVariable(id, name) is { } variable)
        {
            return new InputValue(ExpressionType.Variable, typeName ?? variable.TypeName, null, variable.Name);
        }

        log.Add(
            value.Path,
            activityId,
            "expression.variable-unknown",
            $"Activity \"{activityId}\" refers to variable \"{name ?? id}\", which does not exist.",
            ReadingLog.Nearest(name ?? id ?? string.Empty, scope.Variables.Select(v => v.Name)));
        return null;
    }

    private InputValue? ReadInputReference(JsonView value, string typeName, string activityId)
    {
        var name = value.Text ?? value.Get("name")?.Text ?? string.Empty;
        if (scope.HasInput(name))
        {
            return new InputValue(ExpressionType.Input, typeName, null, name);
        }

        log.Add(
            value.Path,
            activityId,
            "expression.input-unknown",
            $"Activity \"{activityId}\" refers to input \"{name}\", which the definition does not declare.",
            ReadingLog.Nearest(name, scope.Inputs.Select(i => i.Name)));
        return null;
    }

    private InputValue? ReadScript(JsonView value, string typeName, string activityId)
    {
        if (value.Text is not { } text)
        {
            log.Add(value.Path, activityId, "expression.script-invalid", $"The script of activity \"{activityId}\" is no text.", "Write the script as one text.");
            return null;
        }

        var before = log.Problems.Count;
        if (Script.ImpureWord(text) is { } word)
        {
            log.Add(value.Path, activityId, "expression.script-impure", $"The script of activity \"{activityId}\" uses \"{word}\", which gives another answer each time.", "Pass the moment or the chance in as an input or a variable.");
        }

        foreach (var name in Script.VariableNames(text).Where(n => scope.FindVariable(null, n) is null))
        {
            log.Add(value.Path, activityId, "expression.variable-unknown", $"The script of activity \"{activityId}\" refers to variable \"{name}\", which does not exist.", ReadingLog.Nearest(name, scope.Variables.Select(v => v.Name)));
        }

        foreach (var name in Script.InputNames(text).Where(n => !scope.HasInput(n)))
        {
            log.Add(value.Path, activityId, "expression.input-unknown", $"The script of activity \"{activityId}\" refers to input \"{name}\", which the definition does not declare.", ReadingLog.Nearest(name, scope.Inputs.Select(i => i.Name)));
        }

        try
        {
            var script = Script.Parse(text);
            return log.Problems.Count > before ? null : new InputValue(ExpressionType.JavaScript, typeName, null, text) { Script = script };
        }
        catch (FormatException e)
        {
            log.Add(value.Path, activityId, "expression.script-invalid", $"The script of activity \"{activityId}\" cannot be parsed: {e.Message}", "Write ECMAScript 5: \"var\" and \"function\", no \"let\" and no \"=>\".");
            return null;
        }
    }
}
