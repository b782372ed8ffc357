using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Workflow.Web.Edge;

/// <summary>Gives each script written in a page the nonce of its response; one that came in with a text has none and does not run.</summary>
[HtmlTargetElement("script")]
public sealed class ScriptTag : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        if (View.HttpContext.Features.Get<ScriptNonce>() is { } nonce)
        {
            output.Attributes.SetAttribute("nonce", nonce.Value);
        }
    }
}
