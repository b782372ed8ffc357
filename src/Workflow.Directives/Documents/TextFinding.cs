namespace Workflow.Directives.Documents;

/// <summary>How much a finding weighs.</summary>
public enum Severity
{
    /// <summary>The draft may go on; a person should look.</summary>
    Warning,

    /// <summary>The draft must not go on like this.</summary>
    Error,
}

/// <summary>One thing a check found in a text.</summary>
/// <param name="Rule">Stable lower-case code of the rule, e.g. <c>secrecy</c>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Line">Line in the text from 1; 0 when it is about the whole.</param>
/// <param name="Vietnamese">What is wrong and what to do.</param>
/// <param name="English">The same in English.</param>
public sealed record TextFinding(string Rule, Severity Severity, int Line, string Vietnamese, string English);
