using Microsoft.AspNetCore.Razor.TagHelpers;
using Workflow.Web.Localization;

namespace Workflow.Web.Pages.Shared;

/// <summary><c>&lt;due at="…"/&gt;</c>: how near a deadline is, in words, a picture and a colour.</summary>
[HtmlTargetElement("due", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DueTag : TagHelper
{
    private readonly SpokenTime spoken;
    private readonly TimeProvider clock;

    /// <summary>Takes the words and the clock.</summary>
    /// <param name="services">The request's services.</param>
    public DueTag(IServiceProvider services)
    {
        spoken = services.GetRequiredService<SpokenTime>();
        clock = services.GetRequiredService<TimeProvider>();
    }

    public DateTime? At { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } due)
        {
            output.SuppressOutput();
            return;
        }

        var (tone, words) = spoken.Deadline(due, clock.GetUtcNow().UtcDateTime);
        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "due " + tone);
        output.Attributes.SetAttribute("datetime", SpokenTime.Machine(due));
        output.Attributes.SetAttribute("title", SpokenTime.Moment(due));
        output.Content.AppendHtml(Html.Icon(tone == "bad" ? "alert" : "clock")).Append(words);
    }
}

/// <summary><c>&lt;moment at="…"/&gt;</c>: an instant in the office's zone; <c>day-only</c> leaves the clock out.</summary>
[HtmlTargetElement("moment", TagStructure = TagStructure.WithoutEndTag)]
public sealed class MomentTag : TagHelper
{
    public DateTime? At { get; set; }

    public bool DayOnly { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (At is not { } at)
        {
            output.SuppressOutput();
            return;
        }

        output.TagName = "time";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("datetime", SpokenTime.Machine(at));
        output.Content.SetContent(DayOnly ? SpokenTime.Day(at) : SpokenTime.Moment(at));
    }
}
