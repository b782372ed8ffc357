using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>The whole way through a provider that knows nothing of this program: npm's oidc-provider.</summary>
public sealed class RealProviderTests
{
    private const string Secret = "secret-of-this-program-at-the-provider";

    [RealProviderFact]
    public async Task Person_SignedInAtARealProvider_Enters()
    {
        var port = FreePort();
        using var office = new RunningOffice(["--OpenId:Authority", $"http://127.0.0.1:{port}", "--OpenId:ClientId", "workflow", "--OpenId:ClientSecret", Secret]);
        await office.InitializeAsync();
        using var provider = await StartAsync(port, new Uri(office.Address, "/sign-in/openid"));
        try
        {
            using var http = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer() });
            using var asked = await http.GetAsync(new Uri(office.Address, "/sign-in?handler=OpenId&back=/account"));
            using var consent = await AnswerAsync(http, asked, new() { ["prompt"] = "login", ["login"] = "person-7", ["password"] = "any" });
            using var entered = await AnswerAsync(http, consent, new() { ["prompt"] = "consent" });
            Assert.Equal(new Uri(office.Address, "/account"), entered.RequestMessage!.RequestUri);
            Assert.Contains(Walk.Head, await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            provider.Kill();
            await provider.WaitForExitAsync();
            await office.DisposeAsync();
        }
    }

    private static async Task<HttpResponseMessage> AnswerAsync(HttpClient http, HttpResponseMessage page, Dictionary<string, string> fields)
    {
        var address = page.RequestMessage!.RequestUri!;
        Assert.True(page.IsSuccessStatusCode && address.AbsolutePath.StartsWith("/interaction/", StringComparison.Ordinal), $"{page.StatusCode} {address}: {await page.Content.ReadAsStringAsync()}");
        return await http.PostAsync(address, new FormUrlEncodedContent(fields));
    }

    private static async Task<Process> StartAsync(int port, Uri redirect)
    {
        var process = Process.Start(new ProcessStartInfo(
            "node",
            [Path.Combine(AppContext.BaseDirectory, "SignIn", "openid_provider.mjs"), RealProviderFactAttribute.Folder!, $"{port}", redirect.ToString(), Secret, Walk.Head])
        {
            RedirectStandardOutput = true,
        })!;
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
        {
            if (line == "ready")
            {
                return process;
            }
        }

        throw new InvalidOperationException("The provider ended instead of serving.");
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>Skipped where node or the package oidc-provider is not at hand.</summary>
internal sealed class RealProviderFactAttribute : FactAttribute
{
    private const string Variable = "OIDC_PROVIDER";

    public RealProviderFactAttribute() =>
        Skip = Folder is not null && System.IO.Directory.Exists(Path.Combine(Folder, "node_modules", "oidc-provider")) ? null : $"Set {Variable} to a folder where npm has installed oidc-provider.";

    public static string? Folder => Environment.GetEnvironmentVariable(Variable);
}
