using System.Text.Json;

namespace Workflow.Web.Edge;

/// <summary>
/// Takes what browsers report of broken content policies. Counted, and only the directive is logged: the rest of a report holds
/// addresses and pieces of pages, and anybody can send one.
/// </summary>
internal sealed class PolicyReports(ILogger<PolicyReports> logger)
{
    public const string Path = "/csp-reports";
    private const int LongestReport = 16 * 1024;
    private const int MostInOne = 20;
    private const int LongestDirective = 40;
    private static readonly string[] Types = ["application/csp-report", "application/reports+json"];
    private long seen;

    /// <summary>Reports since the program started.</summary>
    public long Seen => Interlocked.Read(ref seen);

    public static void Map(IEndpointRouteBuilder app) => app
        .MapPost(Path, (HttpRequest request, PolicyReports reports, CancellationToken ct) => reports.TakeAsync(request, ct))
        .AllowAnonymous()
        .ExcludeFromDescription()
        .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(LongestReport));

    private async Task<IResult> TakeAsync(HttpRequest request, CancellationToken ct)
    {
        if (!Types.Contains(request.ContentType?.Split(';')[0].Trim(), StringComparer.OrdinalIgnoreCase))
        {
            return Results.StatusCode(StatusCodes.Status415UnsupportedMediaType);
        }

        try
        {
            using var report = await JsonDocument.ParseAsync(request.Body, cancellationToken: ct);
            foreach (var directive in Directives(report.RootElement).Take(MostInOne))
            {
                Interlocked.Increment(ref seen);
                logger.LogWarning("A browser reports a broken content policy: {Directive}", directive);
            }

            return Results.NoContent();
        }
        catch (JsonException)
        {
            return Results.StatusCode(StatusCodes.Status400BadRequest);
        }
    }

    // One object under "csp-report" (CSP 2), or a list of reports with a body each (Reporting API).
    private static IEnumerable<string> Directives(JsonElement root) => root switch
    {
        { ValueKind: JsonValueKind.Object } when root.TryGetProperty("csp-report", out var body) => [Named(body, "effective-directive", "violated-directive")],
        { ValueKind: JsonValueKind.Array } => root.EnumerateArray()
            .Where(one => one.ValueKind == JsonValueKind.Object && one.TryGetProperty("body", out _))
            .Select(one => Named(one.GetProperty("body"), "effectiveDirective", "violatedDirective")),
        _ => [],
    };

    private static string Named(JsonElement body, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String)
            {
                var word = value.GetString()!.Split(' ')[0];
                return word.Length is > 0 and <= LongestDirective && word.All(letter => char.IsAsciiLetterLower(letter) || letter == '-') ? word : "other";
            }
        }

        return "other";
    }
}
