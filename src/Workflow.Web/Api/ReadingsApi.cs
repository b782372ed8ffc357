using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;

namespace Workflow.Web.Api;

/// <summary>Reads a text or a file into the parts of a directive. It stores nothing, so it can be asked again without a key.</summary>
internal static class ReadingsApi
{
    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/readings", ReadAsync)
            .Accepts<SourceBody.ReadingBody>("application/json", "text/plain", SourceBody.Multipart)
            .WithMetadata(new StoresNothing(), new RequestSizeLimitAttribute(SourceBody.Largest))
            .WithTags("Readings")
            .WithSummary("Reads a directive: JSON {text, corrections}, text/plain, or a form with one file (.docx, .pdf, .txt, .md). Stores nothing.");

    private static Task<IResult> ReadAsync(HttpRequest request, SourceFileReader files, TimeProvider time, CancellationToken ct) =>
        SourceBody.AnswerAsync(request, files, (source, corrections) =>
        {
            var today = WorkingCalendar.LocalDate(time.GetUtcNow().UtcDateTime);
            return Task.FromResult(Answer.Ok(SourceReading.Of(source, corrections, today), View));
        }, ct);

    private static JsonObject View(SourceReading reading)
    {
        var view = JsonNode.Parse(CorpusJson.Write(reading.Document))!.AsObject();
        view["source"] = JsonSerializer.SerializeToNode(new { reading.Source.Format, reading.Source.Encoding, reading.Source.Notes }, SourceBody.Json);
        view["parts"] = JsonSerializer.SerializeToNode(reading.Document.Parts, SourceBody.Json);
        return view;
    }
}
