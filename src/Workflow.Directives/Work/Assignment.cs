using System.Text.Json;
using System.Text.Json.Nodes;
using Workflow.Directives.People;
using Workflow.Engine;

namespace Workflow.Directives.Work;

/// <summary>How a step says whom its work item is for, in the payload of the bookmark.</summary>
internal static class Assignment
{
    public const string Step = "step";
    public const string Roles = "roles";
    public const string Unit = "unit";
    public const string Person = "person";

    /// <summary>For one person.</summary>
    public static JsonObject ToPerson(string step, Guid person) => new() { [Step] = step, [Person] = person.ToString() };

    /// <summary>For anyone with one of the roles, in a unit when given.</summary>
    public static JsonObject ToRoles(string step, IEnumerable<Role> roles, Guid? unit = null) => new()
    {
        [Step] = step,
        [Roles] = $",{string.Join(",", roles)},",
        [Unit] = unit?.ToString(),
    };

    public static Guid? Id(JsonObject payload, string key) =>
        payload[key]?.GetValue<string>() is { } text ? Guid.Parse(text) : null;

    /// <summary>
    /// What the drafter chose at his last submission: the variable of that name, which resubmitting sets; before that the input
    /// of the step.
    /// </summary>
    public static T? Chosen<T>(StepContext context, string variable, string input) =>
        context.Definition.Variables.Any(one => one.Name == variable) && context.GetVariable(variable) is { } chosen
            ? chosen.Deserialize<T>()
            : context.Input<T>(input);
}
