using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Numbering;

namespace Workflow.Directives.Recall;

/// <summary>What stands in the place of a recalled document.</summary>
public static class Replacements
{
    /// <summary>The number of the document that took a recalled one's place.</summary>
    /// <param name="db">The store.</param>
    /// <param name="directiveId">The recalled directive.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Its number and symbol, or null when the directive is not recalled or nothing replaces it.</returns>
    public static Task<string?> ReplacementOfAsync(this WorkflowDb db, Guid directiveId, CancellationToken ct) => (
        from recall in db.Set<Recall>()
        where recall.DirectiveId == directiveId && recall.AgreedAt != null
        join number in db.Set<RegisterNumber>() on recall.ReplacedBy equals (Guid?)number.DirectiveId
        where number.VoidedAt == null
        select number.Symbol).SingleOrDefaultAsync(ct);
}
