using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Dissemination;

/// <summary>One message of the outbox, without its content.</summary>
internal sealed record OutboxLine(
    Guid Id, string Purpose, string ToName, string ToAddress, string Subject, MailState State, int Attempts, DateTime CreatedAt, DateTime? SentAt,
    DateTime NextAttemptAt, string? LastReply, int UnknownOutcomes);

/// <summary>The messages that go out: where each stands and what the server said.</summary>
internal sealed class OutboxModel : VisitedPage
{
    private const int MostLines = 200;

    [BindProperty(SupportsGet = true)]
    public MailState? State { get; set; }

    public IReadOnlyDictionary<MailState, int> Counts { get; private set; } = new Dictionary<MailState, int>();

    public IReadOnlyList<OutboxLine> Lines { get; private set; } = [];

    /// <summary>Who may look into the outbox.</summary>
    public static bool MaySee(Visit visit) => visit.May(Right.SeeOutbox);

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        if (!MaySee(Visit))
        {
            return false;
        }

        var messages = Db.Set<OutboxMessage>().AsNoTracking();
        Counts = await messages.GroupBy(message => message.State).ToDictionaryAsync(same => same.Key, same => same.Count(), Aborted);
        Lines = await messages.Where(message => State == null || message.State == State)
            .OrderByDescending(message => message.CreatedAt).ThenBy(message => message.Id).Take(MostLines)
            .Select(message => new OutboxLine(
                message.Id, message.Purpose, message.ToName, message.ToAddress, message.Subject, message.State, message.Attempts, message.CreatedAt,
                message.SentAt, message.NextAttemptAt, message.LastReply, message.UnknownOutcomes))
            .ToListAsync(Aborted);
        return true;
    }
}
