using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

namespace Workflow.Directives.Drafting;

/// <summary>Begins a directive, from a template or a pasted text.</summary>
/// <param name="db">Context of the use case.</param>
/// <param name="office">The office.</param>
/// <param name="time">The clock.</param>
public sealed class DraftDirective(WorkflowDb db, OfficeSettings office, TimeProvider time)
{
    /// <summary>What to begin with.</summary>
    /// <param name="TemplateKey">Template, e.g. <c>chi-thi</c>; unset with a text: found from its type.</param>
    /// <param name="Text">The whole text; unset: the template's.</param>
    /// <param name="Authority">T/M or T/L; unset: the text's, else the template's.</param>
    /// <param name="Urgency">Urgency mark; unset: the text's, else none.</param>
    public sealed record Command(string? TemplateKey, string? Text, string? Authority = null, Urgency? Urgency = null);

    /// <summary>Begins the directive and stores its first revision.</summary>
    /// <param name="actor">Who drafts.</param>
    /// <param name="command">What to begin with.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<Directive>> RunAsync(Actor actor, Command command, CancellationToken ct) => db.OnceAsync<Directive>(async () =>
    {
        if (!actor.May(Right.BeginDraft) || actor.PersonId is not { } drafter || actor.UnitId is not { } unit)
        {
            return ActorRights.Forbidden(Right.BeginDraft);
        }

        var now = time.GetUtcNow().UtcDateTime;
        var reading = DraftText.Read(command.Text ?? TemplateText(command.TemplateKey), WorkingCalendar.LocalDate(now));
        if (!reading.Done)
        {
            return reading.Refusal!;
        }

        var (text, document) = (reading.Value, reading.Value.Document);
        if (TemplateFor(command.TemplateKey, document) is not { } template)
        {
            return DraftRefusals.UnknownTemplate;
        }

        var authority = command.Authority ?? text.PrintedAuthority ?? template.Authority;
        if (authority is not ("T/M" or "T/L"))
        {
            return DraftRefusals.AuthorityUnknown;
        }

        var directive = new Directive
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            TemplateKey = template.Key,
            TypeCode = document.Type?.Code ?? template.TypeCode,
            Authority = authority,
            Urgency = command.Urgency ?? UrgencyMarks.Of(document.Urgency),
            Subject = document.Subject ?? template.NameVi,
            DrafterId = drafter,
            DrafterUnitId = unit,
            RevisionNo = 1,
            CreatedAt = now,
            ChangedAt = now,
        };
        db.Add(directive);
        db.Add(text.ToRevision(directive, drafter, now));
        db.Record(now, actor, nameof(Role.Drafter), "draft.begun", directive.Id, text.ContentHash, template.NameVi);
        await db.SaveChangesAsync(ct);
        return directive;
    });

    private static DirectiveTemplate? TemplateFor(string? key, DirectiveDocument document) => key is { Length: > 0 }
        ? DirectiveTemplates.ByKey(key)
        : DirectiveTemplates.All.FirstOrDefault(template => template.TypeCode == document.Type?.Code);

    private string TemplateText(string? key) => DirectiveTemplates.ByKey(key) is { } template
        ? template.Fill(office.Place, office.Issuer, template.Authority == "T/L" ? "CHÁNH VĂN PHÒNG" : "BÍ THƯ", "")
        : "";
}
