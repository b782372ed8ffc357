using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Dissemination;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Dissemination;
using Workflow.Web.Pages.Work;
using Workflow.Web.SignIn;

namespace Workflow.Web.Pages.Shared;

/// <summary>Builds the frame: who is signed in, where they may go, and how much waits there.</summary>
/// <param name="visit">The visit.</param>
/// <param name="office">The office.</param>
/// <param name="sample">Whether the data are samples.</param>
internal sealed class Frames(Visit visit, OfficeSettings office, SampleMode sample)
{
    public async Task<Frame> OfAsync(CancellationToken ct)
    {
        if (!visit.SignedIn)
        {
            return new Frame(office.Issuer, null, null, [], sample.On);
        }

        var person = await visit.Db.Set<Person>().AsNoTracking().SingleAsync(one => one.Id == visit.Actor.PersonId, ct);
        return new Frame(
            office.Issuer, person.FullName, Languages.IsEnglish ? person.PositionEnglish : person.Position,
            [new NavGroup(null, await WorkAsync(ct)), new NavGroup("Nav.Group.Office", Office()), new NavGroup("Nav.Group.System", System())],
            sample.On);
    }

    private async Task<List<NavEntry>> WorkAsync(CancellationToken ct)
    {
        var entries = new List<NavEntry>();
        if (visit.MayEver(Right.UseDesk))
        {
            var counts = await visit.CountWorkAsync(null, ct);
            entries.Add(new NavEntry("Nav.Work", "work", "/work", counts.All, counts.Late > 0));
        }

        if (visit.MayEver(Right.Acknowledge))
        {
            entries.Add(await InboxAsync(ct));
        }

        if (visit.May(Right.BeginDraft))
        {
            entries.Add(new NavEntry("Nav.Drafts", "draft", "/drafts"));
            entries.Add(new NavEntry("Nav.Reading", "upload", "/reading"));
        }

        if (visit.MayEver(Right.ReadIssued))
        {
            entries.Add(new NavEntry("Nav.Directives", "file", "/directives"));
        }

        return entries;
    }

    private async Task<NavEntry> InboxAsync(CancellationToken ct)
    {
        var unit = visit.Actor.UnitId;
        var awaited = visit.Db.Set<Delivery>().Where(delivery => delivery.UnitId == unit && delivery.ExcusedBecause == null
            && (delivery.Status == DeliveryStatus.Waiting || delivery.Status == DeliveryStatus.Sent
                || delivery.Status == DeliveryStatus.SendFailed || delivery.Status == DeliveryStatus.Arrived));
        return new NavEntry("Nav.Inbox", "inbox", "/inbox", await awaited.CountAsync(ct), await awaited.AnyAsync(delivery => delivery.DueAt < visit.Now, ct));
    }

    private List<NavEntry> Office()
    {
        var entries = new List<NavEntry>();
        if (visit.May(Right.SeeRegister))
        {
            entries.Add(new NavEntry("Nav.Registry", "book", "/register"));
        }

        if (BoardView.MaySee(visit))
        {
            entries.Add(new NavEntry("Nav.Orders", "flag", "/orders"));
        }

        entries.Add(new NavEntry("Nav.Units", "building", "/directory"));
        return entries;
    }

    private List<NavEntry> System()
    {
        var entries = new List<NavEntry>();
        if (visit.May(Right.SeeOutbox))
        {
            entries.Add(new NavEntry("Nav.Outbox", "outbox", "/outbox"));
        }

        if (visit.May(Right.SeePeople))
        {
            entries.Add(new NavEntry("Nav.People", "people", "/people"));
        }

        entries.Add(new NavEntry("Nav.Rights", "lock", "/rights"));
        return entries;
    }
}
