using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Signing;
using Workflow.Web.Pages.Shared;
using Workflow.Web.Pages.Work;

namespace Workflow.Web.Pages.Numbering;

using Acknowledgment = Workflow.Directives.Acknowledgment.Acknowledgment;

/// <summary>One line of the register of outgoing documents, with what its ten columns need (NĐ 30/2020, annex IV).</summary>
internal sealed record RegisterLine(RegisterNumber Number, Guid DirectiveId, string TemplateKey, string Subject, DirectiveState State)
{
    public string? Signer { get; init; }

    public DateTime? IssuedAt { get; init; }

    public int Copies { get; init; }

    public int Acknowledged { get; init; }
}

/// <summary>The register: what waits to be numbered, sealed and issued, and every number given, in its series.</summary>
internal sealed class RegisterModel : VisitedPage
{
    private const int MostLines = 500;
    private static readonly string[] Queue = ["number", "seal", "issue", "closure"];

    /// <summary>Which series; the latest used when unset.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Series { get; set; }

    public IReadOnlyList<RegisterSeries> AllSeries { get; private set; } = [];

    public RegisterSeries? Shown { get; private set; }

    public IReadOnlyList<RegisterLine> Lines { get; private set; } = [];

    public IReadOnlyList<WorkLine> Waiting { get; private set; } = [];

    public Task<IActionResult> OnGetAsync() => PageAsync();

    protected override async Task<bool> ShowAsync()
    {
        if (!Visit.May(Right.SeeRegister))
        {
            return false;
        }

        AllSeries = await Db.Set<RegisterSeries>().AsNoTracking().OrderByDescending(one => one.Term).ThenBy(one => one.TypeCode).ToListAsync(Aborted);
        Shown = AllSeries.FirstOrDefault(one => one.Id == Series) ?? AllSeries.MaxBy(one => one.LastDate);
        Waiting = [.. (await Visit.ListWorkAsync(null, null, Aborted)).Where(line => Queue.Contains(line.Kind))];
        Lines = Shown is null ? [] : await LinesAsync(Shown.Id);
        return true;
    }

    // Every number of the series is listed, whoever may read its document: a register without a gap is the point of it.
    private Task<List<RegisterLine>> LinesAsync(Guid series) => (
        from number in Db.Set<RegisterNumber>().AsNoTracking()
        where number.SeriesId == series
        join directive in Db.Set<Directive>() on number.DirectiveId equals directive.Id
        orderby number.N descending
        select new RegisterLine(number, directive.Id, directive.TemplateKey, directive.Subject, directive.State)
        {
            Signer = Db.Set<Signature>().Where(one => one.DirectiveId == directive.Id && one.VoidedAt == null).Select(one => one.SignerName).FirstOrDefault(),
            IssuedAt = Db.Set<Issuance>().Where(one => one.DirectiveId == directive.Id).Select(one => (DateTime?)one.At).FirstOrDefault(),
            Copies = Db.Set<Delivery>().Count(one => one.DirectiveId == directive.Id),
            Acknowledged = Db.Set<Acknowledgment>().Count(one => Db.Set<Delivery>().Any(delivery => delivery.Id == one.DeliveryId && delivery.DirectiveId == directive.Id)),
        }).Take(MostLines).ToListAsync(Aborted);
}
