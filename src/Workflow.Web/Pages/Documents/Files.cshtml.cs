using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Evidence;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Signing;
using Workflow.Web.Pages.Dissemination;
using Workflow.Web.Pages.Shared;
using Workflow.Web.Pages.Signing;

namespace Workflow.Web.Pages.Documents;

/// <summary>What the office takes of a directive as a file: a copy to read, the paper to be signed, the signed original, the evidence.</summary>
internal sealed class FilesModel(ViewCopy copies, ToBeSigned toBeSigned, FileStore files, EvidencePack evidence) : VisitedPage
{
    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    /// <summary>document.pdf, to-sign.pdf, signed.pdf or evidence.zip.</summary>
    [BindProperty(SupportsGet = true)]
    public string What { get; set; } = "";

    public async Task<IActionResult> OnGetAsync()
    {
        // A receiving unit has its own copy, under its own address.
        if (!BoardView.MaySee(Visit)
            || await Db.DirectivesSeenBy(Actor).AsNoTracking().SingleOrDefaultAsync(one => one.Id == DirectiveId, Aborted) is not { } directive)
        {
            return Missing();
        }

        return What switch
        {
            "document.pdf" => await CopyAsync(directive),
            "to-sign.pdf" => await ToSignAsync(directive),
            "signed.pdf" => await this.OriginalAsync(Db, files, directive.Id),
            "evidence.zip" => this.Pack(await evidence.OfDirectiveAsync(directive.Id, Aborted)),
            _ => Missing(),
        };
    }

    protected override Task<bool> ShowAsync() => Task.FromResult(false);

    private async Task<IActionResult> CopyAsync(Directive directive)
    {
        var unit = await Db.Set<Unit>().Where(one => one.Id == Actor.UnitId).Select(one => one.Name).SingleOrDefaultAsync(Aborted) ?? "";
        var viewed = new ViewedDirective(
            directive, await RevisionAsync(directive),
            await Db.Set<RegisterNumber>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == DirectiveId && one.VoidedAt == null, Aborted),
            await Db.Set<Signature>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == DirectiveId && one.VoidedAt == null, Aborted),
            await Db.Set<Seal>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == DirectiveId, Aborted));
        return this.Shown(copies.Draw(viewed, (Actor.Name, unit), null, Now));
    }

    private async Task<IActionResult> ToSignAsync(Directive directive)
    {
        var item = await Db.WorkOfferedTo(Actor)
            .Where(one => one.DirectiveId == directive.Id && one.Kind == SignStep.Kind && one.CompletedAt == null && one.WithdrawnAt == null)
            .Select(one => one.Id).FirstOrDefaultAsync(Aborted);
        return await toBeSigned.OfAsync(Actor, item, Aborted) is { Done: true } offered ? this.Shown(offered.Value.Paper.Bytes) : Missing();
    }

    private Task<Revision> RevisionAsync(Directive directive) =>
        Db.Set<Revision>().AsNoTracking().SingleAsync(one => one.DirectiveId == directive.Id && one.No == directive.RevisionNo, Aborted);
}
