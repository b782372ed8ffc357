using Workflow.Directives.Documents.Rules;

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
/// <param name="Rule">Stable lower-case code of the rule, e.g. <c>secrecy</c>; one of <see cref="FormRules.All"/>.</param>
/// <param name="Severity">How much it weighs.</param>
/// <param name="Line">Line in the text from 1; 0 when it is about the whole.</param>
/// <param name="Vietnamese">What is wrong and what to do.</param>
/// <param name="English">The same in English.</param>
public sealed record TextFinding(string Rule, Severity Severity, int Line, string Vietnamese, string English)
{
    /// <summary>The rule's entry: its number, title and source.</summary>
    public FormRule Entry => FormRules.Of(Rule);

    /// <summary>The exact place within the line; null where only the line, or the whole text, is meant.</summary>
    public TextSpan? Span { get; init; }

    /// <summary>The change that mends it; null where only a person can tell what is right.</summary>
    public TextFix? Fix { get; init; }
}

/// <summary>A stretch of a line in NFC.</summary>
/// <param name="Start">Where it begins, from 0, in UTF-16 units.</param>
/// <param name="Length">How long it is, in UTF-16 units; above 0.</param>
public readonly record struct TextSpan(int Start, int Length);
