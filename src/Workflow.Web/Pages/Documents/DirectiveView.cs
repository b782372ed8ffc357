using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Consultation;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Directory;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Recipients;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

using Approval = Workflow.Directives.Approval.Approval;

/// <summary>A name as it stands beside an act.</summary>
/// <param name="Name">Full name.</param>
/// <param name="Position">Position in the reader's language.</param>
internal sealed record Named(string Name, string Position);

/// <summary>Everything a reader of one directive is shown, whichever page it is on.</summary>
internal sealed record DirectiveView
{
    public required Directive Directive { get; init; }

    public required Revision Revision { get; init; }

    public required DirectiveDocument Document { get; init; }

    /// <summary>The page as HTML, made and encoded by the documents.</summary>
    public required string Html { get; init; }

    public required string DrafterUnit { get; init; }

    public required IReadOnlyDictionary<Guid, Named> People { get; init; }

    public required IReadOnlyList<Approval> Approvals { get; init; }

    public required IReadOnlyList<Opinion> Opinions { get; init; }

    public required IReadOnlyList<Return> Returns { get; init; }

    public required IReadOnlyList<WorkItem> Open { get; init; }

    public required IReadOnlyList<Station> Stations { get; init; }

    public RegisterNumber? Number { get; init; }

    public Signature? Signature { get; init; }

    public Seal? Seal { get; init; }

    public Issuance? Issuance { get; init; }

    /// <summary>Findings of the form rules; empty once the text is final.</summary>
    public IReadOnlyList<TextFinding> Findings { get; init; } = [];

    /// <summary>What the printed lines mean today.</summary>
    public RecipientPlan Meaning { get; init; } = new([], [], DirectorySnapshot.Of([], []), default);

    /// <summary>Who will get it as things stand today; null once the list is frozen or the document given up.</summary>
    public RecipientPlan? Plan => Issuance is null && Directive.State != DirectiveState.Cancelled ? Meaning : null;

    /// <summary>How today's units differ from the agreed list, or from the frozen one; null while the text is with its drafter.</summary>
    public RecipientDifference? Difference { get; init; }

    /// <summary>Lines changed since the reader last decided on an earlier revision; null when there is none.</summary>
    public IReadOnlyList<DiffLine?>? ChangesSinceSeen { get; init; }

    /// <summary>The short form of the content hash, as two people compare it aloud.</summary>
    public string ShortHash => $"{Revision.ContentHash[..4]} {Revision.ContentHash[4..8]}";

    public Named Drafter => Who(Directive.DrafterId);

    /// <summary>Whether the text can no longer change.</summary>
    public bool Final => Directive.State is not (DirectiveState.Draft or DirectiveState.InReview or DirectiveState.Returned);

    public Named Who(Guid personId) => People.GetValueOrDefault(personId) ?? new Named("?", "");

    /// <summary>Loads a directive through the visitor.</summary>
    /// <param name="visit">Who reads.</param>
    /// <param name="id">Which directive.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The view, or null when there is no such directive for this person.</returns>
    public static async Task<DirectiveView?> LoadAsync(Visit visit, Guid id, CancellationToken ct)
    {
        var db = visit.Db;
        if (await db.DirectivesSeenBy(visit.Actor).AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, ct) is not { } directive)
        {
            return null;
        }

