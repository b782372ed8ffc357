using System.Collections.Immutable;

namespace Workflow.Engine;

/// <summary>What an activity kind answers after starting or resuming.</summary>
public abstract record StepResult
{
    private static readonly StepResult Done = new Completed(["Done"]);

    private protected StepResult()
    {
    }

    /// <summary>The activity waits. With no bookmark left the instance faults with <c>nothing-awaited</c>.</summary>
    public static StepResult Waiting { get; } = new StillWaiting();

    /// <summary>The activity is over; bookmarks it still has are withdrawn. An outcome the kind does not have faults with <c>outcome.unknown</c>.</summary>
    public static StepResult Complete(string outcome = "Done") => outcome == "Done" ? Done : new Completed([outcome]);

    /// <summary>The instance cannot go on.</summary>
    public static StepResult Fault(string code, string message) => new Failed(code, message);

    /// <summary>The stimulus is not accepted and nothing changes. From a start it is a fault, as there is nothing to go back to.</summary>
    public static StepResult Refuse(string code, string vietnamese, string english) => new Refused(code, vietnamese, english);

    /// <summary>Completes with several outcomes at once, which opens a fork.</summary>
    internal static StepResult CompleteAll(ImmutableArray<string> outcomes) => new Completed(outcomes);

    /// <summary>Begins an inner activity and waits for it.</summary>
    internal static StepResult Enter(Activity child) => new Entered(child);

    /// <summary>Ends the whole instance.</summary>
    internal static StepResult FinishInstance { get; } = new InstanceFinished();

    internal sealed record StillWaiting : StepResult;

    internal sealed record Completed(ImmutableArray<string> Outcomes) : StepResult;

    internal sealed record Failed(string Code, string Message) : StepResult;

    internal sealed record Refused(string Code, string Vietnamese, string English) : StepResult;

    internal sealed record Entered(Activity Child) : StepResult;

    internal sealed record InstanceFinished : StepResult;
}
