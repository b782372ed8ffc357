namespace Workflow.Web.SignIn;

/// <summary>Whether the sample province is loaded and anyone may sign in as its people with one click.</summary>
/// <param name="On">On or off; fixed at start.</param>
internal sealed record SampleMode(bool On);
