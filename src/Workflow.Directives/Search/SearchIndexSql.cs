using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;

namespace Workflow.Directives.Search;

/// <summary>
/// The SQL of the index. Every field stands twice: words without marks, which decide what is found, and words with marks, which decide what comes first.
/// </summary>
internal static class SearchIndexSql
{
    /// <summary>The fields in their order, with how much a word in each weighs.</summary>
    internal static readonly (string Name, double Weight)[] Fields = [("symbol", 12), ("subject", 6), ("names", 3), ("units", 2), ("body", 1)];

    internal const string MakeVersions = "CREATE TABLE IF NOT EXISTS SearchVersions (Id INTEGER PRIMARY KEY CHECK (Id = 1), Version INTEGER NOT NULL)";

    internal const string ReadVersion = "SELECT Version AS Value FROM SearchVersions";

    // FTS5 §4.4.4: a contentless table that can delete keeps no copy of the text. The tokenizer sees folded words and only parts them at blanks.
    internal static readonly string[] MakeAnew =
    [
        "DELETE FROM SearchVersions",
        "DROP TABLE IF EXISTS SearchWords",
        "DROP TABLE IF EXISTS SearchRows",
        "CREATE TABLE SearchRows (Id INTEGER PRIMARY KEY, DirectiveId TEXT NOT NULL UNIQUE)",
        $"CREATE VIRTUAL TABLE SearchWords USING fts5({Columns}, content='', contentless_delete=1, prefix='2 3', tokenize=\"unicode61 remove_diacritics 0\")",
    ];

    private static readonly string Put =
        $"INSERT INTO SearchWords (rowid, {Columns}) SELECT Id, {string.Join(", ", Enumerable.Range(0, Fields.Length * 2).Select(i => $"$w{i}"))} "
        + "FROM SearchRows WHERE DirectiveId = $id";

    // The limit keeps SQLite from drawing bm25() out of the query of the index, where alone it works.
    private static readonly string Ranked =
        $"""
        SELECT r.DirectiveId AS DirectiveId,
          CASE WHEN {Among("$both")} THEN 0 WHEN {Among("$marked")} THEN 1 WHEN {Among("$together")} THEN 2 ELSE 3 END AS Tier,
          bm25(SearchWords, {Weights}) AS Rank
        FROM SearchWords JOIN SearchRows r ON r.Id = SearchWords.rowid
        WHERE SearchWords MATCH $all LIMIT 1000000
        """;

    private static string Weights => string.Join(", ", Fields.SelectMany(one => new[] { one.Weight, 0 })
        .Select(weight => weight.ToString(System.Globalization.CultureInfo.InvariantCulture)));

    private static string Among(string question) => $"SearchWords.rowid IN (SELECT rowid FROM SearchWords WHERE SearchWords MATCH {question})";

    private static string Columns => string.Join(", ", Fields.SelectMany(one => new[] { one.Name, one.Name + "Marked" }));

    /// <summary>Writes the words of one directive, in place of those it had.</summary>
    internal static async Task PutAsync(WorkflowDb db, Guid directiveId, string[] fields, bool isNew, CancellationToken ct)
    {
        if (!isNew)
        {
            await db.Database.ExecuteSqlAsync(
                $"DELETE FROM SearchWords WHERE rowid = (SELECT Id FROM SearchRows WHERE DirectiveId = {directiveId})", ct);
        }

        await db.Database.ExecuteSqlAsync($"INSERT INTO SearchRows (DirectiveId) VALUES ({directiveId}) ON CONFLICT DO NOTHING", ct);
        var values = fields.SelectMany(field => new[] { SearchWords.Stored(field, marked: false), SearchWords.Stored(field, marked: true) })
            .Select((value, i) => new SqliteParameter($"$w{i}", value)).Append(new SqliteParameter("$id", directiveId)).ToArray();
        await db.Database.ExecuteSqlRawAsync(Put, values, ct);
    }

    /// <summary>
    /// The directives that hold every word asked for. <c>Tier</c> 0: the words together and with the marks as typed; 1: with the marks; 2: together; 3: else.
    /// </summary>
    /// <param name="db">The store.</param>
    /// <param name="question">What is asked; not empty.</param>
    /// <param name="units">Whether names of receiving units that the paper does not print are searched, too.</param>
    internal static IQueryable<SearchHit> Find(this WorkflowDb db, SearchQuestion question, bool units)
    {
        var fields = Fields.Select(field => field.Name).Where(name => units || name != "units").ToArray();
        return db.Database.SqlQueryRaw<SearchHit>(
            Ranked,
            new SqliteParameter("$all", Match(question, fields, false, false)),
            new SqliteParameter("$both", Match(question, fields, true, true)),
            new SqliteParameter("$marked", Match(question, fields, true, false)),
            new SqliteParameter("$together", Match(question, fields, false, true)));
    }

    /// <summary>
    /// The question in FTS5's own language. Every word stands in quotes and holds letters and digits only (<see cref="SearchWords"/>), so nothing typed can be
    /// an operator, a column or an end of the quotes.
    /// </summary>
    internal static string Match(SearchQuestion question, string[] fields, bool marked, bool together)
    {
        IReadOnlyList<SearchPhrase> phrases = together
            ? [new([.. question.Phrases.SelectMany(phrase => phrase.Words)], question.Phrases[^1].Unfinished)]
            : question.Phrases;
        return string.Join(" AND ", phrases.Select(phrase => OfPhrase(phrase, fields, marked)));
    }

    private static string OfPhrase(SearchPhrase phrase, string[] fields, bool marked)
    {
        var withMarks = marked && phrase.Words.Any(word => word.HasMarks);
        var words = string.Join(' ', phrase.Words.Select(word => withMarks ? word.Marked : word.Plain));
        var columns = string.Join(' ', fields.Select(field => withMarks ? field + "Marked" : field));
        return $"{{{columns}}} : \"{words}\"{(phrase.Unfinished ? " *" : "")}";
    }
}

/// <summary>A directive the index found.</summary>
internal sealed class SearchHit
{
    public Guid DirectiveId { get; init; }

    public int Tier { get; init; }

    public double Rank { get; init; }
}
