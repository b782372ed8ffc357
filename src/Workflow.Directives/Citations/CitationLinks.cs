using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Search;

namespace Workflow.Directives.Citations;

/// <summary>A document that a text cites.</summary>
/// <param name="Symbol">Number and symbol as cited.</param>
/// <param name="Date">The date as cited, or null.</param>
/// <param name="DirectiveId">The directive it is, when the register knows it and the reader may see it; null otherwise.</param>
/// <param name="Subject">Its subject; null without a directive.</param>
public sealed record CitedDocument(string Symbol, DateOnly? Date, Guid? DirectiveId, string? Subject);

/// <summary>A directive whose text cites another.</summary>
/// <param name="DirectiveId">The directive that cites.</param>
/// <param name="Symbol">Its number, or null while it has none.</param>
/// <param name="Date">The date beside it.</param>
/// <param name="Subject">Its subject.</param>
public sealed record CitingDirective(Guid DirectiveId, string? Symbol, DateOnly? Date, string Subject);

/// <summary>Joins what texts cite with the directives of the register, in both directions, among those a reader may see.</summary>
public static class CitationLinks
{
    private const int MostCiting = 50;

    /// <summary>What a text cites, each document once, in its order.</summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="document">The text as read.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<CitedDocument>> CitedByAsync(this WorkflowDb db, Actor actor, DirectiveDocument document, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        var cited = document.Citations.GroupBy(citation => citation.Symbol)
            .Select(same => same.FirstOrDefault(one => one.Date is not null) ?? same.First()).ToList();
        var symbols = cited.SelectMany(citation => Spellings(citation.Symbol)).ToList();
        var known = await (
            from number in db.Set<RegisterNumber>().AsNoTracking()
            where symbols.Contains(number.Symbol) && number.VoidedAt == null
            join directive in db.DirectivesSeenBy(actor) on number.DirectiveId equals directive.Id
            select new { number.Symbol, number.Date, directive.Id, directive.Subject }).ToListAsync(ct);
        return [.. cited.Select(citation =>
        {
            // A number without a date may be of any term; only where one term alone has it is it clear which is meant.
            var same = known.FindAll(one => Same(one.Symbol, citation.Symbol) && (citation.Date is null || one.Date == citation.Date));
            var one = same.Count == 1 ? same[0] : null;
            return new CitedDocument(citation.Symbol, citation.Date, one?.Id, one?.Subject);
        })];
    }

    /// <summary>The directives whose current text cites one, the newest first.</summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who reads.</param>
    /// <param name="number">The number of the directive that is cited.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<CitingDirective>> CitingAsync(this WorkflowDb db, Actor actor, RegisterNumber number, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(number);
        var question = SearchQuestion.Of($"\"{number.Symbol}\"");
        var texts = await (
            from hit in db.Find(question, units: false)
            join directive in db.DirectivesSeenBy(actor) on hit.DirectiveId equals directive.Id
            where directive.Id != number.DirectiveId && directive.State != DirectiveState.Cancelled
            join revision in db.Set<Revision>() on new { directive.Id, No = directive.RevisionNo } equals new { Id = revision.DirectiveId, revision.No }
            join own in db.Set<RegisterNumber>() on directive.Id equals own.DirectiveId into numbers
            from own in numbers.DefaultIfEmpty()
            orderby directive.ChangedAt descending
            select new { directive.Id, directive.Subject, revision.Text, Symbol = (string?)own.Symbol, Date = (DateOnly?)own.Date })
            .Take(MostCiting).ToListAsync(ct);
        return [.. texts.Where(one => Cites(DocumentReader.Read(one.Text), number))
            .Select(one => new CitingDirective(one.Id, one.Symbol, one.Date, one.Subject))];
    }

    /// <summary>A number below ten is printed with a leading zero, and cited without it now and then.</summary>
    internal static IEnumerable<string> Spellings(string symbol)
    {
        var bare = symbol.TrimStart('0');
        return [bare, "0" + bare];
    }

    internal static bool Same(string left, string right) => left.TrimStart('0') == right.TrimStart('0');

    private static bool Cites(DirectiveDocument document, RegisterNumber number)
    {
        var mentions = document.Citations.Where(citation => Same(citation.Symbol, number.Symbol)).ToList();
        return mentions.Exists(mention => mention.Date == number.Date) || (mentions.Count > 0 && mentions.TrueForAll(mention => mention.Date is null));
    }
}
