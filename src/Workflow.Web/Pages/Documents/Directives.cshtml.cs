using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Search;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Documents;

/// <summary>One line of a list of directives.</summary>
internal sealed record DirectiveLine(
    Guid Id, string TemplateKey, string Subject, DirectiveState State, Urgency Urgency, DateTime ChangedAt, string? Symbol, DateOnly? Date)
{
    /// <summary>The subject with the words that were searched for marked; null where nothing was searched for.</summary>
    public IReadOnlyList<SnippetPart>? Marked { get; init; }

    /// <summary>The place of the text that answers best.</summary>
    public IReadOnlyList<SnippetPart> Snippet { get; init; } = [];
}

/// <summary>Every directive a person may read, by state and by words.</summary>
internal sealed class DirectivesModel(SearchDirectives search) : VisitedPage
{
    private const int PageSize = 50;

    /// <summary>What was typed into the search box.</summary>
    [BindProperty(SupportsGet = true, Name = "q")]
    public string? Words { get; set; }

    [BindProperty(SupportsGet = true)]
    public DirectiveState? State { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public IReadOnlyList<DirectiveLine> Lines { get; private set; } = [];

    public bool More { get; private set; }

    /// <summary>How many directives answer the search; null where nothing was searched for.</summary>
    public int? Found { get; private set; }

    public Task<IActionResult> OnGetAsync() => PageAsync();

    /// <summary>The address of this list with another state or page.</summary>
    public string Href(DirectiveState? state, int number) => "/directives" + QueryString.Create(new Dictionary<string, string?>
    {
        ["q"] = Words,
        ["state"] = state?.ToString(),
        ["p"] = number > 1 ? number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null,
    }.Where(pair => !string.IsNullOrEmpty(pair.Value)));

    protected override async Task<bool> ShowAsync()
    {
        Number = Math.Clamp(Number, 1, 10_000);
        if (SearchDirectives.Asks(Words))
        {
            await SearchAsync();
            return true;
        }

        var found = Db.DirectivesSeenBy(Actor).AsNoTracking();
        if (State is { } state)
        {
            found = found.Where(directive => directive.State == state);
        }

        var lines = await found.OrderByDescending(directive => directive.ChangedAt).Skip((Number - 1) * PageSize).Take(PageSize + 1)
            .Select(directive => new DirectiveLine(
                directive.Id, directive.TemplateKey, directive.Subject, directive.State, directive.Urgency, directive.ChangedAt,
                Db.Set<RegisterNumber>().Where(number => number.DirectiveId == directive.Id).Select(number => number.Symbol).FirstOrDefault(),
                Db.Set<RegisterNumber>().Where(number => number.DirectiveId == directive.Id).Select(number => (DateOnly?)number.Date).FirstOrDefault()))
            .ToListAsync(Aborted);
        (Lines, More) = ([.. lines.Take(PageSize)], lines.Count > PageSize);
        return true;
    }

    private async Task SearchAsync()
    {
        var found = await search.RunAsync(Actor, Words, State, (Number - 1) * PageSize, PageSize, Aborted);
        (Found, More) = (found.Count, found.Count > Number * PageSize);
        Lines = [.. found.Lines.Select(one => new DirectiveLine(
            one.Directive.Id, one.Directive.TemplateKey, one.Directive.Subject, one.Directive.State, one.Directive.Urgency, one.Directive.ChangedAt,
            one.Symbol, one.Date) { Marked = one.Subject, Snippet = one.Snippet })];
    }
}
