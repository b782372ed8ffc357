namespace Workflow.Web.Pages.Acknowledgment;

/// <summary>The panel in which a unit answers.</summary>
/// <param name="Copy">The unit's copy.</param>
/// <param name="Path">Where the forms are sent, with /receipt or /refusal behind.</param>
/// <param name="Typed">Whether name and position are typed; false when they are known from the sign-in.</param>
/// <param name="Name">Name so far.</param>
/// <param name="Position">Position so far.</param>
/// <param name="Refusing">Whether the refusal is being written.</param>
internal sealed record Answer(ReceivedCopy Copy, string Path, bool Typed, string? Name, string? Position, bool Refusing);
