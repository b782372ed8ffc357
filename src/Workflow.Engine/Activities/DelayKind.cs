namespace Workflow.Engine;

/// <summary>Waits for a length of time. Any length up to the end of the calendar works.</summary>
internal sealed class DelayKind : ActivityKind
{
    public override string Type => "Elsa.Delay";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("timeSpan", "TimeSpan", Required: true, "\"hh:mm:ss\" or \"days.hh:mm:ss\".")];

    public override StepResult Start(StepContext context)
    {
        var span = context.Input<TimeSpan>("timeSpan");
        if (span > DateTime.MaxValue - context.Now)
        {
            return StepResult.Fault("input.invalid", $"The delay of activity \"{context.Activity.Id}\" ends after the year 9999.");
        }

        context.Timer(Type, context.Now + span);
        return StepResult.Waiting;
    }

    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus) => StepResult.Complete();
}
