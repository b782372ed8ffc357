using System.Net;
using System.Text.RegularExpressions;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>An empty installation, started as an operator starts it, lets its first administrator in once.</summary>
public sealed partial class SetupTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-setup-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Link_PrintedAtTheStart_MakesOneAdministrator()
    {
        string[] settings = ["--Workflow:DataDirectory", folder, "--Workflow:Sample", "false", "--Urls", "http://127.0.0.1:0"];
        var (process, address) = await BuiltProgram.ServeAsync(settings);
        try
        {
            using var late = new CancellationTokenSource(TimeSpan.FromSeconds(60));
            var link = "";
            while (!link.Contains("/setup/", StringComparison.Ordinal))
            {
                link = (await process.StandardOutput.ReadLineAsync(late.Token))?.Trim() ?? throw new InvalidOperationException("No link was printed.");
            }

            using var http = new HttpClient { BaseAddress = address };
            var path = new Uri(link).AbsolutePath;
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(path[..^1])).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await SendAsync(http, path, "ngắn")).StatusCode);
            using var entered = await SendAsync(http, path, Accounts.Password);
            Assert.Equal(HttpStatusCode.OK, entered.StatusCode);
            Assert.Contains("Trần Thị Quản", await entered.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            Assert.Equal("/account", (await http.GetAsync("/account")).RequestMessage!.RequestUri!.AbsolutePath);
            Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync(path)).StatusCode);
        }
        finally
        {
            BuiltProgram.Stop(process);
        }

        var (again, _) = await BuiltProgram.ServeAsync(settings);
        again.StandardInput.Close();
        var printed = again.StandardOutput.ReadToEndAsync();
        BuiltProgram.Stop(again);
        Assert.DoesNotContain("/setup/", await printed, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> SendAsync(HttpClient http, string path, string password)
    {
        var token = Token().Match(await http.GetStringAsync(path)).Groups[1].Value;
        return await http.PostAsync(path, new FormUrlEncodedContent(
        [
            new("FullName", "Trần Thị Quản"), new("Email", "quan@tinhuy.nambinh.example"), new("password", password), new("again", password), new("__RequestVerificationToken", token),
        ]));
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\"[^>]*value=\"([^\"]+)\"")]
    private static partial Regex Token();
}
