using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Workflow.Directives;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;

namespace Workflow.Web.Api;

/// <summary>A text or a file that comes to be looked at and not to be kept: JSON, plain text, or a form with one file.</summary>
internal static class SourceBody
{
    public const string Multipart = "multipart/form-data";

    /// <summary>A file, and the little that goes with it in a form.</summary>
    public const int Largest = SourceFileReader.LargestFile + 65_536;

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() } };

    // Held in memory whole: a text with a secrecy mark must not touch the disk on its way to being refused.
    private static readonly FormOptions Form = new()
    {
        MemoryBufferThreshold = Largest,
        MultipartBodyLengthLimit = Largest,
        BufferBodyLengthLimit = Largest,
        ValueCountLimit = 16,
    };

    internal sealed record ReadingBody(string? Text, Correction?[]? Corrections);

    /// <summary>Takes the text out of a request and answers it; what is no such request, or too large, is answered here.</summary>
    public static async Task<IResult> AnswerAsync(
        HttpRequest request, SourceFileReader files, Func<SourceText, IReadOnlyList<Correction>, Task<IResult>> answer, CancellationToken ct)
    {
        try
        {
            var (source, corrections) = await ReadAsync(request, files, ct);
            return source.Refusal is { } refusal ? Answer.Refused(refusal) : await answer(source.Value, corrections);
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

    private static async Task<(Result<SourceText> Source, IReadOnlyList<Correction> Corrections)> ReadAsync(
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
}
