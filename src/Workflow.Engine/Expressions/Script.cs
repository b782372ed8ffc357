using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Jint;
using Jint.Native;
using Jint.Native.Json;
using Jint.Parser;
using Jint.Parser.Ast;
using Jint.Runtime;
using JintEngine = Jint.Engine;

namespace Workflow.Engine;

/// <summary>
/// An ECMAScript 5 expression over <c>getVariable("X")</c>, <c>getInput("Y")</c> and <c>variables.X</c>. It sees no clock and no chance,
/// so that a replay gives the same answer.
/// </summary>
internal sealed partial class Script
{
    private const int MaxStatements = 10_000;
    private const int MaxRecursion = 64;

    /// <summary>Only against a single statement that never returns; the statement limit is what normally ends a script.</summary>
    private static readonly TimeSpan MaxTime = TimeSpan.FromSeconds(2);

    private readonly Program program;

    private Script(Program program) => this.program = program;

    /// <summary>Parses the text.</summary>
    /// <exception cref="FormatException">It is no script; the message says where.</exception>
    internal static Script Parse(string text)
    {
        try
        {
            return new Script(new JavaScriptParser().Parse(text));
        }
        catch (ParserException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <summary>The clock or chance a script reaches for; null when it keeps away from both.</summary>
    internal static string? ImpureWord(string text) =>
        ImpurePattern().Match(TextPattern().Replace(text, "''")) is { Success: true } match ? match.Value : null;

    /// <summary>The variables a script names by a constant.</summary>
    internal static IEnumerable<string> VariableNames(string text) => VariablePattern().Matches(text).Select(FirstGroup);

    /// <summary>The inputs a script names by a constant.</summary>
    internal static IEnumerable<string> InputNames(string text) => InputPattern().Matches(text).Select(FirstGroup);

    internal JsonNode? Evaluate(JsonObject variables, JsonObject inputs, string activityId)
    {
        try
        {
            var engine = new JintEngine(o => o.LimitRecursion(MaxRecursion).MaxStatements(MaxStatements).TimeoutInterval(MaxTime));
            engine.Global.Delete("Date", false);
            engine.Execute("delete Math.random;");
            engine.SetValue("getVariable", new Func<string, JsValue>(name => ToScript(engine, variables[name])));
            engine.SetValue("getInput", new Func<string, JsValue>(name => ToScript(engine, inputs[name])));
            engine.SetValue("variables", ToScript(engine, variables));
            return FromScript(engine, engine.Execute(program).GetCompletionValue());
        }
        catch (Exception e) when (e is JavaScriptException or StatementsCountOverflowException or RecursionDepthOverflowException or TimeoutException)
        {
            throw new ValueFault("expression.failed", $"The script of activity \"{activityId}\" failed: {Reason(e)}", e);
        }
    }

    private static string Reason(Exception e) => e switch
    {
        StatementsCountOverflowException => $"it ran more than {MaxStatements} statements.",
        RecursionDepthOverflowException => $"it called itself more than {MaxRecursion} levels deep.",
        TimeoutException => $"it took longer than {MaxTime.TotalSeconds} seconds.",
        _ => e.Message,
    };

    private static JsValue ToScript(JintEngine engine, JsonNode? node) =>
        node is null ? JsValue.Null : new JsonParser(engine).Parse(node.ToJsonString());

    private static JsonNode? FromScript(JintEngine engine, JsValue value)
    {
        if (value.IsNull() || value.IsUndefined())
        {
            return null;
        }

        if (value.IsNumber() && value.AsNumber() is var number && Math.Truncate(number) == number && Math.Abs(number) < 1e15)
        {
            return JsonValue.Create((long)number);
        }

        var json = new JsonSerializer(engine).Serialize(value, JsValue.Undefined, JsValue.Undefined);
        return json.IsString() ? JsonNode.Parse(json.AsString()) : null;
    }

    private static string FirstGroup(Match match) => match.Groups.Values.Skip(1).First(g => g.Success).Value;

    [GeneratedRegex(@"(?<![.\w$])Date\b|\bMath\s*\.\s*random\b")]
    private static partial Regex ImpurePattern();

    [GeneratedRegex(@"""(?:\\.|[^""\\])*""|'(?:\\.|[^'\\])*'")]
    private static partial Regex TextPattern();

    [GeneratedRegex(@"\bgetVariable\(\s*(?:""([^""]*)""|'([^']*)')\s*\)|\bvariables\.([A-Za-z_$][\w$]*)")]
    private static partial Regex VariablePattern();

    [GeneratedRegex(@"\bgetInput\(\s*(?:""([^""]*)""|'([^']*)')\s*\)")]
    private static partial Regex InputPattern();
}
