namespace Workflow.Engine;

/// <summary>A kind that holds other activities. It is over when nothing in it is alive any more.</summary>
internal abstract class ContainerKind : ActivityKind
{
    /// <summary>Properties of the file that hold one inner activity each.</summary>
    internal virtual IReadOnlyList<string> BranchNames => [];

    /// <summary>Whether <c>activities</c> of the file are its inner activities.</summary>
    internal virtual bool HasList => false;

    /// <summary>What follows an inner activity that completed; null when nothing does.</summary>
    internal virtual Activity? After(Activity container, Activity child) => null;
}
