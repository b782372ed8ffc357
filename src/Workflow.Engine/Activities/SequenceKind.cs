namespace Workflow.Engine;

/// <summary>Runs its activities one after the other.</summary>
internal sealed class SequenceKind : ContainerKind
{
    public override string Type => "Elsa.Sequence";

    internal override bool HasList => true;

    public override bool Waits => false;

    public override StepResult Start(StepContext context) =>
        context.Activity.Children.IsEmpty ? StepResult.Complete() : StepResult.Enter(context.Activity.Children[0]);

    internal override Activity? After(Activity container, Activity child) =>
        container.Children.SkipWhile(c => c.Id != child.Id).Skip(1).FirstOrDefault();
}
