using System.Net;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.People;
using Workflow.Directives.Sample;

namespace Workflow.Web.Tests.Host;

/// <summary>Somebody at a browser without script: a cookie, pages, forms.</summary>
public sealed partial class Visitor : IDisposable
{
    private readonly HttpClient http;

    private Visitor(Uri address) => http = new HttpClient(new HttpClientHandler { CookieContainer = Cookies }) { BaseAddress = address };

    /// <summary>What the browser keeps.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Somebody who is not signed in, on the sign-in page.</summary>
    public static async Task<Visitor> ArriveAsync(RunningOffice office)
    {
        var visitor = new Visitor(office.Address);
        await visitor.GetAsync("/sign-in");
        return visitor;
    }

    /// <summary>Types address and password.</summary>
    public Task<SeenPage> SignInAsync(string email, string password) =>
        PostAsync("/sign-in?handler=Password", ("email", email), ("password", password));

    public void Dispose() => http.Dispose();

    /// <summary>Somebody who is not signed in.</summary>
    public static Visitor Stranger(RunningOffice office) => new(office.Address);

    /// <summary>Signs in by one click, as the sample province lets everybody.</summary>
    public static async Task<Visitor> EnterAsync(RunningOffice office, string email)
    {
        var person = await office.InStoreAsync(db => db.Set<Person>().Where(one => one.Email == email).Select(one => one.Id).SingleAsync());
        var visitor = new Visitor(office.Address);
        await visitor.GetAsync("/sign-in");
        await visitor.PostAsync("/sign-in?handler=Person", ("personId", person.ToString()));
        return visitor;
    }

    /// <summary>Anti-forgery field of the page seen last.</summary>
    public string Token { get; private set; } = "";

    /// <summary>What stands in the field that confirms who acts; a form without one does not look.</summary>
    public string Proof { get; set; } = TrialAccounts.Password;

    public async Task<SeenPage> GetAsync(string path) => await SeenAsync(await http.GetAsync(new Uri(path, UriKind.Relative)));

    /// <summary>The whole response.</summary>
    public Task<HttpResponseMessage> ResponseAsync(string path) => http.GetAsync(new Uri(path, UriKind.Relative));

    /// <summary>Fetches a file.</summary>
    public async Task<(HttpStatusCode Status, string? ContentType, string? Name, byte[] Content)> FetchAsync(string path)
    {
        using var response = await http.GetAsync(new Uri(path, UriKind.Relative));
        var headers = response.Content.Headers;
        return (response.StatusCode, headers.ContentType?.MediaType, headers.ContentDisposition?.FileNameStar, await response.Content.ReadAsByteArrayAsync());
    }

    public Task<SeenPage> PostAsync(string path, params (string Name, string Value)[] fields) => PostAsync(path, null, null, fields);

    /// <summary>Posts a form, with a file in the field <c>Upload</c> when one is given.</summary>
    public async Task<SeenPage> PostAsync(string path, string? fileName, byte[]? file, params (string Name, string Value)[] fields)
    {
        using var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields.Append(("__RequestVerificationToken", Token)).Append(("Proof.Password", Proof)))
        {
            form.Add(new StringContent(value), name);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "Upload", fileName!);
        }

        return await SeenAsync(await http.PostAsync(new Uri(path, UriKind.Relative), form));
    }

    private async Task<SeenPage> SeenAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var html = await response.Content.ReadAsStringAsync();
            Token = TokenField().Match(html) is { Success: true } found ? found.Groups[1].Value : Token;
            return new SeenPage(response.StatusCode, response.RequestMessage!.RequestUri!.AbsolutePath, html, response.Headers);
        }
    }

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"([^\"]+)\"")]
    private static partial Regex TokenField();
}

/// <summary>A page as it came.</summary>
public sealed partial record SeenPage(HttpStatusCode Status, string Path, string Html, HttpResponseHeaders Headers)
{
    /// <summary>Its words without tags, white space folded.</summary>
    public string Words => Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(Html, " ")), " ");

    /// <summary>Values of all fields of a name, in order.</summary>
    public string[] Values(string name) =>
        [.. Regex.Matches(Html, $"<input[^>]*name=\"{name}\"[^>]*value=\"([^\"]*)\"").Select(one => WebUtility.HtmlDecode(one.Groups[1].Value))];

    [GeneratedRegex("<script.*?</script>|<style.*?</style>|<[^>]+>", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
