using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Approval;
using Workflow.Directives.Consultation;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.FollowUp;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Recipients;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests;

/// <summary>Takes a directive along its way, each step done by a person who may do it.</summary>
internal sealed class Walk(Province province)
{
    /// <summary>Stop of a walk: issued, no unit has answered yet.</summary>
    public const string Disseminate = "disseminate";

    /// <summary>Stop of a walk: the workflow is over.</summary>
    public const string End = "end";

    public async Task<Guid> DraftAsync(string key, string? authority = null, string? text = null, string drafter = Who.Drafter) =>
        Done(await TryDraftAsync(key, authority, text, drafter)).Id;

    public async Task<Result<Directive>> TryDraftAsync(string key, string? authority = null, string? text = null, string drafter = Who.Drafter)
    {
        var actor = await province.AsAsync(drafter);
        var command = new DraftDirective.Command(SampleTexts.TemplateOf(key), text ?? Printed(SampleTexts.Of(key), authority), authority);
        return await province.AskAsync<DraftDirective, Result<Directive>>(one => one.RunAsync(actor, command, default));
    }

    /// <summary>The drafter settles the lines that name nobody who exists, then submits.</summary>
    public async Task SubmitAsync(Guid id, string[]? consultees = null, string? signer = null)
    {
        if (RecipientChecks.Ended(await PlanAsync(id)).Any())
        {
            await SettleAllAsync(id, await ActorAsync((await DirectiveAsync(id)).DrafterId));
        }

        Done(await TrySubmitAsync(id, consultees, signer));
    }

    public async Task<Result<Directive>> TrySubmitAsync(Guid id, string[]? consultees = null, string? signer = null, string? by = null)
    {
        var directive = await DirectiveAsync(id);
        var actor = by is null ? await ActorAsync(directive.DrafterId) : await province.AsAsync(by);
        var command = new SubmitDirective.Command(
            id, directive.RevisionNo, [.. (consultees ?? []).Select(Province.IdOf)], signer is null ? null : Province.IdOf(signer));
        return await province.AskAsync<SubmitDirective, Result<Directive>>(one => one.RunAsync(actor, command, default));
    }

    public async Task<Result<Directive>> TryReviseAsync(Guid id, string text, string? by = null)
    {
        var directive = await DirectiveAsync(id);
        var actor = by is null ? await ActorAsync(directive.DrafterId) : await province.AsAsync(by);
        return await province.AskAsync<ReviseDirective, Result<Directive>>(
            one => one.RunAsync(actor, new ReviseDirective.Command(id, directive.RevisionNo, text), default));
    }

    /// <summary>Drafts, submits and goes on until the named step waits.</summary>
    public async Task<Guid> ToAsync(string key, string stop, string? authority = null, string? text = null, string? signer = null)
    {
        var id = await DraftAsync(key, authority, text);
        await SubmitAsync(id, signer: signer);
        await UntilAsync(id, stop);
        return id;
    }

    /// <summary>Goes on until a task of the named activity waits, or <see cref="Disseminate"/> or <see cref="End"/> is reached.</summary>
    public async Task UntilAsync(Guid id, string stop)
    {
        while (true)
        {
            if (await OpenAsync(id) is { } item)
            {
                if (item.ActivityId == stop)
                {
                    return;
                }

                await DoAsync(item);
                continue;
            }

            var directive = await DirectiveAsync(id);
            if (directive.State == DirectiveState.Closed || (stop == Disseminate && directive.State == DirectiveState.Issued))
            {
                return;
            }

            Assert.Equal(DirectiveState.Issued, directive.State);
            await AcknowledgeAllAsync(id);
        }
    }

    /// <summary>The oldest open task of the directive, or null.</summary>
    public Task<WorkItem?> OpenAsync(Guid id) => province.ReadAsync(db => db.Set<WorkItem>().AsNoTracking()
        .Where(item => item.DirectiveId == id && item.CompletedAt == null && item.WithdrawnAt == null)
        .OrderBy(item => item.OfferedAt).ThenBy(item => item.Id)
        .FirstOrDefaultAsync());

    public Task<List<WorkItem>> AllOpenAsync(Guid id) => province.ReadAsync(db => db.Set<WorkItem>().AsNoTracking()
        .Where(item => item.DirectiveId == id && item.CompletedAt == null && item.WithdrawnAt == null).OrderBy(item => item.Id).ToListAsync());

