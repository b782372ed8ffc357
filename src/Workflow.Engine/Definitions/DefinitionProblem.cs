namespace Workflow.Engine;

/// <summary>Something wrong in a definition file.</summary>
/// <param name="File">The file's name as given to the reader.</param>
/// <param name="Path">JSON path, e.g. <c>$.root.activities[2].outcome</c>.</param>
/// <param name="ActivityId">The activity it is about; null when it is about none.</param>
/// <param name="Rule">Stable code, e.g. <c>connection.target-unknown</c>.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Remedy">What would be right.</param>
public sealed record DefinitionProblem(string File, string Path, string? ActivityId, string Rule, string Message, string Remedy)
{
    /// <summary>One line for a log or a console.</summary>
    public override string ToString() => $"{File} {Path}: {Message} {Remedy} [{Rule}]";
}

/// <summary>What came of reading a definition file.</summary>
/// <param name="Definition">The definition; null when there is any problem.</param>
/// <param name="Problems">Every problem found, in the file's order as far as that goes.</param>
public sealed record DefinitionReading(WorkflowDefinition? Definition, IReadOnlyList<DefinitionProblem> Problems);
