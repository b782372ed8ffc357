namespace Workflow.Engine;

/// <summary>Waits for a moment; one already past fires as soon as timers are looked at.</summary>
internal sealed class StartAtKind : ActivityKind
{
    public override string Type => "Elsa.StartAt";

    public override IReadOnlyList<ActivityInput> Inputs { get; } =
        [new("dateTime", "DateTime", Required: true, "ISO 8601 with \"Z\" or an offset, e.g. \"2026-07-01T07:30:00+07:00\".")];

    public override StepResult Start(StepContext context)
    {
        context.Timer(Type, context.Input<DateTime>("dateTime"));
        return StepResult.Waiting;
    }

    public override StepResult Resume(StepContext context, Bookmark bookmark, Stimulus stimulus) => StepResult.Complete();
}
