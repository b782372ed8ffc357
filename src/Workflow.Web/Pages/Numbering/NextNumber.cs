using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Numbering;

namespace Workflow.Web.Pages.Numbering;

/// <summary>The number a document would get now. It is told, not reserved: the number is taken when it is given.</summary>
/// <param name="Symbol">As printed, e.g. 08-CT/TU.</param>
/// <param name="Today">Today in the office.</param>
/// <param name="NotBefore">Date of the last number of the series, or null.</param>
internal sealed record ExpectedNumber(string Symbol, DateOnly Today, DateOnly? NotBefore);

/// <summary>Looks the next number up.</summary>
/// <param name="db">The store.</param>
/// <param name="office">The organ and its term.</param>
internal sealed class NextNumber(WorkflowDb db, OfficeSettings office)
{
    public async Task<ExpectedNumber> ForAsync(string typeCode, DateTime now, CancellationToken ct)
    {
        var series = await db.Set<RegisterSeries>().AsNoTracking().SingleOrDefaultAsync(
            one => one.OrganSymbol == office.OrganSymbol && one.TypeCode == typeCode && one.Term == office.Term, ct);
        var n = ((series?.Last ?? 0) + 1).ToString("00", CultureInfo.InvariantCulture);
        return new ExpectedNumber($"{n}-{typeCode}/{office.OrganSymbol}", WorkingCalendar.LocalDate(now), series?.LastDate);
    }
}
