using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.Work;

namespace Workflow.Directives.Orders;

/// <summary>What the directory makes of a body that is tasked.</summary>
/// <param name="Body">As printed.</param>
/// <param name="Units">The units it means on the day; empty when the directory knows none.</param>
/// <param name="Clear">Whether nothing about it is doubtful.</param>
public sealed record BodyMeaning(OrderedBody Body, IReadOnlyList<ResolvedUnit> Units, bool Clear);

/// <summary>A task as the text has it, as a person decided on it, or both.</summary>
/// <param name="Key">Names the passage; stays the same as long as the passage does. Null for a task written by hand.</param>
/// <param name="Proposal">What the text says now; null when the text no longer holds the passage.</param>
/// <param name="Bodies">What the directory makes of its bodies.</param>
/// <param name="Stored">What a person decided, or null.</param>
public sealed record PlannedOrder(string? Key, ProposedOrder? Proposal, IReadOnlyList<BodyMeaning> Bodies, OrderedTask? Stored)
{
    /// <summary>Where it stands.</summary>
    public OrderState State => Stored?.State ?? OrderState.Proposed;

    /// <summary>Whether it can be confirmed without looking anything up: somebody leads, and every body is known.</summary>
    public bool Clear => Bodies.Count > 0 && Bodies.All(body => body.Clear) && Bodies.Any(body => body.Body.Role == OrderRole.Lead);

    /// <summary>Whether a decided passage is gone from the text, so that somebody should look again.</summary>
    public bool Gone => Proposal is null && Stored is { Passage: not null, State: OrderState.Confirmed };
}

/// <summary>Every task of a text, with what was decided about each.</summary>
/// <param name="Orders">In the order of the text, those written by hand last.</param>
public sealed partial record OrderPlan(IReadOnlyList<PlannedOrder> Orders)
{
    private const int KeyLength = 24;

    /// <summary>How many nobody has decided on.</summary>
    public int Open => Orders.Count(order => order.State == OrderState.Proposed);

    /// <summary>Reads the current text of a directive, resolves the bodies on a day and puts what was decided beside it.</summary>
    /// <param name="db">The store; nothing is tracked.</param>
    /// <param name="directive">The directive.</param>
    /// <param name="day">The day, Asia/Ho_Chi_Minh.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<OrderPlan> MakeAsync(WorkflowDb db, Directive directive, DateOnly day, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(directive);
        var document = DocumentReader.Read((await db.CurrentRevisionAsync(directive, ct)).Text);
        var issued = await db.Set<RegisterNumber>().Where(number => number.DirectiveId == directive.Id && number.VoidedAt == null)
            .Select(number => (DateOnly?)number.Date).SingleOrDefaultAsync(ct);
        var stored = await db.Set<OrderedTask>().AsNoTracking().Include(task => task.Units)
            .Where(task => task.DirectiveId == directive.Id).OrderBy(task => task.Line).ThenBy(task => task.Id).ToListAsync(ct);
        var snapshot = await DirectorySnapshot.LoadAsync(db, ct);
        var addressed = RecipientText.AddresseesOf(document);
        var planned = Keyed(OrderReader.Read(document, issued)).Select(one => new PlannedOrder(
            one.Key, one.Order, Meanings(snapshot, one.Order, addressed, day), stored.Find(task => task.Passage == one.Key))).ToList();
        var rest = stored.Where(task => planned.TrueForAll(order => order.Stored != task))
            .Select(task => new PlannedOrder(task.Passage, null, [], task));
        return new OrderPlan([.. planned, .. rest.Where(order => order.Stored!.State == OrderState.Confirmed)]);
    }

    /// <summary>The units that names typed by a clerk mean, as the bodies of this directive; names the directory does not know mean none.</summary>
    /// <param name="db">The store.</param>
    /// <param name="directive">The directive.</param>
    /// <param name="names">Names with <c>;</c> between, as printed or as the directory has them.</param>
    /// <param name="day">The day, Asia/Ho_Chi_Minh.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<Guid>> UnitsOfAsync(WorkflowDb db, Directive directive, string? names, DateOnly day, CancellationToken ct)
    {
        var document = DocumentReader.Read((await db.CurrentRevisionAsync(directive, ct)).Text);
        var addressed = RecipientText.AddresseesOf(document);
        var snapshot = await DirectorySnapshot.LoadAsync(db, ct);
        return [.. (names ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .SelectMany(name => Meaning(snapshot, new OrderedBody(name, OrderRole.Lead), 1, addressed, day).Units)
            .Select(unit => unit.UnitId).Distinct()];
    }

    // Two passages may read the same; the second is told apart by its count.
    private static IEnumerable<(string Key, ProposedOrder Order)> Keyed(IEnumerable<ProposedOrder> orders)
    {
        var seen = new Dictionary<string, int>();
        foreach (var order in orders)
        {
            var words = string.Join('\n', order.Bodies.Select(body => body.Text).Append(order.Source));
            var count = seen[words] = seen.GetValueOrDefault(words) + 1;
            var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{count}\n{words}")));
            yield return (hash[..KeyLength], order);
        }
    }

    private static List<BodyMeaning> Meanings(DirectorySnapshot snapshot, ProposedOrder order, IReadOnlyList<RecipientText> addressed, DateOnly day)
    {
        var bodies = order.Bodies.IsEmpty && addressed.Count > 0
            ? [.. addressed.Select(line => new OrderedBody(line.Text, OrderRole.Lead))]
            : order.Bodies;
        return [.. bodies.Select(body => Meaning(snapshot, body, order.BodiesLine, addressed, day))];
    }

    private static BodyMeaning Meaning(DirectorySnapshot snapshot, OrderedBody body, int line, IReadOnlyList<RecipientText> addressed, DateOnly day)
    {
        // "… phối hợp với các cơ quan liên quan" names nobody, and is not meant to.
        if (body.Role == OrderRole.Support && Concerned().IsMatch(body.Text))
        {
            return new BodyMeaning(body, [], Clear: true);
        }

        var toAddressees = addressed.Count > 0 && Everybody().IsMatch(body.Text);
        var resolution = RecipientResolver.Resolve(snapshot, new RecipientText(line, toAddressees ? "Như trên" : body.Text), day, addressed);

        // That a unit has no mailbox is the recipients' concern, not the task's.
        var doubtful = resolution.Problems.Any(problem => problem.Code != RecipientProblemCode.NoContact);
        return new BodyMeaning(body, resolution.Units, !doubtful && resolution.Units.Count > 0);
    }

    [GeneratedRegex(@"^(?:các|những) (?:cơ quan|đơn vị|địa phương|sở|ban|ngành|tổ chức)[\p{L}, ]* liên quan$", RegexOptions.IgnoreCase)]
    private static partial Regex Concerned();

    // In a letter "các cơ quan, đơn vị" are those it is addressed to.
    [GeneratedRegex(@"^các (?:cơ quan|đơn vị|địa phương)(?:, (?:cơ quan|đơn vị|địa phương))*$", RegexOptions.IgnoreCase)]
    private static partial Regex Everybody();
}