        var revision = await db.Set<Revision>().AsNoTracking().SingleAsync(one => one.DirectiveId == id && one.No == directive.RevisionNo, ct);
        var open = await db.Set<WorkItem>().AsNoTracking()
            .Where(item => item.DirectiveId == id && item.CompletedAt == null && item.WithdrawnAt == null).ToListAsync(ct);
        var opinions = await db.Set<Opinion>().AsNoTracking().Where(one => one.DirectiveId == id).OrderBy(one => one.At).ToListAsync(ct);
        var consulted = opinions.Count > 0 || open.Exists(item => item.Kind == ConsultStep.Kind);
        var view = new DirectiveView
        {
            Directive = directive,
            Revision = revision,
            Document = DocumentReader.Read(revision.Text),
            Html = "",
            DrafterUnit = await db.Set<Unit>().Where(unit => unit.Id == directive.DrafterUnitId).Select(unit => unit.Name).SingleOrDefaultAsync(ct) ?? "",
            People = new Dictionary<Guid, Named>(),
            Approvals = await db.Set<Approval>().AsNoTracking().Where(one => one.DirectiveId == id && one.VoidedAt == null).OrderBy(one => one.At).ToListAsync(ct),
            Opinions = opinions,
            Returns = await db.Set<Return>().AsNoTracking().Where(one => one.DirectiveId == id).OrderBy(one => one.At).ToListAsync(ct),
            Open = open,
            Stations = Documents.Stations.Of(visit, directive.State, open, consulted),
            Number = await db.Set<RegisterNumber>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id, ct),
            Signature = await db.Set<Signature>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id && one.VoidedAt == null, ct),
            Seal = await db.Set<Seal>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id, ct),
            Issuance = await db.Set<Issuance>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == id, ct),
        };
        return await view.CompleteAsync(visit, ct);
    }

    private async Task<DirectiveView> CompleteAsync(Visit visit, CancellationToken ct)
    {
        var today = WorkingCalendar.LocalDate(visit.Now);
        Guid?[] involved =
        [
            Directive.DrafterId, Directive.SignerId, Signature?.PersonId, Signature?.ActingFor, Issuance?.PersonId, .. Approvals.Select(one => (Guid?)one.PersonId), .. Approvals.Select(one => one.ActingFor),
            .. Opinions.Select(one => (Guid?)one.PersonId), .. Returns.Select(one => (Guid?)one.PersonId), .. Open.Select(item => item.PersonId),
        ];
        var plan = await RecipientPlan.MakeAsync(visit.Db, Directive.Id, Document, today, ct);
        return this with
        {
            Html = PageHtml.Of(Document, Directive.State, Number, Signature, Seal),
            People = await NamesAsync(visit.Db, [.. involved.OfType<Guid>().Distinct()], ct),
            Findings = Final ? [] : await DraftChecks.OfAsync(visit.Db, visit.Actor, Revision.Text, Document, plan, visit.Form, ct),
            Meaning = plan,
            Difference = await RecipientDifference.FindAsync(visit.Db, Directive, plan, ct),
            ChangesSinceSeen = await ChangesAsync(visit, ct),
        };
    }

    private static Task<Dictionary<Guid, Named>> NamesAsync(WorkflowDb db, Guid[] ids, CancellationToken ct)
    {
        var english = Localization.Languages.IsEnglish;
        return db.Set<Person>().AsNoTracking().Where(person => ids.Contains(person.Id))
            .ToDictionaryAsync(person => person.Id, person => new Named(person.FullName, english ? person.PositionEnglish : person.Position), ct);
    }

    private async Task<IReadOnlyList<DiffLine?>?> ChangesAsync(Visit visit, CancellationToken ct)
    {
        var me = visit.Actor.PersonId;
        var decided = await visit.Db.Set<Approval>().Where(one => one.DirectiveId == Directive.Id && one.PersonId == me)
            .Select(one => (int?)one.RevisionNo).MaxAsync(ct);
        int?[] seen =
        [
            decided,
            Returns.Where(one => one.PersonId == me).Max(one => (int?)one.RevisionNo),
            Opinions.Where(one => one.PersonId == me).Max(one => (int?)one.RevisionNo),
        ];
        if (me == Directive.DrafterId || seen.Max() is not { } last || last >= Revision.No)
        {
            return null;
        }

        var before = await visit.Db.Set<Revision>().Where(one => one.DirectiveId == Directive.Id && one.No == last)
            .Select(one => one.Text).SingleAsync(ct);
        return LineDiff.Short(LineDiff.Of(before, Revision.Text));
    }
}
