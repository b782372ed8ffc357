using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.Recipients;
using Workflow.Directives.Search;
using Workflow.Directives.Work;

namespace Workflow.Web.Api;

/// <summary>A directive in a list or as an answer.</summary>
internal sealed record DirectiveView(
    Guid Id, string Type, string Template, string Authority, Urgency Urgency, string Subject, DirectiveState State, int Revision, Guid Drafter,
    DateTime CreatedAt, DateTime ChangedAt)
{
    public static DirectiveView Of(Directive one) => new(
        one.Id, one.TypeCode, one.TemplateKey, one.Authority, one.Urgency, one.Subject, one.State, one.RevisionNo, one.DrafterId, one.CreatedAt,
        one.ChangedAt);
}

/// <summary>A directive that answers a search: number and date as registered, and the place of its text that answers best, its hits marked.</summary>
internal sealed record FoundView(DirectiveView Directive, string? Symbol, DateOnly? Date, IReadOnlyList<SnippetPart> Snippet)
{
    public static FoundView Of(FoundDirective one) => new(DirectiveView.Of(one.Directive), one.Symbol, one.Date, one.Snippet);
}

/// <summary>A task.</summary>
internal sealed record WorkItemView(
    Guid Id, Guid Directive, string Kind, string Step, string Roles, Guid? Person, DateTime OfferedAt, DateTime? DueAt, DateTime? CompletedAt, string? Outcome)
{
    public static WorkItemView Of(WorkItem one) => new(
        one.Id, one.DirectiveId, one.Kind, one.Step, one.Roles.Trim(','), one.PersonId, one.OfferedAt, one.DueAt, one.CompletedAt, one.Outcome);
}

/// <summary>One unit's copy.</summary>
internal sealed record DeliveryView(
    Guid Id, Guid Unit, string UnitName, string[] Reasons, DeliveryStatus Status, DateTime DueAt, DateTime? SentAt, string? LastReply, string? ExcusedBecause)
{
    public static DeliveryView Of(Delivery one) => new(
        one.Id, one.UnitId, one.UnitName, one.Reasons.Split('\n'), one.Status, one.DueAt, one.SentAt, one.LastReply, one.ExcusedBecause);
}

/// <summary>What Kính gửi and Nơi nhận mean.</summary>
internal sealed record RecipientsView(
    int Units, int Unsettled, int Unreachable, string List, DifferenceView? Difference, RecipientLineView[] Lines)
{
    public static RecipientsView Of(RecipientPlan plan) => Of(plan, null);

    public static RecipientsView Of(RecipientPlan plan, RecipientDifference? difference) => new(
        plan.Recipients.Count,
        plan.Unsettled,
        plan.Unreachable.Count,
        plan.Hash,
        difference is null ? null : new(
            [.. difference.Entered.Select(unit => new UnitView(unit.UnitId, unit.UnitName))],
            [.. difference.Left.Select(unit => new UnitView(unit.UnitId, unit.UnitName))],
            difference.Since),
        [.. plan.Lines.Select(line => new RecipientLineView(
            line.Line,
            line.Text,
            line.Addressee,
            line.Settled,
            [.. line.Units.Select(unit => new UnitView(unit.UnitId, unit.UnitName))],
            [.. line.Resolution.Problems.Select(problem => new ProblemView(problem.Code, problem.Part, problem.Vietnamese, problem.English))],
            [.. line.Resolution.Suggestions.Select(one => new SuggestionView(one.Part, one.Name, [.. one.UnitIds], one.Vietnamese))]))]);
}

internal sealed record DifferenceView(UnitView[] Entered, UnitView[] Left, DateTime Since);

internal sealed record RecipientLineView(
    int Line, string Text, bool Addressee, bool Settled, UnitView[] Units, ProblemView[] Problems, SuggestionView[] Suggestions);

internal sealed record UnitView(Guid Id, string Name);

internal sealed record ProblemView(string Code, string Part, string Vietnamese, string English);

internal sealed record SuggestionView(string Part, string Name, Guid[] Units, string Why);
