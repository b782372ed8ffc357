namespace Workflow.Engine;

/// <summary>Waits for a named event; what came with it is the output <c>result</c>.</summary>
internal sealed class EventKind : ActivityKind
{
    public override string Type => "Elsa.Event";

    public override IReadOnlyList<ActivityInput> Inputs { get; } = [new("eventName", "String", Required: true, "The event's name.")];

    public override StepResult Start(StepContext context)
    {
        var name = context.Input<string>("eventName");
        if (string.IsNullOrEmpty(name))
        {
            return StepResult.Fault("input.invalid", $"The event name of activity \"{context.Activity.Id}\" is empty.");
        }

        context.Await(name);
        return StepResult.Waiting;
    }

    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus)
    {
        context.SetOutput("result", stimulus.Input?.DeepClone());
        return StepResult.Complete();
    }
}
