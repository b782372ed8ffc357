namespace Workflow.Web.Resources;

/// <summary>Names the resource set <c>Text.resx</c> (Vietnamese) and <c>Text.en.resx</c> (English) for the localizer.</summary>
public sealed class Text;
