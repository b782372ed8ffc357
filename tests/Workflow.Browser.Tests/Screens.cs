using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Workflow.Browser.Tests;

/// <summary>A browser, one window for each person, and everything it complained of.</summary>
internal sealed class Screens : IAsyncDisposable
{
    private const float Patience = 20_000;

    private static readonly string[] Flags =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
    ];

    private readonly IPlaywright playwright;
    private readonly IBrowser browser;
    private readonly Uri address;

    private Screens(IPlaywright playwright, IBrowser browser, Uri address) => (this.playwright, this.browser, this.address) = (playwright, browser, address);

    /// <summary>Errors in the console and requests to another host; none is allowed.</summary>
    public ConcurrentQueue<string> Complaints { get; } = new();

    public static async Task<Screens> OpenAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        return new Screens(playwright, await playwright.Chromium.LaunchAsync(new() { ExecutablePath = Place.Browser, Args = Flags }), address);
    }

    public async Task<IPage> PageAsync(bool phone = false)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = address.ToString(),
            Locale = "vi-VN",
            ViewportSize = phone ? new() { Width = 360, Height = 740 } : new() { Width = 1280, Height = 900 },
        });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(Patience);
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                Complaints.Enqueue($"{page.Url}: {message.Text}");
            }
        };
        page.PageError += (_, error) => Complaints.Enqueue($"{page.Url}: {error}");
        page.Request += (_, request) =>
        {
            if (new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Authority != address.Authority)
            {
                Complaints.Enqueue($"{page.Url} asks {request.Url}");
            }
        };
        return page;
    }

    /// <summary>Signs a person of the sample province in, with one click.</summary>
    public async Task<IPage> SignInAsync(string name, bool phone = false)
    {
        var page = await PageAsync(phone);
        await page.GotoAsync("/sign-in");
        await page.GetByRole(AriaRole.Button, new() { Name = name }).First.ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).First.WaitForAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/sign-in"));
        return page;
    }

    /// <summary>A picture of the whole page as it is, and one at a phone's width.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        var before = page.ViewportSize!;
        foreach (var (width, height) in new[] { (1280, 900), (360, 740) })
        {
            await page.SetViewportSizeAsync(width, height);
            await page.ScreenshotAsync(new() { Path = Path.Combine(Place.Pictures, $"{name}-{width}.png"), FullPage = true });
            if (width == 360)
            {
                Assert.True(await page.EvaluateAsync<int>("document.documentElement.scrollWidth") <= width, $"{name} is wider than a phone");
            }
        }

        await page.SetViewportSizeAsync(before.Width, before.Height);
    }

    public async ValueTask DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
    }
}
