using Microsoft.AspNetCore.Razor.TagHelpers;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Web.Localization;

namespace Workflow.Web.Pages.Shared;

/// <summary><c>&lt;state of="…"/&gt;</c>: where a directive stands.</summary>
[HtmlTargetElement("state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class StateTag(Visit visit) : TagHelper
{
    public DirectiveState Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, icon) = Looks.Of(Of);
        BadgeTag.Write(output, tone, icon, visit.Word("State", Of));
    }
}

/// <summary><c>&lt;delivery-state of="…"/&gt;</c>: where a unit's copy stands.</summary>
[HtmlTargetElement("delivery-state", TagStructure = TagStructure.WithoutEndTag)]
public sealed class DeliveryStateTag(Visit visit) : TagHelper
{
    public DeliveryStatus Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var (tone, icon) = Looks.Of(Of);
        BadgeTag.Write(output, tone, icon, visit.Word("Delivery", Of));
    }
}

/// <summary><c>&lt;urgency of="…"/&gt;</c>: the mark as it is stamped; nothing when there is none.</summary>
[HtmlTargetElement("urgency", TagStructure = TagStructure.WithoutEndTag)]
public sealed class UrgencyTag(Visit visit) : TagHelper
{
    public Urgency Of { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (Of == Urgency.None)
        {
            output.SuppressOutput();
            return;
        }

        BadgeTag.Write(output, "urgent", null, visit.Word("Urgency", Of));
    }
}
