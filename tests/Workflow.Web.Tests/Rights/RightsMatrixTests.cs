using System.Net;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;
using Workflow.Directives.Work;
using Workflow.Web.Tests.Host;
using Xunit.Abstractions;

namespace Workflow.Web.Tests.Rights;

/// <summary>
/// Every door of the API that the table names, tried by somebody of each role, by nobody and by a closed account, on a directive at every place of its way. What must
/// come is read from the table and the rows, not from the code that enforces it.
/// </summary>
public sealed class RightsMatrixTests(MatrixOffice matrix, ITestOutputHelper output) : IClassFixture<MatrixOffice>
{
    private const int FewestCases = 1_900;

    // Kind of task each door completes.
    private static readonly Dictionary<string, string> Kinds = new()
    {
        ["opinion"] = "consultation",
        ["approval"] = "approval",
        ["return"] = "approval",
        ["signature"] = "signature",
        ["forwarding"] = "signature",
        ["signing"] = "signature",
        ["paper"] = "signature",
        ["number"] = "number",
        ["seal"] = "seal",
        ["issuance"] = "issue",
        ["closure"] = "closure",
    };

    private readonly List<string> wrong = [];
    private int cases;

    [Fact]
    public async Task EveryDoor_TriedByEverybodyOnEverything_AnswersAsTheTableSays()
    {
        foreach (var (door, rights) in RightsTable.Current.Doors.Where(one => one.Key.Contains(" /api/", StringComparison.Ordinal) && !one.Value.Contains(Right.AnswerByLink)))
        {
            foreach (var (path, subject, allowed) in PathsOf(door.Split(' ')[1], rights))
            {
                foreach (var trier in matrix.Triers)
                {
                    await TryAsync(door.Split(' ')[0], path, subject, trier, rights, allowed);
                }
            }
        }

        output.WriteLine($"{cases} cases");
        Assert.True(wrong.Count == 0, $"{wrong.Count} of {cases}:\n{string.Join('\n', wrong.Take(40))}");
        Assert.True(cases >= FewestCases, $"{cases} cases");
    }

    private async Task TryAsync(string method, string path, Subject? subject, Trier trier, Right[] rights, Func<Actor, bool> allowed)
    {
        cases++;
        var body = path.EndsWith("/number", StringComparison.Ordinal) ? (object)new { date = "1999-01-01" }
            : path.EndsWith("/closure", StringComparison.Ordinal) && path.Contains("people", StringComparison.Ordinal) ? new { open = true }
            : new { };
        var answer = method == "GET" ? await trier.Api.GetAsync(path) : await trier.Api.PostAsync(path, body);
        var expected = trier.Actor is not { } actor ? "401"
            : !rights.Any(right => RightsTable.Current.EverAllows(actor, right)) ? "403"
            : subject?.SeenBy(actor) == false ? "404"
            : !IsThere(path, subject) ? "404"
            : allowed(actor) ? "in"
            : rights.Contains(Right.Acknowledge) && path.StartsWith("/api/deliveries/", StringComparison.Ordinal) ? "404" : "403";
        var came = answer.Code is "not-allowed" ? "403"
            : answer.Code is "not-found" ? "404"
            : answer.Status == HttpStatusCode.Unauthorized && answer.Code is null or "signed-out" or "identity.wanted" ? "401"
            : "in";
        if (came != expected)
        {
            wrong.Add($"{method} {path} on {subject?.Place} by {trier.Name}: {expected} was expected, {(int)answer.Status} {answer.Code} came");
        }
    }

    // The addresses a door has here, the directive each is about, and who may do it there.
    private IEnumerable<(string Path, Subject? Subject, Func<Actor, bool> Allowed)> PathsOf(string door, Right[] rights)
    {
        var table = RightsTable.Current;
        if (door.StartsWith("/api/directives/{id", StringComparison.Ordinal))
        {
            return matrix.Subjects.Select(subject => (
                door.Replace("{id:guid}", $"{subject.Directive.Id}", StringComparison.Ordinal).Replace("{no:int}", "1", StringComparison.Ordinal),
                (Subject?)subject,
                Any(actor => rights.Any(right => right is Right.ReadDraft or Right.ReadIssued || table.Allows(actor, right, subject.RelationOf(actor)))
                    || (!actor.WorksInOffice && door.EndsWith("/deliveries", StringComparison.Ordinal)))));
        }

        if (door.StartsWith("/api/work-items/{id", StringComparison.Ordinal))
        {
            return from subject in matrix.Subjects
                   from item in subject.Items
                   where item.Kind == Kinds[door.Split('/')[^1]]
                   select (
                       door.Replace("{id:guid}", $"{item.Id}", StringComparison.Ordinal), (Subject?)subject,
                       Any(actor => item.CompletedBy == actor.PersonId || (item.OfferedTo(actor) && rights.Any(right => table.Allows(actor, right, Relation.Assigned)))));
        }

        if (door.StartsWith("/api/deliveries/{id", StringComparison.Ordinal))
        {
            return from subject in matrix.Subjects
                   from delivery in subject.Deliveries.Take(2)
                   select (
                       door.Replace("{id:guid}", $"{delivery.Id}", StringComparison.Ordinal), (Subject?)subject,
                       Any(actor => rights.Any(right => table.Allows(actor, right, delivery.UnitId == actor.UnitId ? Relation.Unit : Relation.None))));
        }

        var somebody = matrix.Triers.First(trier => trier.Name == "RecipientClerk").Actor!.PersonId;
        var path = door.Replace("{id:guid}", $"{somebody}", StringComparison.Ordinal).Replace("{sheet}", "Units", StringComparison.Ordinal);
        return [(path, null, _ => true)];
    }

    // What somebody may look at can still not be there: no paper before the seal, nothing to sign once it is signed, no delegation of that id.
    private static bool IsThere(string path, Subject? subject) => path.Split('/')[^1] switch
    {
        "paper" when path.Contains("directives", StringComparison.Ordinal) => subject!.Place is "issue" or "issued",
        "paper" or "signing" => subject!.Items.Any(item => item.Open && path.Contains($"{item.Id}", StringComparison.Ordinal)),
        "decision" or "end" => false,
        _ => !path.Contains("/imports/", StringComparison.Ordinal) || subject is not null,
    };

    private static Func<Actor, bool> Any(Func<Actor, bool> allowed) => allowed;
}
