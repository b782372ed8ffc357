using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Word;
using Workflow.Web.Pages.Dissemination;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

/// <summary>A directive as it stands, as a Word file in the prescribed form; for whoever may open the directive's page.</summary>
/// <param name="form">The office's choices in the form; the defaults where none are set.</param>
internal sealed class WordFileModel(FormSettings? form = null) : VisitedPage
{
    private DirectiveView? view;

    [BindProperty(SupportsGet = true)]
    public Guid DirectiveId { get; set; }

    public async Task<IActionResult> OnGetAsync()
    {
        if (!BoardView.MaySee(Visit) || !await ShowAsync() || view is null)
        {
            return Missing();
        }

        var (number, signature) = (view.Number, view.Signature);
        var document = PageHtml.Signed(view.Document, signature);
        var options = new DocxOptions
        {
            NumberAndDate = number is null ? null : new AssignedNumber(number.Symbol, number.Date),
            DraftMark = !view.Final,
            SignedNote = signature is null ? null : PageHtml.SignedNote,
        };
        var day = number?.Date ?? document.Date ?? WorkingCalendar.LocalDate(Now);
        var profile = FormProfiles.For(document, day, form ?? new FormSettings());
        return File(DirectiveDocx.Write(document, profile, options), DirectiveDocx.ContentType, Name(document, number?.Symbol));
    }

    protected override async Task<bool> ShowAsync() => (view = await DirectiveView.LoadAsync(Visit, DirectiveId, Aborted)) is not null;

    // A file name takes no slash: "08-CT-TU.docx"; without a number the type has to do.
    private string Name(DirectiveDocument document, string? number) =>
        number is not null ? $"{number.Replace('/', '-')}.docx" : $"{document.Type?.Name ?? Visit.TypeName(view!.Directive.TemplateKey)} - {view!.ShortHash}.docx";
}
