using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Rules;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Reading;

/// <summary>
/// Reads a file or a pasted text and shows what was understood beside its lines. The text and the corrections go to and fro in the
/// form and are stored nowhere, in memory whole and never on the disk, until a draft is begun from them.
/// </summary>
[LargestRequest]
[RequestSizeLimit(LargestRequestAttribute.Bytes)]
[RequestFormLimits(
    MemoryBufferThreshold = LargestRequestAttribute.Bytes,
    MultipartBodyLengthLimit = LargestRequestAttribute.Bytes,
    ValueLengthLimit = LargestRequestAttribute.Bytes,
    ValueCountLimit = 2 * MostCorrections)]
internal sealed class ReadingModel(SourceFileReader files, DraftDirective draft) : VisitedPage
{
    private const int MostCorrections = 500;
    private const int MostNotes = 10;
    private const int LongestName = 200;

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>Name of the file the text came from.</summary>
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string[] Notes { get; set; } = [];

    /// <summary>Corrections so far, <c>line:kind:piece</c>.</summary>
    [BindProperty]
    public string[] Corrected { get; set; } = [];

    /// <summary>What was pressed: <c>open:place</c>, <c>set:place:kind</c>, <c>choose:place</c> or <c>undo:number</c>; null for a new text.</summary>
    [BindProperty]
    public string? Press { get; set; }

    [BindProperty]
    public string? TemplateKey { get; set; }

    /// <summary>What is shown; null before a text is given.</summary>
    public Understood? Understood { get; private set; }

    public bool MayDraft => Visit.May(Right.BeginDraft);

    public Task<IActionResult> OnGetAsync() => PageAsync();

    public async Task<IActionResult> OnPostAsync()
    {
        var taken = await TakeAsync();
        return taken is not null ? await AgainAsync(taken) : await PageAsync();
    }

    public async Task<IActionResult> OnPostDraftAsync()
    {
        if (await TakeAsync() is { } refusal)
        {
            return await AgainAsync(refusal);
        }

        var text = PlainText.Write(Understood!.Document);
        var template = string.IsNullOrEmpty(TemplateKey) ? null : TemplateKey;
        return await EndAsync(await draft.RunAsync(Actor, new(template, text), Aborted), begun => $"/directives/{begun.Id}/draft", "Drafting.Begun");
    }

    protected override Task<bool> ShowAsync() => Task.FromResult(true);

    private async Task<Refusal?> TakeAsync()
    {
        var source = await SourceAsync();
        if (source.Refusal is { } unreadable)
        {
            return unreadable;
        }

        var today = WorkingCalendar.LocalDate(Now);
        var corrections = Corrected.Take(MostCorrections).Select(Parse).OfType<Correction>().ToList();
        var open = -1;
        if (Press is { } pressed)
        {
            open = Apply(pressed, corrections, DocumentReader.Read(source.Value.Text, corrections));
        }

        var reading = SourceReading.Of(source.Value, corrections, today);
        if (reading.Refusal is { } refusal)
        {
            return refusal;
        }

        // The page a Word file brings is compared now: the draft that is begun from it has the page this program sets.
        var sheet = source.Value.Sheet is { } printed ? SheetRules.Check(printed, reading.Value.Document, today) : [];
        var notes = Notes.Take(MostNotes)
            .Concat(source.Value.Notes.Select(note => Languages.IsEnglish ? note.English : note.Vietnamese))
            .Concat(sheet.Select(finding => Languages.IsEnglish ? finding.English : finding.Vietnamese)).Distinct();
        Understood = new Understood(Name ?? "", reading.Value, corrections, [.. notes], open);
        return null;
    }

    private async Task<Result<SourceText>> SourceAsync()
    {
        if (Upload is null)
        {
            return SourceFileReader.Pasted(Text ?? "");
        }

        Name = Upload.FileName.Length > LongestName ? Upload.FileName[..LongestName] : Upload.FileName;
        await using var file = Upload.OpenReadStream();
        return await files.ReadAsync(Upload.FileName, file, Aborted);
    }

    private int Apply(string pressed, List<Correction> corrections, DirectiveDocument document)
    {
        if (pressed.Split(':') is not [var act, var number, .. var rest]
            || !int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place))
        {
            return -1;
        }

        if (act == "undo" && place < corrections.Count)
        {
            corrections.RemoveAt(place);
        }

        if (act is not ("open" or "set" or "choose") || place >= document.Parts.Length)
        {
            return -1;
        }

        var chosen = act == "choose" ? Request.Form[$"Kind-{number}"].ToString() : rest is [var given] ? given : "";
        if (act == "open" || !IsKind(chosen, out var kind) || corrections.Count >= MostCorrections)
        {
            return act == "open" ? place : -1;
        }

        var part = document.Parts[place];
        corrections.RemoveAll(one => one.Line == part.Line && one.Piece == part.Text);
        corrections.Add(new(part.Line, kind, part.Text));
        return -1;
    }

    private static Correction? Parse(string written) =>
        written.Split(':', 3) is [var line, var word, var piece]
        && int.TryParse(line, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && IsKind(word, out var kind)
            ? new(number, kind, piece)
            : null;

    private static bool IsKind(string word, out PartKind kind) => Enum.TryParse(word, out kind) && Enum.IsDefined(kind);
}
