using Microsoft.Playwright;

namespace Workflow.Browser.Tests;

/// <summary>A text that sets <c>window.canary</c> wherever a page takes it for anything but text: a link, an attribute, an element, a template.</summary>
internal static class Canary
{
    public const string Long = "javascript:window.canary=1//\"'><svg onload=window.canary=1><script>window.canary=1</script>{{7*7}}";
    public const string Short = "\"'><svg onload=canary=1>";

    /// <summary>What stands in HTML only where it was not escaped.</summary>
    public static readonly string[] Live = ["<svg onload", "<script>window.canary"];

    /// <summary>Runs before every page's own scripts and notes what the content policy stopped: then something was taken for code.</summary>
    public const string Watch = "window.stopped = []; document.addEventListener('securitypolicyviolation', e => window.stopped.push(e.violatedDirective + ' ' + e.blockedURI + ' ' + e.sample));";

    private const string Found = """
        () => {
          const found = [];
          if (typeof window.canary !== 'undefined') found.push('a canary ran');
          for (const one of window.stopped ?? []) found.push('the content policy stopped ' + one);
          const places = ['href', 'src', 'action', 'formaction', 'data', 'xlink:href'];
          for (const element of document.querySelectorAll('*'))
            for (const place of places)
              if (/^\s*(javascript|data|vbscript):/i.test(element.getAttribute(place) ?? '')) found.push(`${element.localName} ${place}=${element.getAttribute(place).slice(0, 60)}`);
          return found;
        }
        """;

    // Whatever the page would do with the form by script or by the browser's own checks is no defence, so both are left out.
    private const string Send = """
        ([at, button, hidden, long, short]) => {
          const form = document.forms[at];
          for (const field of [...form.elements]) {
            if (field.name === '__RequestVerificationToken' || ['submit', 'button', 'file', 'fieldset', 'image', 'reset'].includes(field.type)) continue;
            if (field.type === 'hidden' && !hidden) continue;
            if (field.localName === 'select') { if (field.options.length) field.selectedIndex = field.options.length - 1; continue; }
            if (field.type === 'checkbox' || field.type === 'radio') { field.checked = true; continue; }
            if (!['text', 'search', 'hidden', 'textarea'].includes(field.type)) field.type = 'text';
            field.value = field.maxLength > 0 && field.maxLength < long.length ? short : long;
          }
          const pressed = [...form.elements].filter(one => one.type === 'submit')[button];
          if (pressed?.name) {
            const sent = document.createElement('input');
            sent.type = 'hidden'; sent.name = pressed.name; sent.value = pressed.value;
            form.append(sent);
          }
          if (pressed?.hasAttribute('formaction')) form.action = pressed.getAttribute('formaction');
          form.target = '_self';
          HTMLFormElement.prototype.submit.call(form);
        }
        """;

    /// <summary>What is wrong with the page as it stands.</summary>
    public static Task<string[]> FoundOnAsync(IPage page) => page.EvaluateAsync<string[]>(Found);

    /// <summary>Fills every field of a form and sends it.</summary>
    /// <param name="page">Its page.</param>
    /// <param name="form">Which form of the page, from 0.</param>
    /// <param name="button">Which of its buttons, from 0.</param>
    /// <param name="hidden">Whether hidden fields are filled too.</param>
    public static Task SendAsync(IPage page, int form, int button, bool hidden) =>
        page.EvaluateAsync(Send, new object[] { form, button, hidden, Long, Short });
}
