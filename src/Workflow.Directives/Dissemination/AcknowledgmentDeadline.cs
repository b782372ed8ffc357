using Workflow.Directives.Deadlines;
using Workflow.Directives.Drafting;

namespace Workflow.Directives.Dissemination;

/// <summary>By when a unit must acknowledge: working days, or hours for HỎA TỐC.</summary>
/// <param name="calendar">Working days.</param>
/// <param name="office">The office's limits.</param>
public sealed class AcknowledgmentDeadline(WorkingCalendar calendar, OfficeSettings office)
{
    /// <summary>The deadline, UTC.</summary>
    /// <param name="urgency">Urgency of the document.</param>
    /// <param name="issuedAt">When it is issued, UTC.</param>
    public DateTime For(Urgency urgency, DateTime issuedAt) => urgency == Urgency.Express
        ? issuedAt.AddHours(office.AcknowledgeExpressWithinHours)
        : calendar.EndOfWorkingDay(issuedAt, office.AcknowledgeWithinWorkingDays);
}