    public Task<Directive> DirectiveAsync(Guid id) =>
        province.ReadAsync(db => db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == id));

    public Task<List<Delivery>> DeliveriesAsync(Guid id) =>
        province.ReadAsync(db => db.Set<Delivery>().AsNoTracking().Where(one => one.DirectiveId == id).OrderBy(one => one.Order).ToListAsync());

    public async Task<Result<Directives.Approval.Approval>> ApproveAsync(Guid id, string by, int? seen = null, Guid? item = null, string? note = null)
    {
        var directive = await DirectiveAsync(id);
        var actor = await province.AsAsync(by);
        var task = item ?? (await OpenAsync(id))!.Id;
        return await province.AskAsync<ApproveDirective, Result<Directives.Approval.Approval>>(
            one => one.RunAsync(actor, new ApproveDirective.Command(task, seen ?? directive.RevisionNo, note), default));
    }

    public async Task<Result<Signature>> SignAsync(
        Guid id, string by, string? hash = null, int? seen = null, string? paper = null, string? pin = TrialAuthority.Pin)
    {
        var (item, directive) = (await OpenAsync(id), await DirectiveAsync(id));
        var actor = await province.AsAsync(by);
        var shown = hash ?? await HashAsync(id);
        return await province.AskAsync<SignDirective, Result<Signature>>(
            async one => await one.RunAsync(
                actor, new SignDirective.Command(item!.Id, seen ?? directive.RevisionNo, shown, paper ?? await PaperToSignAsync(id, actor), pin), default));
    }

    /// <summary>SHA-256 of the PDF that somebody is shown before signing; empty for who may not sign it.</summary>
    public Task<string> PaperToSignAsync(Guid id, Actor actor) => province.ReadAsync(async db =>
    {
        var directive = await db.Set<Directive>().AsNoTracking().SingleAsync(one => one.Id == id);
        if (!SignStep.RolesFor(directive.Authority).Any(actor.Holds))
        {
            return "";
        }

        var revision = await db.Set<Revision>().AsNoTracking().SingleAsync(one => one.DirectiveId == id && one.No == directive.RevisionNo);
        return (await province.Get<PaperPress>().ToSignAsync(db, actor, directive, revision, province.Time.GetUtcNow().UtcDateTime, default)).Paper.Hash;
    });

    public async Task<Result<RegisterNumber>> NumberAsync(Guid id, string by, DateOnly? date = null)
    {
        var (item, actor) = (await OpenAsync(id), await province.AsAsync(by));
        return await province.AskAsync<NumberDirective, Result<RegisterNumber>>(
            one => one.RunAsync(actor, new NumberDirective.Command(item!.Id, date), default));
    }

    public async Task<Result<Issuance>> IssueAsync(Guid id, string by)
    {
        var (item, actor) = (await OpenAsync(id), await province.AsAsync(by));
        return await province.AskAsync<IssueDirective, Result<Issuance>>(one => one.RunAsync(actor, item!.Id, default));
    }

    public async Task<Result<Directive>> ReturnAsync(Guid id, string by, string? reason)
    {
        var (item, directive) = (await OpenAsync(id), await DirectiveAsync(id));
        var actor = await province.AsAsync(by);
        return await province.AskAsync<ReturnDirective, Result<Directive>>(
            one => one.RunAsync(actor, new ReturnDirective.Command(item!.Id, directive.RevisionNo, reason), default));
    }

    public async Task<Result<RecipientPlan>> SettleAsync(Guid id, string line, Guid[] units, string? reason, string by = Who.Clerk)
    {
        return await SettleAsync(id, line, units, reason, await province.AsAsync(by));
    }

    public async Task<Result<RecipientPlan>> AgreeAsync(Guid id, string by = Who.Clerk, string? seen = null)
    {
        var actor = await province.AsAsync(by);
        var shown = seen ?? (await PlanAsync(id)).Hash;
        return await province.AskAsync<AgreeRecipients, Result<RecipientPlan>>(
            one => one.RunAsync(actor, new AgreeRecipients.Command(id, shown), default));
    }

    /// <summary>Settles each doubtful line with what is suggested for it, or with a reason when nothing is.</summary>
    public async Task SettleAllAsync(Guid id, Actor? by = null)
    {
        var actor = by ?? await province.AsAsync(Who.Clerk);
        foreach (var line in (await PlanAsync(id)).Lines.Where(line => !line.Settled))
        {
            var suggested = line.Resolution.Suggestions.SelectMany(one => one.UnitIds).Distinct().ToArray();
            Done(await SettleAsync(id, line.Text, suggested, suggested.Length == 0 ? "Không còn đơn vị này." : null, actor));
        }
    }

    private Task<Result<RecipientPlan>> SettleAsync(Guid id, string line, Guid[] units, string? reason, Actor actor) =>
        province.AskAsync<SettleRecipientLine, Result<RecipientPlan>>(
            one => one.RunAsync(actor, new SettleRecipientLine.Command(id, line, units, reason), default));

    public Task<RecipientPlan> PlanAsync(Guid id) => province.ReadAsync(async db =>
    {
        var directive = await db.Set<Directive>().SingleAsync(one => one.Id == id);
        var text = await db.Set<Revision>().SingleAsync(one => one.DirectiveId == id && one.No == directive.RevisionNo);
        return await RecipientPlan.MakeAsync(
            db, id, DocumentReader.Read(text.Text), WorkingCalendar.LocalDate(province.Time.GetUtcNow().UtcDateTime), default);
    });

    public Task<string> HashAsync(Guid id) => province.ReadAsync(db => db.Set<Revision>()
        .Where(one => one.DirectiveId == id).OrderByDescending(one => one.No).Select(one => one.ContentHash).FirstAsync());

    /// <summary>Enters a paper receipt of every unit still awaited but for some.</summary>
    public async Task AcknowledgeAllAsync(Guid id, int leave = 0)
    {
        foreach (var delivery in (await DeliveriesAsync(id)).Where(one => one.Awaited).SkipLast(leave))
        {
            Done(await AcknowledgeAsync(delivery));
        }
    }

    public async Task<Result<Directives.Acknowledgment.Acknowledgment>> AcknowledgeAsync(Delivery delivery, string by = Who.Clerk)
    {
        var actor = await province.AsAsync(by);
        var typed = new AcknowledgeDelivery.Command("Lò Văn Tặng", "Văn thư", $"{delivery.Order}");
        return await province.AskAsync<AcknowledgeDelivery, Result<Directives.Acknowledgment.Acknowledgment>>(
            one => one.OnPaperAsync(actor, delivery.Id, typed, "Phiếu gửi văn bản có ký nhận.", default));
    }

    public static T Done<T>(Result<T> result)
    {
        Assert.True(result.Done, $"{result.Refusal?.Code}: {result.Refusal?.Vietnamese}");
        return result.Value;
    }

    /// <summary>Does one task by a person who may; a minute passes.</summary>
    public async Task DoAsync(WorkItem item)
    {
        province.Time.Jump(TimeSpan.FromMinutes(1));
        switch (item.Kind)
        {
            case ConsultStep.Kind:
                Done(await AnswerAsync(item, Stance.Agree, null));
                break;
            case ApproveStep.Kind when item.ActivityId == "form":
                await SettleAllAsync(item.DirectiveId);
                Done(await ApproveAsync(item.DirectiveId, Who.Clerk));
                break;
            case ApproveStep.Kind:
                Done(await ApproveAsync(item.DirectiveId, item.Roles.Contains(nameof(Role.UnitHead), StringComparison.Ordinal) ? Who.Head : Who.DeputyChief));
                break;
            case SignStep.Kind:
                var signer = item.PersonId is { } person ? (await ActorAsync(person)).PersonId!.Value : (Guid?)null;
                Done(await SignAsync(item.DirectiveId, signer is { } named ? NameOf(named) : item.Roles.Contains("Secretary", StringComparison.Ordinal) ? Who.Secretary : Who.Chief));
                break;
            case NumberStep.Kind:
                Done(await NumberAsync(item.DirectiveId, Who.Clerk));
                break;
            case SealStep.Kind:
                var clerk = await province.AsAsync(Who.Clerk);
                Done(await province.AskAsync<SealDirective, Result<Seal>>(one => one.RunAsync(clerk, new SealDirective.Command(item.Id, TrialAuthority.Pin), default)));
                break;
            case IssueStep.Kind:
                Done(await IssueAsync(item.DirectiveId, Who.Clerk));
                break;
            case CloseStep.Kind:
                var closer = await province.AsAsync(Who.Clerk);
                Done(await province.AskAsync<CloseDirective, Result<Closure>>(one => one.RunAsync(closer, new CloseDirective.Command(item.Id), default)));
                break;
            default:
                Assert.Equal(ReviseStep.Kind, item.Kind);
                await SubmitAsync(item.DirectiveId);
                break;
        }
    }

    public async Task<Result<Opinion>> AnswerAsync(WorkItem item, Stance stance, string? text)
    {
        var (actor, directive) = (await ActorAsync(item.PersonId!.Value), await DirectiveAsync(item.DirectiveId));
        return await province.AskAsync<GiveOpinion, Result<Opinion>>(
            one => one.RunAsync(actor, new GiveOpinion.Command(item.Id, directive.RevisionNo, stance, text), default));
    }

    // The authority printed over the signature goes with the one chosen.
    private static string Printed(string text, string? authority) => authority is null
        ? text
        : text.Replace("T/M BAN", $"{authority} BAN", StringComparison.Ordinal).Replace("T/L BAN", $"{authority} BAN", StringComparison.Ordinal);

    private static string NameOf(Guid person) => SamplePeople.All.Single(one => one.Id == person).Email.Split('@')[0];

    private async Task<Actor> ActorAsync(Guid person) => await province.AsAsync(NameOf(person));
}
