using System.Collections.Frozen;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Directives.People.Rights;

/// <summary>Who may use a right that is not granted by role.</summary>
public enum OpenTo
{
    /// <summary>Nobody beyond its grants.</summary>
    Nobody,

    /// <summary>Everybody with an open account.</summary>
    SignedIn,

    /// <summary>Everybody, signed in or not.</summary>
    Anyone,
}

/// <summary>One row of the table of rights.</summary>
/// <param name="Right">The right.</param>
/// <param name="Row">Number in the office's matrix, or null for what the program adds.</param>
/// <param name="Vietnamese">What is done, lower case, as in "không có quyền …".</param>
/// <param name="English">The same in English, as in "You may not …".</param>
/// <param name="Open">Who has it without a role.</param>
/// <param name="Grants">What each role is granted; a role that is missing has never.</param>
/// <param name="Also">A remark for the reader of the table.</param>
public sealed record RightRow(
    Right Right, string? Row, string Vietnamese, string English, OpenTo Open, IReadOnlyDictionary<Role, Grant> Grants, string? Also);

/// <summary>The table of rights, <c>rights.json</c>: the one place that says who may do what and through which door.</summary>
public sealed class RightsTable
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter() },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    private readonly FrozenDictionary<Right, RightRow> rows;

    private RightsTable(IReadOnlyList<RightRow> all, Written written)
    {
        rows = all.ToFrozenDictionary(row => row.Right);
        (All, Doors, Commands, NotHere) = (all, written.Doors, written.Commands, written.NotHere);
        if (Enum.GetValues<Right>().Where(right => !rows.ContainsKey(right)).ToList() is { Count: > 0 } missing)
        {
            throw new FormatException($"rights.json has no row for {string.Join(", ", missing)}.");
        }
    }

    /// <summary>The table in force.</summary>
    public static RightsTable Current { get; } = Load();

    /// <summary>Every row, in the order of the file.</summary>
    public IReadOnlyList<RightRow> All { get; }

    /// <summary>Door (method, route and page handler) → the rights of which one is needed to come in.</summary>
    public IReadOnlyDictionary<string, Right[]> Doors { get; }

    /// <summary>Command-line verb → why the operator of the machine may use it.</summary>
    public IReadOnlyDictionary<string, string> Commands { get; }

    /// <summary>Rows of the office's matrix that this program has no act for → why.</summary>
    public IReadOnlyDictionary<string, string> NotHere { get; }

    /// <summary>The row of a right.</summary>
    /// <param name="right">The right.</param>
    public RightRow this[Right right] => rows[right];

    /// <summary>Whether somebody may, having this to do with the thing.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="right">What.</param>
    /// <param name="relation">What he has to do with the thing.</param>
    public bool Allows(Actor actor, Right right, Relation relation = Relation.None) => GrantsOf(actor, right).Any(grant => grant.Covers(relation));

    /// <summary>Whether any thing could exist that the actor may do this with. Who may not, whatever the thing, is told so before it is looked for.</summary>
    /// <param name="actor">Who; null for nobody signed in.</param>
    /// <param name="right">What.</param>
    public bool EverAllows(Actor? actor, Right right) => rows[right].Open switch
    {
        OpenTo.Anyone => true,
        OpenTo.SignedIn => actor?.PersonId is not null,
        _ => actor is not null && GrantsOf(actor, right).Any(),
    };

    /// <summary>The grants of the actor's roles.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="right">What.</param>
    public IEnumerable<Grant> GrantsOf(Actor actor, Right right)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return rows[right].Grants.Where(grant => actor.Holds(grant.Key)).Select(grant => grant.Value);
    }

    private static RightsTable Load()
    {
        using var file = typeof(RightsTable).Assembly.GetManifestResourceStream(typeof(RightsTable), "rights.json")
            ?? throw new InvalidOperationException("rights.json is not in the program.");
        var written = JsonSerializer.Deserialize<Written>(file, Json)!;
        return new RightsTable([.. written.Rights.Select(row => row.Read())], written);
    }

    private sealed record Written(
        WrittenRow[] Rights, Dictionary<string, Right[]> Doors, Dictionary<string, string> Commands, Dictionary<string, string> NotHere);

    private sealed record WrittenRow(
        Right Right, string? Row, string Vi, string En, OpenTo Open, Dictionary<Role, string>? Grants, string? Also)
    {
        public RightRow Read() => new(
            Right, Row, Vi, En, Open, (Grants ?? []).ToFrozenDictionary(grant => grant.Key, grant => Grant.Parse(grant.Value)), Also);
    }
}

/// <summary>Asks the table on behalf of an actor.</summary>
public static class ActorRights
{
    /// <summary>Whether the actor may, having this to do with the thing.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="right">What.</param>
    /// <param name="relation">What he has to do with the thing.</param>
    public static bool May(this Actor actor, Right right, Relation relation = Relation.None) => RightsTable.Current.Allows(actor, right, relation);

    /// <summary>The refusal when he may not, else null.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="right">What.</param>
    /// <param name="relation">What he has to do with the thing.</param>
    public static Refusal? Refuse(this Actor actor, Right right, Relation relation = Relation.None) =>
        actor.May(right, relation) ? null : Forbidden(right);

    /// <summary>The refusal of a right.</summary>
    /// <param name="right">What was tried.</param>
    public static Refusal Forbidden(Right right) => Refusals.NotAllowed(RightsTable.Current[right].Vietnamese, RightsTable.Current[right].English);

    /// <summary>The first role of the actor that is granted the right, for the record of an act.</summary>
    /// <param name="actor">Who.</param>
    /// <param name="right">What.</param>
    /// <param name="relation">What he has to do with the thing.</param>
    /// <exception cref="InvalidOperationException">None is; ask <see cref="May"/> first.</exception>
    public static Role CapacityFor(this Actor actor, Right right, Relation relation = Relation.None)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return RightsTable.Current[right].Grants.Where(grant => actor.Holds(grant.Key) && grant.Value.Covers(relation)).OrderBy(grant => grant.Key).First().Key;
    }
}
