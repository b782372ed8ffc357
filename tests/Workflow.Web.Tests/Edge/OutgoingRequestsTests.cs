using System.Net;
using System.Net.Sockets;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>The program asks only where its settings point: no address in a text, a file or a form is ever followed.</summary>
public sealed partial class OutgoingRequestsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    // The timestamp authority, the mail server and the virus scanner: each named by a setting.
    private static readonly string[] Asking = ["SmtpConnection.cs", "TimestampClient.cs", "VirusScan.cs"];

    // This machine, in every way an address of it is written to get past a list.
    private static readonly string[] Spellings = ["127.0.0.1", "2130706433", "[::1]", "localhost", "0x7f000001"];

    [Fact]
    [Trait("BadInput", "46")]
    public void Connections_AreOpenedOnlyWhereASettingSaysWhereTo()
    {
        var found = System.IO.Directory.EnumerateFiles(Source(), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(path => Opening().IsMatch(File.ReadAllText(path)))
            .Select(path => Path.GetFileName(path))
            .Where(name => !name.Contains("OpenId", StringComparison.Ordinal) && !name.Contains("Oidc", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        Assert.Equal(Asking, found);
    }

    [Fact]
    [Trait("BadInput", "46")]
    public async Task Addresses_InTextsAndFilesAndForms_AreNeverAsked()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var text = Texts.Letter + string.Concat(Spellings.Select(host => $"\nhttp://{host}:{port}/x\n"));
        var id = (await office.As(Walk.Drafter).PostAsync("/api/directives", new { templateKey = "cong-van", text })).Must(HttpStatusCode.Created).Id;
        (await office.As(Walk.Drafter).PostTextAsync("/api/readings", text, "", "text/plain")).Must(HttpStatusCode.OK);
        (await office.As(Walk.Drafter).PostTextAsync("/api/checks", text, "", "text/plain")).Must(HttpStatusCode.OK);
        using var visitor = await Visitor.EnterAsync(office, Walk.Drafter);
        foreach (var path in new[] { $"/directives/{id}", $"/directives/{id}/draft", $"/directives/{id}/files/document.pdf" })
        {
            using var response = await visitor.ResponseAsync(path);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        }

        Assert.False(listener.Pending());
    }

    private static string Source([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "..", "src"));

    [GeneratedRegex(@"\b(?:HttpClient|TcpClient|UdpClient|WebRequest|WebClient|Socket)\b\s*(?:\(|>| [a-z])")]
    private static partial Regex Opening();
}
