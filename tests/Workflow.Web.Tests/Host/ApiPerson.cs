using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Workflow.Web.Tests.Host;

/// <summary>One caller of the API, with a token of theirs or none.</summary>
public sealed class ApiPerson(HttpClient http, string? token)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public Task<ApiAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>A POST under a key of its own unless one is given; <c>key: ""</c> leaves the header out.</summary>
    public Task<ApiAnswer> PostAsync(string path, object? body = null, string? key = null) => PostTextAsync(
        path, body is null ? null : JsonSerializer.Serialize(body, Json), key ?? Guid.NewGuid().ToString());

    public Task<ApiAnswer> PostTextAsync(string path, string? body, string key, string type = "application/json")
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path);
        if (key.Length > 0)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (body is not null)
        {
            request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue(type));
        }

        return SendAsync(request);
    }

    public async Task<ApiAnswer> SendAsync(HttpRequestMessage request)
    {
        if (token is not null)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
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
