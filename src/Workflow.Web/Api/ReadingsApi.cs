using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;

namespace Workflow.Web.Api;

/// <summary>Reads a text or a file into the parts of a directive. It stores nothing, so it can be asked again without a key.</summary>
internal static class ReadingsApi
{
    private const string Multipart = "multipart/form-data";

    /// <summary>A file, and the little that goes with it in a form.</summary>
    private const int LargestBody = SourceFileReader.LargestFile + 65_536;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    // Held in memory whole: a text with a secrecy mark must not touch the disk on its way to being refused.
    private static readonly FormOptions Form = new()
    {
        MemoryBufferThreshold = LargestBody,
        MultipartBodyLengthLimit = LargestBody,
        BufferBodyLengthLimit = LargestBody,
        ValueCountLimit = 16,
    };

    public static void Map(RouteGroupBuilder api) =>
        api.MapPost("/readings", ReadAsync)
            .Accepts<ReadingBody>("application/json", "text/plain", Multipart)
            .WithMetadata(new StoresNothing(), new RequestSizeLimitAttribute(LargestBody))
            .WithTags("Readings")
            .WithSummary("Reads a directive: JSON {text, corrections}, text/plain, or a form with one file (.docx, .pdf, .txt, .md). Stores nothing.");

    internal sealed record ReadingBody(string? Text, Correction?[]? Corrections);

    private static async Task<IResult> ReadAsync(HttpRequest request, SourceFileReader files, TimeProvider time, CancellationToken ct)
    {
        try
        {
            var (source, corrections) = await SourceAsync(request, files, ct);
            if (source.Refusal is { } refusal)
            {
                return Answer.Refused(refusal);
            }

            var today = WorkingCalendar.LocalDate(time.GetUtcNow().UtcDateTime);
            return Answer.Ok(SourceReading.Of(source.Value, corrections, today), View);
        }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Answer.Refused(FileRefusals.TooLarge);
        }
        catch (Exception broken) when (broken is JsonException or InvalidDataException or BadHttpRequestException)
        {
            return Results.Problem(statusCode: StatusCodes.Status400BadRequest);
        }
    }

    private static async Task<(Result<SourceText> Source, IReadOnlyList<Correction> Corrections)> SourceAsync(
        HttpRequest request, SourceFileReader files, CancellationToken ct)
    {
        if (request.ContentType?.StartsWith("text/plain", StringComparison.OrdinalIgnoreCase) == true)
        {
            return (await files.ReadAsync(".txt", request.Body, ct), []);
        }

        if (!request.HasFormContentType)
        {
            var body = await JsonSerializer.DeserializeAsync<ReadingBody>(request.Body, Json, ct);
            return body?.Text is { } text && body.Corrections?.Contains(null) != true
                ? (SourceFileReader.Pasted(text), [.. (body.Corrections ?? []).OfType<Correction>()])
                : throw new JsonException();
        }

        var form = await request.ReadFormAsync(Form, ct);
        if (form.Files is not [var only])
        {
            return form["text"] is [{ } typed] ? (SourceFileReader.Pasted(typed), []) : throw new InvalidDataException();
        }

        await using var file = only.OpenReadStream();
        return (await files.ReadAsync(only.FileName, file, ct), []);
    }

    private static JsonObject View(SourceReading reading)
    {
        var view = JsonNode.Parse(CorpusJson.Write(reading.Document))!.AsObject();
        view["source"] = JsonSerializer.SerializeToNode(new { reading.Source.Format, reading.Source.Encoding, reading.Source.Notes }, Json);
        view["parts"] = JsonSerializer.SerializeToNode(reading.Document.Parts, Json);
        return view;
    }
}
