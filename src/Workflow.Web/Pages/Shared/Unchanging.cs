using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using Workflow.Web.Localization;

namespace Workflow.Web.Pages.Shared;

/// <summary>Conditional answers for the parts of pages that ask again (RFC 9110, 13.1.2).</summary>
internal static class Unchanging
{
    /// <summary>304 when the visitor already has what these values would show; otherwise null, and the answer carries their tag.</summary>
    /// <param name="page">The page that answers.</param>
    /// <param name="values">Everything the part shows that can change.</param>
    public static IActionResult? Unchanged(this PageModel page, params object?[] values)
    {
        var seen = JsonSerializer.SerializeToUtf8Bytes(values.Append(Languages.IsEnglish));
        var tag = $"\"{Convert.ToHexStringLower(SHA256.HashData(seen))[..32]}\"";
        page.Response.Headers.ETag = tag;
        return page.Request.Headers[HeaderNames.IfNoneMatch] == tag ? new StatusCodeResult(StatusCodes.Status304NotModified) : null;
    }
}
