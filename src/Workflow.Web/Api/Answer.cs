using Microsoft.AspNetCore.Mvc;
using Workflow.Directives;

namespace Workflow.Web.Api;

/// <summary>The one place where refusals become HTTP (RFC 9457 problem details).</summary>
internal static class Answer
{
    /// <summary>Status of each kind of refusal.</summary>
    public static int StatusOf(RefusalKind kind) => kind switch
    {
        RefusalKind.NotVisible => StatusCodes.Status404NotFound,
        RefusalKind.NotAllowed => StatusCodes.Status403Forbidden,
        RefusalKind.Stale => StatusCodes.Status412PreconditionFailed,
        RefusalKind.Conflict => StatusCodes.Status409Conflict,
        RefusalKind.Gone => StatusCodes.Status410Gone,
        RefusalKind.TooLarge => StatusCodes.Status413PayloadTooLarge,
        RefusalKind.Unsupported => StatusCodes.Status415UnsupportedMediaType,
        RefusalKind.Malformed => StatusCodes.Status400BadRequest,
        RefusalKind.StepUp => StatusCodes.Status401Unauthorized,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>200 with what the act gave back, or the refusal.</summary>
    public static IResult Ok<T, TView>(Result<T> result, Func<T, TView> view) =>
        result.Refusal is { } refusal ? Refused(refusal) : Results.Ok(view(result.Value));

    /// <summary>201 with the place of what was made, or the refusal.</summary>
    public static IResult Created<T, TView>(Result<T> result, Func<T, string> location, Func<T, TView> view) =>
        result.Refusal is { } refusal ? Refused(refusal) : Results.Created(location(result.Value), view(result.Value));

    /// <summary>The refusal: title in Vietnamese, detail in English, a stable code, and the lines of a text where it has any.</summary>
    public static IResult Refused(Refusal refusal) => Results.Problem(new ProblemDetails
    {
        Type = $"urn:workflow:{refusal.Code}",
        Status = StatusOf(refusal.Kind),
        Title = refusal.Vietnamese,
        Detail = refusal.English,
        Extensions =
        {
            ["code"] = refusal.Code,
            ["problems"] = refusal.Problems?.Select(problem => new { problem.Line, problem.Vietnamese, problem.English }).ToArray(),
        },
    });
}
