using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit.Abstractions;

namespace Workflow.Browser.Tests;

/// <summary>Whatever anybody writes anywhere is shown as text everywhere: pages, messages, papers.</summary>
[Collection("browser")]
public sealed partial class CanaryTests(ITestOutputHelper output)
{
    private const string Subject = "V/v kiểm tra " + Canary.Short + "<script>window.canary=1</script>{{7*7}} công tác phòng, chống thiên tai";

    // The way of a paper: what one wrote is met by the next.
    private static readonly string[] Everybody =
        ["Drafter", "UnitHead", "ChiefOfOffice", "DeputySecretary", "Secretary", "Registry", "RecipientClerk", "Administrator", "Auditor"];

    private static readonly string[] Roles = Environment.GetEnvironmentVariable("CANARY_ROLES") is { Length: > 0 } only ? only.Split(' ') : Everybody;

    [BrowserFact]
    [Trait("BadInput", "21")]
    public async Task Canaries_InEveryFieldOfEveryRole_StayText()
    {
        await using var program = await RunningProgram.StartAsync();
        await using var screens = await Screens.OpenAsync(program.Address);
        var (directive, link) = await IssueAsync(screens, program);
        var walks = new List<CanaryWalk>();
        await WalkAsync(walks, await screens.PageAsync(), program.Address, "visitor", sends: true, link, "/verify");
        foreach (var sends in new[] { true, false })
        {
            foreach (var role in Roles)
            {
                var page = await SignInAsync(screens, role);
                await WalkAsync(walks, page, program.Address, role, sends, "/", "/work", "/directives", "/directory", "/orders", "/register", "/outbox", "/inbox", "/reading", directive);
                await page.Context.CloseAsync();
            }
        }

        Assert.Empty(walks.SelectMany(walk => walk.Findings));
        Assert.InRange(walks.Sum(walk => walk.Forms), 8 * Roles.Length, int.MaxValue);
        Assert.InRange(walks.Sum(walk => walk.Shown), 8 * Roles.Length, int.MaxValue);
        Assert.NotEmpty(Messages(program.Data));
        Assert.All(Messages(program.Data), html => Assert.All(Canary.Live, live => Assert.DoesNotContain(live, html, StringComparison.OrdinalIgnoreCase)));
        Assert.Contains(Messages(program.Data), html => html.Contains("&lt;svg onload", StringComparison.Ordinal));
        Assert.Contains("<svg onload=canary=1>", await PaperAsync(await SignInAsync(screens, "Registry"), directive), StringComparison.Ordinal);
    }

    private static async Task<(string Directive, string Link)> IssueAsync(Screens screens, RunningProgram program)
    {
        var letter = MainJobTests.Letter.Replace("V/v kiểm tra công tác phòng, chống thiên tai", Subject, StringComparison.Ordinal);
        var directive = await MainJobTests.ToIssuedAsync(screens, letter);
        var link = await MainJobTests.LinkAsync(await screens.SignInAsync(MainJobTests.Registry), program);

        // A second one on its way, so that those who decide have something to decide.
        await MainJobTests.DraftAsync(screens, letter);
        return (directive, new Uri(link).AbsolutePath);
    }

    private async Task WalkAsync(List<CanaryWalk> walks, IPage page, Uri origin, string who, bool sends, params string[] from)
    {
        var (walk, watch) = (new CanaryWalk(page, origin, who, sends), Stopwatch.StartNew());
        await walk.RunAsync(from);
        walks.Add(walk);
        output.WriteLine($"{who}: {walk.Pages} pages, {walk.Forms} forms sent, canaries shown on {walk.Shown}, {walk.Findings.Count} findings, {watch.Elapsed.TotalSeconds:0} s");
        walk.Findings.ForEach(output.WriteLine);
    }

    /// <summary>The first sample person of a role.</summary>
    private static async Task<IPage> SignInAsync(Screens screens, string role)
    {
        var page = await screens.PageAsync();
        await page.GotoAsync("/sign-in");
        await page.Locator($"section[aria-labelledby=role-{role}] button").First.ClickAsync();
        await Assertions.Expect(page).Not.ToHaveURLAsync(SignInPath());
        return page;
    }

    private static List<string> Messages(string data) => [.. Directory.EnumerateFiles(Path.Combine(data, "mail"), "*.eml").Select(File.ReadAllText)
        .Select(mail => HtmlPart().Match(mail)).Where(part => part.Success)
        .Select(part => Encoding.UTF8.GetString(Convert.FromBase64String(part.Groups[1].Value.ReplaceLineEndings(""))))];

    private static async Task<string> PaperAsync(IPage page, string directive)
    {
        await page.GotoAsync(directive);
        var path = await page.EvaluateAsync<string>("() => [...document.links].map(a => a.pathname).find(path => path.includes('/files/'))");
        var pdf = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(pdf, await (await page.APIRequest.GetAsync(new Uri(new Uri(page.Url), path).ToString())).BodyAsync());
            using var reading = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", pdf, "-"]) { RedirectStandardOutput = true })!;
            var text = await reading.StandardOutput.ReadToEndAsync();
            await reading.WaitForExitAsync();
            return Regex.Replace(text, @"\s+", " ");
        }
        finally
        {
            File.Delete(pdf);
        }
    }

    [GeneratedRegex("/sign-in")]
    private static partial Regex SignInPath();

    [GeneratedRegex(@"Content-Type: text/html[^\r\n]*\r?\n(?:[A-Za-z-]+:[^\r\n]*\r?\n)*\r?\n(.*?)\r?\n--", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex HtmlPart();
}
