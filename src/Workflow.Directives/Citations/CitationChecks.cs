using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;

namespace Workflow.Directives.Citations;

/// <summary>
/// Checks what a text cites against the register: <c>citation-unknown</c> for a number of our own series that was never given,
/// <c>citation-date</c> for one that was given on another day. Both are warnings. Own series are those of the organs whose numbers this register keeps; a
/// document dated before the register's first number may lie in an older book and is left alone.
/// </summary>
public static class CitationChecks
{
    /// <summary>Checks a text that may still be a draft.</summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who reads the findings; dates of directives he may not see are not told.</param>
    /// <param name="document">The document as read.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<TextFinding>> OfAsync(WorkflowDb db, Actor actor, DirectiveDocument document, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        // A second mention is short: number without date. The first one tells what is meant.
        var cited = document.Citations.DistinctBy(citation => (citation.Symbol, citation.Date))
            .Where(citation => citation.Date is not null || !document.Citations.Any(one => one.Symbol == citation.Symbol && one.Date is not null)).ToList();
        if (cited.Count == 0)
        {
            return [];
        }

        var organs = await db.Set<RegisterSeries>().Select(series => series.OrganSymbol).Distinct().ToListAsync(ct);
        var own = cited.FindAll(citation => organs.Exists(organ => citation.Symbol.EndsWith("/" + organ, StringComparison.Ordinal)));
        var symbols = own.SelectMany(citation => CitationLinks.Spellings(citation.Symbol)).ToList();
        var numbers = await db.Set<RegisterNumber>().AsNoTracking().Where(number => symbols.Contains(number.Symbol)).ToListAsync(ct);
        var terms = await db.Set<RegisterSeries>().Select(series => series.Term).Distinct().ToListAsync(ct);
        var given = numbers.ConvertAll(number => number.DirectiveId);
        var seen = (await db.DirectivesSeenBy(actor).Where(directive => given.Contains(directive.Id))
            .Select(directive => directive.Id).ToListAsync(ct)).ToHashSet();
        var first = await db.Set<RegisterNumber>().MinAsync(number => (DateOnly?)number.Date, ct);
        return [.. own
            .Select(citation => Check(citation, numbers.FindAll(number => CitationLinks.Same(number.Symbol, citation.Symbol)), seen, first, terms))
            .OfType<TextFinding>()];
    }

    private static TextFinding? Check(Citation citation, List<RegisterNumber> numbers, HashSet<Guid> seen, DateOnly? first, List<string> terms)
    {
        // Within a term of this register a number has one date, even where the register began in the middle of the term.
        var older = citation.Date < first && !(numbers.Count > 0 && terms.Exists(term => InTerm(citation.Date, term)));
        if (older || numbers.Exists(number => citation.Date is null || number.Date == citation.Date))
        {
            return null;
        }

        if (numbers.Count == 0)
        {
            return new("citation-unknown", Severity.Warning, citation.Line,
                $"Sổ đăng ký không có văn bản số {citation.Symbol}. Hãy kiểm tra lại số, ký hiệu.",
                $"The register holds no document {citation.Symbol}. Check number and symbol.");
        }

        var registered = numbers.Find(number => seen.Contains(number.DirectiveId));
        return registered is null
            ? new("citation-date", Severity.Warning, citation.Line,
                $"Văn bản số {citation.Symbol} ghi ngày {Day(citation.Date)}, khác ngày trong sổ đăng ký. Hãy hỏi văn thư.",
                $"{citation.Symbol} is cited with {Day(citation.Date)}, which is not the date in the register. Ask the registry.")
            : new("citation-date", Severity.Warning, citation.Line,
                $"Văn bản số {citation.Symbol} ghi ngày {Day(citation.Date)}, nhưng sổ đăng ký ghi ngày {Day(registered.Date)}.",
                $"{citation.Symbol} is cited with {Day(citation.Date)}, but the register says {Day(registered.Date)}.");
    }

    // The term is named by its years, "2025-2030"; in the first of them the one before may still have been running.
    private static bool InTerm(DateOnly? date, string term) =>
        date is { } day && term.Split('-') is [var from, var until]
        && int.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first) && day.Year > first
        && int.TryParse(until, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && day.Year < last;

    private static string Day(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture) ?? "";
}
