using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>One unit's copy: how it got there, who answered, and what the office can do. Each act is a page that shows this one.</summary>
internal class UnitPage : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid DeliveryId { get; set; }

    public DirectiveView View { get; private set; } = null!;

    public BoardLine Line { get; private set; } = null!;

    public IReadOnlyList<OutboxMessage> Messages { get; private set; } = [];

    public IReadOnlyList<UnitContact> Contacts { get; private set; } = [];

    public string Here => $"/directives/{DirectiveId}/board/{DeliveryId}";

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        var board = await BoardView.LoadAsync(Visit, DirectiveId, null, Aborted);
        if (board?.All.FirstOrDefault(line => line.Delivery.Id == DeliveryId) is not { } line
            || await DirectiveView.LoadAsync(Visit, DirectiveId, Aborted) is not { } view)
        {
            return false;
        }

        (Line, View) = (line, view);
        Messages = await Db.Set<OutboxMessage>().AsNoTracking().Where(mail => mail.DeliveryId == DeliveryId).OrderBy(mail => mail.CreatedAt).ToListAsync(Aborted);
        Contacts = await Db.Set<UnitContact>().AsNoTracking().Where(contact => contact.UnitId == line.Delivery.UnitId)
            .OrderBy(contact => contact.Order).ToListAsync(Aborted);
        return true;
    }
}
