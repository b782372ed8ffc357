using System.Collections.Immutable;

namespace Workflow.Engine;

/// <summary>An input an activity kind understands.</summary>
/// <param name="Name">In camel case, as in the file.</param>
/// <param name="TypeName">Elsa's name of the type: <c>String</c>, <c>Boolean</c>, <c>Int32</c>, <c>TimeSpan</c>, <c>DateTime</c>, <c>String[]</c>, <c>Object</c>;
/// <c>Variable</c> for a reference to a variable itself.</param>
/// <param name="Required">Whether a definition must set it.</param>
/// <param name="Description">For whoever writes definitions.</param>
public sealed record ActivityInput(string Name, string TypeName, bool Required = false, string? Description = null)
{
    /// <summary>The only literals allowed; empty when every value of the type is.</summary>
    public ImmutableArray<string> Allowed { get; init; } = [];
}

/// <summary>Something a kind finds wrong in one of its activities while the definition is read.</summary>
/// <param name="Property">Path below the activity, e.g. <c>cases[1].label</c>; empty for the activity itself.</param>
/// <param name="Rule">Stable code.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record ActivityFlaw(string Property, string Rule, string Message, string Remedy);

/// <summary>A condition for resuming an activity, with the sentence a clerk reads when it does not hold.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Vietnamese">What is missing, in Vietnamese.</param>
/// <param name="English">The same in English.</param>
/// <param name="Holds">Whether it holds; must change nothing.</param>
public sealed record Guard(string Code, string Vietnamese, string English, Func<StepContext, Stimulus, bool> Holds);
