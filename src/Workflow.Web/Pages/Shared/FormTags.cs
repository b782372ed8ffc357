using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.Extensions.Localization;
using Workflow.Web.Resources;

namespace Workflow.Web.Pages.Shared;

/// <summary>
/// <c>&lt;field name="Reason" label="…" hint="…" kind="textarea"/&gt;</c>: a label, what to write, the control, and what was wrong
/// with it, tied together for those who hear the page. The options of a select stand inside.
/// </summary>
[HtmlTargetElement("field")]
public sealed class FieldTag(IStringLocalizer<Text> text) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public string Name { get; set; } = "";

    /// <summary>Id of the control where several of the page bear one name; unset: the name.</summary>
    public string? Id { get; set; }

    public string Label { get; set; } = "";

    public string? Hint { get; set; }

    /// <summary>Any input type, or <c>textarea</c>, or <c>select</c>.</summary>
    public string Kind { get; set; } = "text";

    public object? Value { get; set; }

    public bool Required { get; set; }

    /// <summary>One of several fields of which one is needed: neither required nor optional.</summary>
    public bool Either { get; set; }

    /// <summary>Extra classes of the control: <c>short</c>, <c>text</c>.</summary>
    public string? Look { get; set; }

    public string? Autocomplete { get; set; }

    public int MaxLength { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var inside = await output.GetChildContentAsync();
        var id = Id ?? Name.Replace('.', '-');
        var error = View.ModelState.TryGetValue(Name, out var entry) && entry.Errors.Count > 0 ? entry.Errors[0].ErrorMessage : null;
        var written = entry?.AttemptedValue ?? Convert.ToString(Value, CultureInfo.InvariantCulture);

        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "field");
        var label = new TagBuilder("label");
        label.Attributes["for"] = id;
        label.InnerHtml.Append(Label);
        if (!Required && !Either)
        {
            label.InnerHtml.AppendHtml(" ").AppendHtml(Small("span", "optional", null, text["Field.Optional"]));
        }

        output.Content.SetHtmlContent(label);
        if (Hint is not null)
        {
            output.Content.AppendHtml(Small("p", "hint", id + "-hint", Hint));
        }

        var control = Control(id, written);
        Describe(control, id, error);
        control.InnerHtml.AppendHtml(Kind == "select" ? inside : new DefaultTagHelperContent());
        output.Content.AppendHtml(control);
        if (error is not null)
        {
            var said = Small("p", "error", id + "-error", error);
            output.Content.AppendHtml(said);
        }
    }

    private TagBuilder Control(string id, string? written)
    {
        var control = new TagBuilder(Kind is "textarea" or "select" ? Kind : "input");
        control.Attributes["id"] = id;
        control.Attributes["name"] = Name;
        control.Attributes["class"] = ("input " + Look).TrimEnd();
        if (Kind == "textarea")
        {
            // The first line break after the tag is not part of the text (HTML, 13.1.2.5).
            control.InnerHtml.AppendHtml("\n").Append(written ?? "");
        }
        else if (Kind != "select")
        {
            control.TagRenderMode = TagRenderMode.SelfClosing;
            control.Attributes["type"] = Kind;
            if (Kind is not ("file" or "password") && written is not null)
            {
                control.Attributes["value"] = written;
            }
        }

        return control;
    }

    private void Describe(TagBuilder control, string id, string? error)
    {
        var told = string.Join(' ', new[] { Hint is null ? null : id + "-hint", error is null ? null : id + "-error" }.OfType<string>());
        Set(control, "aria-describedby", told.Length > 0 ? told : null);
        Set(control, "aria-invalid", error is null ? null : "true");
        Set(control, "data-focus", error is null ? null : "");
        Set(control, "required", Required ? "required" : null);
        Set(control, "autocomplete", Autocomplete);
        Set(control, "maxlength", MaxLength > 0 ? MaxLength.ToString(CultureInfo.InvariantCulture) : null);
    }

    private static void Set(TagBuilder control, string name, string? value)
    {
        if (value is not null)
        {
            control.Attributes[name] = value;
        }
    }

    private static TagBuilder Small(string tag, string look, string? id, string words)
    {
        var small = new TagBuilder(tag);
        small.AddCssClass(look);
        if (id is not null)
        {
            small.Attributes["id"] = id;
        }

        small.InnerHtml.Append(words);
        return small;
    }
}

/// <summary>Every form that posts carries the anti-forgery field, wherever it posts to.</summary>
/// <param name="antiforgery">Makes the field.</param>
[HtmlTargetElement("form", Attributes = "[method=post]")]
public sealed class PostFormTag(IAntiforgery antiforgery) : TagHelper
{
    [ViewContext]
    [HtmlAttributeNotBound]
    public ViewContext View { get; set; } = null!;

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        output.PostContent.AppendHtml(antiforgery.GetHtml(View.HttpContext));
}

/// <summary><c>&lt;sheet id="return" title="…"&gt;…&lt;/sheet&gt;</c>: a dialog with a heading and a way out.</summary>
[HtmlTargetElement("sheet")]
public sealed class SheetTag(IStringLocalizer<Text> text) : TagHelper
{
    public string Id { get; set; } = "";

    public string Title { get; set; } = "";

    /// <summary>Whether it is open when the page comes, as after an act in it that was refused.</summary>
    public bool OpenNow { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "dialog";
        if (OpenNow)
        {
            output.Attributes.SetAttribute("data-open", "");
        }

        output.Attributes.SetAttribute("id", Id);
        output.Attributes.SetAttribute("aria-labelledby", Id + "-title");
        output.PreContent
            .AppendHtml($"<header><h2 id=\"{Id}-title\">").Append(Title).AppendHtml("</h2>")
            .AppendHtml($"<button type=\"button\" class=\"button quiet round\" commandfor=\"{Id}\" command=\"close\">")
            .AppendHtml(Html.Icon("close")).AppendHtml("<span class=\"unseen\">").Append(text["Act.Close"]).AppendHtml("</span></button></header>")
            .AppendHtml("<div class=\"body\">");
        output.PostContent.SetHtmlContent("</div>");
    }
}
