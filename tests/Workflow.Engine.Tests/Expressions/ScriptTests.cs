using System.Text.Json.Nodes;

namespace Workflow.Engine.Tests.Expressions;

public sealed class ScriptTests
{
    [Theory]
    [InlineData("1 + 1", "2")]
    [InlineData("0.5", "0.5")]
    [InlineData("'Trung ương'", "\"Trung ương\"")]
    [InlineData("getVariable('Name') + '/TU'", "\"Chỉ thị/TU\"")]
    [InlineData("variables.Name.length", "7")]
    [InlineData("getInput('List')[1]", "\"b\"")]
    [InlineData("getInput('List').length === 2", "true")]
    [InlineData("({ a: [1, null], b: 'x' })", "{\"a\":[1,null],\"b\":\"x\"}")]
    [InlineData("getVariable('Empty')", null)]
    [InlineData("undefined", null)]
    [InlineData("var f = function (n) { return n < 2 ? n : f(n - 1) + f(n - 2); }; f(10)", "55")]
    public void Script_Expression_GivesItsValue(string text, string? expected)
    {
        var value = Script.Parse(text).Evaluate(
            new JsonObject { ["Name"] = "Chỉ thị", ["Empty"] = null }, new JsonObject { ["List"] = new JsonArray("a", "b") }, "act");

        Assert.True(JsonNode.DeepEquals(expected is null ? null : JsonNode.Parse(expected), value), value?.ToJsonString());
    }

    [Theory]
    [InlineData("nobody.name", "nobody")]
    [InlineData("throw new Error('không được')", "không được")]
    [InlineData("while (true) { var x = 1; }", "statements")]
    [InlineData("var f = function () { return f(); }; f()", "deep")]
    [InlineData("this['Da' + 'te'].now()", "act")]
    [InlineData("Math['ran' + 'dom']()", "act")]
    public void Script_Fails_FaultsTheInstanceWithTheReason(string text, string reason)
    {
        var faulted = Case.Start(new Flow().Add("act", "Sample.RecordStep", ("text", Flow.Script("String", text))));

        Assert.Equal(("expression.failed", "act"), (faulted.State.Incident!.Code, faulted.State.Incident.ActivityId));
        Assert.Contains(reason, faulted.State.Incident.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("new Date()", "Date")]
    [InlineData("Date.now() > 1", "Date")]
    [InlineData("Math . random()", "Math . random")]
    [InlineData("getVariable(\"Due Date\")", null)]
    [InlineData("variables.Date === 'Date'", null)]
    [InlineData("variables.UpDate", null)]
    public void Script_ClockOrChance_IsFoundOutsideTexts(string text, string? expected) => Assert.Equal(expected, Script.ImpureWord(text));

    [Fact]
    public void Script_ChangesWhatItSees_ChangesNothingElse()
    {
        var flow = new Flow().Variable("List", "Object", "[1]").Add("act", "Sample.RecordStep", ("text", Flow.Script("String", "variables.List.push(2); getVariable('List').length + ''")));

        var done = Case.Start(flow);

        Assert.Equal("1", done.Effects.OfType<Notify>().Single().Payload["text"]!.GetValue<string>());
        Assert.Equal("[1]", done.State.Variables["List"]!.ToJsonString());
    }
}
