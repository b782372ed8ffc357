using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workflow.Browser.Tests;

/// <summary>One person, or a visitor, goes to every page that links lead to, and sends every form with canaries in every field.</summary>
/// <param name="page">The person's window.</param>
/// <param name="origin">Address of the program; nothing else is visited.</param>
/// <param name="who">For what is told.</param>
/// <param name="sends">Whether forms are sent; otherwise pages are only looked at.</param>
internal sealed partial class CanaryWalk(IPage page, Uri origin, string who, bool sends)
{
    private const int MostOfAKind = 2;
    private const int MostPages = 150;
    private const float Patience = 10_000;
    private static readonly string[] Never = ["/sign-out", "/sign-in", "/Language", "/language"];

    private readonly Queue<string> open = new();
    private readonly HashSet<string> known = [];
    private readonly Dictionary<string, int> kinds = [];
    private readonly HashSet<string> sent = [];

    public List<string> Findings { get; } = [];

    public int Pages { get; private set; }

    public int Forms => sent.Count;

    /// <summary>Pages on which a canary stands as text, as it should.</summary>
    public int Shown { get; private set; }

    public async Task RunAsync(params string[] from)
    {
        await page.Context.AddInitScriptAsync(Canary.Watch);
        page.Dialog += (_, dialog) =>
        {
            Findings.Add($"{who}: {page.Url} opened a dialog: {dialog.Message}");
            _ = dialog.DismissAsync();
        };
        page.Response += (_, response) =>
        {
            if (response.Status >= 500)
            {
                Findings.Add($"{who}: {response.Request.Method} {response.Url} answers {response.Status}");
            }
        };
        foreach (var path in from)
        {
            Take(path);
        }

        while (Pages < MostPages && open.TryDequeue(out var path))
        {
            if (await GoAsync(path) && sends)
            {
                await SendFormsAsync(path);
            }
        }
    }

    private void Take(string path)
    {
        var bare = path.Split('#')[0];
        if (!bare.StartsWith('/') || Never.Any(one => bare.StartsWith(one, StringComparison.Ordinal)) || !known.Add(bare))
        {
            return;
        }

        var kind = Changing().Replace(bare, "*");
        kinds[kind] = kinds.GetValueOrDefault(kind) + 1;
        if (kinds[kind] <= MostOfAKind)
        {
            open.Enqueue(bare);
        }
    }

    /// <returns>Whether it is a page, and it can be used.</returns>
    private async Task<bool> GoAsync(string path)
    {
        Pages++;
        try
        {
            return await CheckedAsync(await page.GotoAsync(new Uri(origin, path).ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded }));
        }
        catch (PlaywrightException file) when (file.Message.Contains("ERR_ABORTED", StringComparison.Ordinal) || file.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            // Handed out as a file: looked at without the window.
            var answer = await page.APIRequest.GetAsync(new Uri(origin, path).ToString());
            if (!answer.Headers.GetValueOrDefault("content-disposition", "").StartsWith("attachment", StringComparison.Ordinal) || answer.Headers.GetValueOrDefault("x-content-type-options") != "nosniff")
            {
                Findings.Add($"{who}: {path} is a file a browser might show");
            }

            return false;
        }
    }

    private async Task<bool> CheckedAsync(IResponse? response)
    {
        if (response is null || !response.Headers.GetValueOrDefault("content-type", "").StartsWith("text/html", StringComparison.Ordinal))
        {
            return false;
        }

        var html = await response.TextAsync();
        Findings.AddRange(Canary.Live.Where(live => html.Contains(live, StringComparison.OrdinalIgnoreCase)).Select(live => $"{who}: {page.Url} holds {live}"));
        Findings.AddRange((await Canary.FoundOnAsync(page)).Select(one => $"{who}: {page.Url}: {one}"));
        Shown += html.Contains("&lt;svg onload", StringComparison.Ordinal) ? 1 : 0;
        foreach (var path in await page.EvaluateAsync<string[]>("() => [...document.links].filter(a => a.origin === location.origin).map(a => a.pathname + a.search)"))
        {
            Take(path);
        }

        return response.Status < 400;
    }

    private async Task SendFormsAsync(string path)
    {
        var forms = await page.EvaluateAsync<Form[]>(Form.All);
        foreach (var form in forms.Where(form => form.Method != "dialog" && !Never.Any(one => form.Action.StartsWith(one, StringComparison.Ordinal))))
        {
            for (var button = 0; button < Math.Max(1, form.Buttons.Length); button++)
            {
                var action = Changing().Replace(form.Buttons.ElementAtOrDefault(button) is { Length: > 0 } own ? own : form.Action, "*");
                foreach (var hidden in form.Hidden ? new[] { false, true } : [false])
                {
                    if (sent.Add($"{form.Method} {action} {form.Fields} {hidden}"))
                    {
                        await SendAsync(path, form, button, hidden);
                    }
                }
            }
        }
    }

    private async Task SendAsync(string path, Form form, int button, bool hidden)
    {
        var there = await page.GotoAsync(new Uri(origin, path).ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        var now = there is { Status: < 400 } ? (await page.EvaluateAsync<Form[]>(Form.All)).ElementAtOrDefault(form.At) : null;
        if (now is null || (now.Method, now.Action, now.Fields) != (form.Method, form.Action, form.Fields))
        {
            // What was sent before has changed the page.
            return;
        }

        try
        {
            // The calls that are to take its place want the address to come, which nobody knows here.
#pragma warning disable CS0612
            await CheckedAsync(await page.RunAndWaitForNavigationAsync(() => Canary.SendAsync(page, form.At, button, hidden), new() { WaitUntil = WaitUntilState.DOMContentLoaded, Timeout = Patience }));
#pragma warning restore CS0612
        }
        catch (PlaywrightException file) when (file.Message.Contains("ERR_ABORTED", StringComparison.Ordinal) || file.Message.Contains("Download is starting", StringComparison.Ordinal))
        {
            await page.GotoAsync(new Uri(origin, "/").ToString());
        }
        catch (TimeoutException)
        {
            Findings.Add($"{who}: {form.Action} of {path} is sent and nothing comes; the page says: {string.Join("; ", await Canary.FoundOnAsync(page))}");
        }
    }

    // Identifiers, secrets of links, numbers.
    [GeneratedRegex(@"[0-9a-f]{8}-[0-9a-f-]{27}|[A-Za-z0-9_-]{43}|(?<=[=/])\d+|(?<=[?&](q|key|Back|On|Words)=)[^&]*")]
    private static partial Regex Changing();

    /// <summary>A form as the page has it.</summary>
    internal sealed record Form
    {
        public const string All = """
            () => [...document.forms].map((form, at) => ({
              at, method: form.getAttribute('method') ?? 'get', action: new URL(form.getAttribute('action') ?? location.href, location.href).pathname + new URL(form.getAttribute('action') ?? location.href, location.href).search,
              fields: [...new Set([...form.elements].map(f => f.name).filter(Boolean))].sort().join(' '),
              hidden: [...form.elements].some(f => f.type === 'hidden' && f.name !== '__RequestVerificationToken'),
              buttons: [...form.elements].filter(f => f.type === 'submit').map(f => f.getAttribute('formaction') ?? '') }))
            """;

        public int At { get; init; }

        public string Method { get; init; } = "";

        public string Action { get; init; } = "";

        public string Fields { get; init; } = "";

        public bool Hidden { get; init; }

        public string[] Buttons { get; init; } = [];
    }
}
