namespace Workflow.Directives;

/// <summary>Why an act was refused, as the doors translate it: each kind is one HTTP status.</summary>
public enum RefusalKind
{
    /// <summary>The thing does not exist for this person (404).</summary>
    NotVisible,

    /// <summary>Visible, but this person may not do this (403).</summary>
    NotAllowed,

    /// <summary>The person acted on an older version of the document (412).</summary>
    Stale,

    /// <summary>The state of the thing does not admit the act, or it was already done (409).</summary>
    Conflict,

    /// <summary>What was sent cannot be accepted as it is (422).</summary>
    Invalid,

    /// <summary>What was asked for existed and is withdrawn (410).</summary>
    Gone,

    /// <summary>What was sent is longer or larger than is accepted (413).</summary>
    TooLarge,

    /// <summary>What was sent is of a format that is not read here (415).</summary>
    Unsupported,

    /// <summary>What was sent is broken, or made to do harm (400).</summary>
    Malformed,

    /// <summary>The act needs a fresh proof of who acts, such as the PIN of the certificate (401).</summary>
    StepUp,
}

/// <summary>An expected "no", as a value: what happened and what to do, in both languages.</summary>
/// <param name="Kind">Which HTTP status the doors answer with.</param>
/// <param name="Code">Stable, lower-case, dotted code for programs and tests, e.g. <c>approval.own-draft</c>.</param>
/// <param name="Vietnamese">The sentence a clerk reads.</param>
/// <param name="English">The same sentence in English.</param>
/// <param name="Problems">Single points, each with the line it is about, when the refusal has several.</param>
public sealed record Refusal(
    RefusalKind Kind,
    string Code,
    string Vietnamese,
    string English,
    IReadOnlyList<TextProblem>? Problems = null);

/// <summary>One problem in a text.</summary>
/// <param name="Line">Line in the text, from 1; 0 when it is about the whole.</param>
/// <param name="Vietnamese">What is wrong and what to do.</param>
/// <param name="English">The same in English.</param>
public sealed record TextProblem(int Line, string Vietnamese, string English);

/// <summary>The outcome of a use case: a value or a <see cref="Directives.Refusal"/>, never both.</summary>
/// <typeparam name="T">What the use case gives back when it was done.</typeparam>
public sealed class Result<T>
{
    private readonly T? value;

    private Result(T? value, Refusal? refusal) => (this.value, Refusal) = (value, refusal);

    /// <summary>The refusal, or null when the act was done.</summary>
    public Refusal? Refusal { get; }

    /// <summary>Whether the act was done.</summary>
    public bool Done => Refusal is null;

    /// <summary>What the act gave back.</summary>
    /// <exception cref="InvalidOperationException">The act was refused.</exception>
    public T Value => Refusal is null ? value! : throw new InvalidOperationException($"Refused: {Refusal.Code}");

    /// <summary>Wraps a refusal, so that a use case can simply return it.</summary>
    /// <param name="refusal">The refusal.</param>
    public static implicit operator Result<T>(Refusal refusal) => new(default, refusal);

    /// <summary>Wraps a value, so that a use case can simply return it.</summary>
    /// <param name="value">The value.</param>
    public static implicit operator Result<T>(T value) => new(value, null);

    internal static Result<T> Of(T value) => new(value, null);
}

/// <summary>Makes results of interfaces, which no conversion can.</summary>
public static class Result
{
    /// <summary>Wraps a value.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="value">The value.</param>
    public static Result<T> Of<T>(T value) => Result<T>.Of(value);
}
