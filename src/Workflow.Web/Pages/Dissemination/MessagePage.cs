using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>One message as it is sent.</summary>
internal class MessagePage : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid MessageId { get; set; }

    public OutboxMessage Message { get; private set; } = null!;

    public MessageReading Reading { get; private set; } = null!;

    public Delivery? Delivery { get; private set; }

    public virtual Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        if (!OutboxModel.MaySee(Visit)
            || await Db.Set<OutboxMessage>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == MessageId, Aborted) is not { } message)
        {
            return false;
        }

        Message = message;
        Reading = MessageReading.Of(message.Content);
        Delivery = await Db.Set<Delivery>().AsNoTracking().SingleOrDefaultAsync(one => one.Id == message.DeliveryId, Aborted);
        return true;
    }
}
