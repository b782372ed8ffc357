using System.Net;
using System.Text.RegularExpressions;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Security;

/// <summary>What pages must offer, and what a refused one leaves behind, as OWASP ASVS 5.0 asks it (6.2.6, 6.2.7, 7.4.4, 16.3.2).</summary>
public sealed partial class SeenPagesTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task PasswordFields_AreMasked_AndLeftToTheBrowsersPasswordKeeper()
    {
        using var drafter = await Visitor.EnterAsync(office, Walk.Drafter);
        var fields = new List<string>();
        foreach (var path in new[] { "/account", "/people/tokens" })
        {
            fields.AddRange(Input().Matches((await drafter.GetAsync(path)).Html).Select(one => one.Value).Where(one => PasswordName().IsMatch(one)));
        }

        Assert.NotEmpty(fields);
        Assert.All(fields, field => Assert.Contains("type=\"password\"", field, StringComparison.Ordinal));
        Assert.All(fields, field => Assert.Matches("autocomplete=\"(current|new)-password\"", field));
        Assert.DoesNotContain("'paste'", (await drafter.GetAsync("/app.js")).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/directives")]
    [InlineData("/directory")]
    [InlineData("/account")]
    [InlineData("/form-rules")]
    public async Task EveryPage_OfSomebodySignedIn_HasTheWayOut(string path)
    {
        using var drafter = await Visitor.EnterAsync(office, Walk.Drafter);

        Assert.Contains("action=\"/sign-out\"", (await drafter.GetAsync(path)).Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Door_ThatStaysShut_IsLoggedWithoutWhatWasTyped()
    {
        using var drafter = await Visitor.EnterAsync(office, Walk.Drafter);

        Assert.Equal(HttpStatusCode.Forbidden, (await drafter.GetAsync("/register?typed=here")).Status);

        Assert.Contains(office.Log.Text.Split('\n'), line => line.Contains("Refused with 403", StringComparison.Ordinal) && line.Contains("/register", StringComparison.Ordinal));
        Assert.DoesNotContain("typed=here", office.Log.Text, StringComparison.Ordinal);
    }

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Input();

    [GeneratedRegex("name=\"[^\"]*(?:[Pp]assword|Current|Again)\"")]
    private static partial Regex PasswordName();
}
