using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Workflow.Web.Pages.Shared;

/// <summary>Writes the small parts that several tags share.</summary>
internal static class Html
{
    /// <summary>A picture from icons.svg; words stand beside it, so it is hidden from those who hear the page.</summary>
    /// <param name="name">Symbol in icons.svg.</param>
    public static IHtmlContent Icon(string name) => new HtmlString(
        $"<svg class=\"icon\" aria-hidden=\"true\"><use href=\"/icons.svg#{HtmlEncoder.Default.Encode(name)}\"/></svg>");
}

/// <summary><c>&lt;icon name="check"/&gt;</c></summary>
[HtmlTargetElement("icon", TagStructure = TagStructure.WithoutEndTag)]
public sealed class IconTag : TagHelper
{
    public string Name { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(Html.Icon(Name));
    }
}

/// <summary><c>&lt;badge tone="ok" icon="check"&gt;Đã ký&lt;/badge&gt;</c>: a state is a word with a picture, never a colour alone.</summary>
[HtmlTargetElement("badge")]
public sealed class BadgeTag : TagHelper
{
    public string Tone { get; set; } = "mute";

    public string? Icon { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.Attributes.SetAttribute("class", "badge " + Tone);
        if (Icon is not null)
        {
            output.PreContent.SetHtmlContent(Html.Icon(Icon));
        }
    }

    /// <summary>A badge with known words.</summary>
    internal static void Write(TagHelperOutput output, string tone, string? icon, string words)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "badge " + tone);
        if (icon is not null)
        {
            output.PreContent.SetHtmlContent(Html.Icon(icon));
        }

        output.Content.SetContent(words);
    }
}

/// <summary><c>&lt;counter tone="bad" count="3" href="…" current&gt;words&lt;/counter&gt;</c>: how many, and the list of them.</summary>
[HtmlTargetElement("counter")]
public sealed class CounterTag : TagHelper
{
    public string Tone { get; set; } = "";

    public int Count { get; set; }

    public bool Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "a";
        output.Attributes.SetAttribute("class", "counter " + Tone);
        if (Current)
        {
            output.Attributes.SetAttribute("aria-current", "true");
        }

        output.PreContent.SetHtmlContent($"<b>{Count.ToString(CultureInfo.InvariantCulture)}</b> <span>");
        output.PostContent.SetHtmlContent("</span>");
    }
}

/// <summary><c>&lt;empty icon="inbox" title="…"&gt;what to do&lt;/empty&gt;</c></summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTag : TagHelper
{
    public string Icon { get; set; } = "done";

    public string Title { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AppendHtml(Html.Icon(Icon)).AppendHtml("<h2>").Append(Title).AppendHtml("</h2>");
    }
}
