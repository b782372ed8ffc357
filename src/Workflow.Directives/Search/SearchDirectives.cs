using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;

namespace Workflow.Directives.Search;

/// <summary>One directive that answers a search.</summary>
/// <param name="Directive">The directive.</param>
/// <param name="Symbol">Its number, when it has one.</param>
/// <param name="Date">The date beside it.</param>
/// <param name="Subject">Its subject, with the words that were searched for marked.</param>
/// <param name="Snippet">The place of its text that answers best; empty when only number, subject or names do.</param>
public sealed record FoundDirective(
    Directive Directive, string? Symbol, DateOnly? Date, IReadOnlyList<SnippetPart> Subject, IReadOnlyList<SnippetPart> Snippet);

/// <summary>One page of answers.</summary>
/// <param name="Count">How many the reader may see in all.</param>
/// <param name="Lines">Those of the page, the best first, newer before older where equal.</param>
public sealed record FoundDirectives(int Count, IReadOnlyList<FoundDirective> Lines);

/// <summary>Searches number, subject, text, recipients, signer and issuer of the directives a reader may see; counts and snippets come from no others.</summary>
/// <param name="db">The store.</param>
public sealed class SearchDirectives(WorkflowDb db)
{
    /// <summary>Whether a text asks for anything: has a letter or a digit.</summary>
    /// <param name="text">What was typed.</param>
    public static bool Asks(string? text) => !SearchQuestion.Of(text).Empty;

    /// <summary>Searches. Any text will do; one without letter or digit finds nothing.</summary>
    /// <param name="actor">Who reads.</param>
    /// <param name="text">What was typed.</param>
    /// <param name="state">Only directives in this state; null for all.</param>
    /// <param name="skip">How many answers to pass over.</param>
    /// <param name="take">How many to give.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<FoundDirectives> RunAsync(Actor actor, string? text, DirectiveState? state, int skip, int take, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var question = SearchQuestion.Of(text);
        if (question.Empty)
        {
            return new(0, []);
        }

        var seen = db.DirectivesSeenBy(actor).AsNoTracking().Where(directive => state == null || directive.State == state);
        var found =
            from hit in db.Find(question, actor.WorksInOffice)
            join directive in seen on hit.DirectiveId equals directive.Id
            select new { hit.Tier, hit.Rank, Directive = directive };
        var count = await found.CountAsync(ct);
        var lines = await (
            from one in found.OrderBy(one => one.Tier).ThenBy(one => one.Rank).ThenByDescending(one => one.Directive.ChangedAt).Skip(skip).Take(take)
            join revision in db.Set<Revision>() on new { one.Directive.Id, No = one.Directive.RevisionNo } equals new { Id = revision.DirectiveId, revision.No }
            join number in db.Set<RegisterNumber>() on one.Directive.Id equals number.DirectiveId into numbers
            from number in numbers.DefaultIfEmpty()
            orderby one.Tier, one.Rank, one.Directive.ChangedAt descending
            select new { one.Directive, revision.Text, Symbol = (string?)number.Symbol, Date = (DateOnly?)number.Date }).ToListAsync(ct);
        return new(count, [.. lines.Select(line => new FoundDirective(
            line.Directive, line.Symbol, line.Date, SearchSnippet.Marked(line.Directive.Subject, question), SearchSnippet.Of(line.Text, question)))]);
    }
}
