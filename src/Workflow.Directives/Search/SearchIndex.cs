using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;

namespace Workflow.Directives.Search;

/// <summary>
/// The full-text index, in SQLite's FTS5. It holds words only, never text, so it can say which directives match but shows nothing by itself.
/// <see cref="WorkflowDb"/> writes it inside the transaction of the save that changed a text, a number or a list: folding Vietnamese words is the
/// program's work, so triggers could not. All SQL of the search is here and in <see cref="SearchIndexSql"/>; a second store brings its own.
/// </summary>
public static class SearchIndex
{
    /// <summary>Counts up whenever what is stored, or how words are cut, changes; the index is then built anew at the start.</summary>
    internal const int Version = 1;

    private const int Batch = 200;

    /// <summary>Makes the index, or builds it anew when an older program made it.</summary>
    /// <param name="db">The store, migrated.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task EnsureAsync(WorkflowDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await db.Database.ExecuteSqlRawAsync(SearchIndexSql.MakeVersions, ct);
        var version = await db.Database.SqlQueryRaw<int>(SearchIndexSql.ReadVersion).ToListAsync(ct);
        if (version is not [Version])
        {
            await RebuildAsync(db, ct);
        }
    }

    /// <summary>Builds the index anew from the directives, in one transaction; readers see the old one until it is done.</summary>
    /// <param name="db">The store, migrated.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many directives it holds.</returns>
    public static async Task<int> RebuildAsync(WorkflowDb db, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(db);
        await using var whole = db.Database.CurrentTransaction is null ? await db.Database.BeginTransactionAsync(ct) : null;
        foreach (var sql in SearchIndexSql.MakeAnew)
        {
            await db.Database.ExecuteSqlRawAsync(sql, ct);
        }

        var ids = await db.Set<Directive>().OrderBy(directive => directive.Id).Select(directive => directive.Id).ToListAsync(ct);
        foreach (var some in ids.Chunk(Batch))
        {
            await WriteAsync(db, some, ct);
        }

        await db.Database.ExecuteSqlAsync($"INSERT INTO SearchVersions (Id, Version) VALUES (1, {Version})", ct);
        if (whole is not null)
        {
            await whole.CommitAsync(ct);
        }

        return ids.Count;
    }

    /// <summary>The directives whose words the pending changes of a context alter.</summary>
    internal static TouchedDirectives Touched(WorkflowDb db)
    {
        var touched = new TouchedDirectives([], []);
        foreach (var entry in db.ChangeTracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified))
        {
            switch (entry.Entity)
            {
                case Directive directive when entry.State == EntityState.Added:
                    if (FirstText(db, directive) is { } text)
                    {
                        touched.Begun.Add((directive, text));
                    }

                    break;
                case Directive directive when entry.Property(nameof(Directive.Subject)).IsModified || entry.Property(nameof(Directive.RevisionNo)).IsModified:
                    touched.Changed.Add(directive.Id);
                    break;
                case RegisterNumber number when entry.State == EntityState.Added:
                    touched.Changed.Add(number.DirectiveId);
                    break;
                case Delivery delivery when entry.State == EntityState.Added:
                    touched.Changed.Add(delivery.DirectiveId);
                    break;
                default:
                    break;
            }
        }

        return touched;
    }

    /// <summary>Writes the words of what a save touched, within the open transaction.</summary>
    internal static async Task WriteAsync(WorkflowDb db, TouchedDirectives touched, CancellationToken ct)
    {
        // What has just begun is all in memory, and the index has nothing of it yet.
        foreach (var (directive, text) in touched.Begun)
        {
            await SearchIndexSql.PutAsync(db, directive.Id, FieldsOf(null, directive.Subject, text, []), isNew: true, ct);
        }

        if (touched.Changed.Count > 0)
        {
            await WriteAsync(db, touched.Changed, ct);
        }
    }

    /// <summary>Writes the words of some directives as the store holds them now, within the open transaction.</summary>
    private static async Task WriteAsync(WorkflowDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var texts = await (
            from directive in db.Set<Directive>().AsNoTracking()
            where ids.Contains(directive.Id)
            join revision in db.Set<Revision>() on new { directive.Id, No = directive.RevisionNo } equals new { Id = revision.DirectiveId, revision.No }
            select new { directive.Id, directive.Subject, revision.Text }).ToListAsync(ct);
        var symbols = await db.Set<RegisterNumber>().AsNoTracking().Where(number => ids.Contains(number.DirectiveId))
            .ToDictionaryAsync(number => number.DirectiveId, number => $"{number.Symbol} {number.Date:dd/MM/yyyy} {number.Date:d/M/yyyy}", ct);
        var units = (await db.Set<Delivery>().AsNoTracking().Where(delivery => ids.Contains(delivery.DirectiveId))
            .Select(delivery => new { delivery.DirectiveId, delivery.UnitName }).ToListAsync(ct)).ToLookup(one => one.DirectiveId, one => one.UnitName);
        foreach (var one in texts)
        {
            await SearchIndexSql.PutAsync(
                db, one.Id, FieldsOf(symbols.GetValueOrDefault(one.Id), one.Subject, one.Text, units[one.Id]), isNew: false, ct);
        }
    }

    private static string? FirstText(WorkflowDb db, Directive directive) => db.ChangeTracker.Entries<Revision>()
        .FirstOrDefault(entry => entry.Entity.DirectiveId == directive.Id && entry.Entity.No == directive.RevisionNo)?.Entity.Text;

    private static string[] FieldsOf(string? symbol, string subject, string text, IEnumerable<string> units)
    {
        var document = DocumentReader.Read(text);
        return
        [
            symbol ?? document.Number ?? "",
            subject,
            string.Join('\n', [document.Issuer, document.Signature?.Name, document.Signature?.Position, .. document.Recipients.Select(line => line.Text)]),
            string.Join('\n', units),
            text,
        ];
    }
}

/// <summary>What a save does to the words directives are found by.</summary>
/// <param name="Begun">Directives of this save, with their text.</param>
/// <param name="Changed">Stored directives whose text, number or list changes.</param>
internal sealed record TouchedDirectives(List<(Directive Directive, string Text)> Begun, HashSet<Guid> Changed)
{
    /// <summary>Whether no words change.</summary>
    public bool None => Begun.Count + Changed.Count == 0;
}
