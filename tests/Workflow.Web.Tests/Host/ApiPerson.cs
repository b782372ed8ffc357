using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflow.Directives.Sample;

namespace Workflow.Web.Tests.Host;

/// <summary>One caller of the API, with a token of theirs or none.</summary>
public sealed partial class ApiPerson(HttpClient http, string? token)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    // The doors that the table of rights marks with ^.
    [GeneratedRegex("/(number|issuance|number-void-proposal|number-void|recall|decision)$|^/api/(people|delegations|directory/export)|^/api/people/[^/]+/closure$")]
    private static partial Regex AsksForProof();

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>A POST under a key of its own unless one is given; <c>key: ""</c> leaves the header out.</summary>
    public Task<ApiAnswer> PostAsync(string path, object? body = null, string? key = null, string? proof = null) => PostTextAsync(
        path, Written(body), key ?? Guid.NewGuid().ToString(), proof: proof);

    /// <summary>A body as it is sent.</summary>
    public static string? Written(object? body) => body is null ? null : JsonSerializer.Serialize(body, Json);

    public Task<ApiAnswer> PostTextAsync(string path, string? body, string key, string type = "application/json", string? proof = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (key.Length > 0)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (proof is not null)
        {
            request.Headers.Add("Step-Up", proof);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        }

        return SendAsync(request);
    }

    private async Task ProveAsync(HttpRequestMessage request)
    {
        var path = request.RequestUri!.OriginalString.Split('?')[0];
        if (request.Method == HttpMethod.Post && AsksForProof().IsMatch(path) && !request.Headers.Contains("Step-Up"))
        {
            var body = request.Content is null ? null : await request.Content.ReadAsStringAsync();
            request.Headers.Add("Step-Up", await ConfirmAsync(path, body) ?? "none");
        }
    }

    /// <summary>Proves who acts, for one request; as a person of the sample province would.</summary>
    public async Task<string?> ConfirmAsync(string path, string? body, string password = TrialAccounts.Password)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body ?? "")));
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/confirmations") { Content = JsonContent.Create(new { path, bodySha256 = hash, password }, options: Json) };
        var answer = await SendAsync(request);
        return answer.Status == HttpStatusCode.OK ? answer.Text("confirmation") : null;
    }

    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            await ProveAsync(request);
        }

        using var response = await http.SendAsync(request);
        return new ApiAnswer($"{request.Method} {request.RequestUri}", response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers.ContentType);
    }
}

/// <summary>What came back.</summary>
public sealed record ApiAnswer(string Asked, HttpStatusCode Status, string Body, HttpResponseHeaders Headers, MediaTypeHeaderValue? Type)
{
    public JsonElement Json => JsonDocument.Parse(Body).RootElement;

    /// <summary>The stable code of a refusal.</summary>
    public string? Code => Body.StartsWith('{') && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    public Guid Id => Json.GetProperty("id").GetGuid();

    public string Text(string property) => Json.GetProperty(property).GetString() ?? "";

    public ApiAnswer Must(HttpStatusCode status)
    {
        Assert.True(Status == status, $"{(int)status} was expected, {(int)Status} came from {Asked}: {Body}");
        return this;
    }

    public ApiAnswer MustRefuse(HttpStatusCode status, string code)
    {
        Must(status);
        Assert.Equal(code, Code);
        Assert.NotEmpty(Text("title"));
        Assert.NotEmpty(Text("detail"));
        return this;
    }
}
