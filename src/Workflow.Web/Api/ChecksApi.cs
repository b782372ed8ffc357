using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Rules;
using Workflow.Directives.Drafting;
using Workflow.Directives.Recipients;

namespace Workflow.Web.Api;

/// <summary>Checks the form of a text or a file. It stores nothing, so it can be asked again without a key.</summary>
internal static class ChecksApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapPost("/checks", CheckAsync)
            .Accepts<SourceBody.ReadingBody>("application/json", "text/plain", SourceBody.Multipart)
            .WithMetadata(new StoresNothing(), new RequestSizeLimitAttribute(SourceBody.Largest))
            .WithTags("Checks")
            .WithSummary("Checks the form of a directive: JSON {text, corrections}, text/plain, or a form with one file. `day` stands for today. Stores nothing.");
        api.MapGet("/checks/rules", () => FormRules.All)
            .WithTags("Checks")
            .WithSummary("Every rule with its number, source and the form profiles it holds under.");
    }

    private static async Task<IResult> CheckAsync(
        HttpRequest request, SourceFileReader files, WorkflowDb db, Caller caller, FormSettings settings, TimeProvider time, DateOnly? day, CancellationToken ct)
    {
        var actor = await caller.ActorAsync(ct);
        var today = day ?? WorkingCalendar.LocalDate(time.GetUtcNow().UtcDateTime);
        return await SourceBody.AnswerAsync(request, files, async (source, corrections) =>
        {
            var reading = SourceReading.Of(source, corrections, today);
            if (reading.Refusal is { } refusal)
            {
                return Answer.Refused(refusal);
            }

            var document = reading.Value.Document;
            var plan = await RecipientPlan.MakeAsync(db, Guid.Empty, document, today, ct);
            var found = await DraftChecks.OfAsync(db, actor, source.Text, document, plan, settings, ct);
            return Results.Ok(ChecksView.Of(document, source.Sheet is { } sheet ? [.. found, .. SheetRules.Check(sheet, document, today)] : found, today));
        }, ct);
    }
}

/// <summary>What a check found.</summary>
/// <param name="Profile">Code of the form profile the text was held to.</param>
/// <param name="Errors">How many stop a submission.</param>
/// <param name="Warnings">How many a person should look at.</param>
/// <param name="Findings">Errors first, then by line.</param>
internal sealed record ChecksView(string Profile, int Errors, int Warnings, IReadOnlyList<FindingView> Findings)
{
    public static ChecksView Of(DirectiveDocument document, IReadOnlyList<TextFinding> findings, DateOnly today)
    {
        var errors = findings.Count(finding => finding.Severity == Severity.Error);
        var profile = FormProfiles.For(document, document.Date ?? today, new FormSettings());
        return new(profile.Code, errors, findings.Count - errors, [.. findings.Select(FindingView.Of)]);
    }
}

/// <summary>One finding with its rule, its place and its fix.</summary>
internal sealed record FindingView(
    string Number, string Rule, Severity Severity, int Line, TextSpan? Span, string Vietnamese, string English, string Source, TextFix? Fix)
{
    public static FindingView Of(TextFinding finding) => new(
        finding.Entry.Number, finding.Rule, finding.Severity, finding.Line, finding.Span, finding.Vietnamese, finding.English, finding.Entry.Source, finding.Fix);
}
