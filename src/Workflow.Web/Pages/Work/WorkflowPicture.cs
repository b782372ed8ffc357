using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Work;
using Workflow.Engine;
using Workflow.Web.Pages.Documents;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Work;

/// <summary>Whether a step is behind, now, or still to come.</summary>
internal enum NodeState
{
    Next,
    Now,
    Past,
}

/// <summary>A step on the picture.</summary>
/// <param name="Activity">The activity.</param>
/// <param name="Box">Its place.</param>
/// <param name="State">Where the directive is.</param>
internal sealed record Node(Activity Activity, Box Box, NodeState State)
{
    private const int LettersInLine = 19;

    public string Icon => State switch { NodeState.Past => "check", NodeState.Now => "half", _ => "circle" };

    /// <summary>The words in at most two lines, as SVG does not wrap.</summary>
    public IReadOnlyList<string> Lines
    {
        get
        {
            var lines = new List<string> { "" };
            foreach (var word in (Activity.DisplayText ?? Activity.Id).Split(' '))
            {
                if (lines.Count < 2 && lines[^1].Length > 0 && lines[^1].Length + word.Length >= LettersInLine)
                {
                    lines.Add("");
                }

                lines[^1] = lines[^1].Length == 0 ? word : lines[^1] + " " + word;
            }

            return lines;
        }
    }
}

/// <summary>Somebody the directive waits for.</summary>
/// <param name="Step">The step in words.</param>
/// <param name="Who">A person, or the holders of a role.</param>
/// <param name="DueAt">By when.</param>
internal sealed record Awaited(string Step, string Who, DateTime? DueAt);

/// <summary>The definition a directive runs on, drawn from the designer's own positions, with the steps behind and the step it is at.</summary>
internal sealed record WorkflowPicture(
    string Name, int Version, IReadOnlyList<Node> Nodes, IReadOnlyList<Route> Routes, IReadOnlyList<Awaited> Awaited, double Width, double Height)
{
    private const double Edge = 24;

    public static async Task<WorkflowPicture?> LoadAsync(Visit visit, DefinitionShelf shelf, DirectiveView view, CancellationToken ct)
    {
        var instance = await visit.Db.Set<StoredInstance>().AsNoTracking().SingleOrDefaultAsync(one => one.DirectiveId == view.Directive.Id, ct);
        if (instance is null)
        {
            return null;
        }

        var definition = shelf.Get(instance.DefinitionId, instance.DefinitionVersion);
        var state = WorkflowState.FromJson(instance.State);
        var placed = definition.Root.Children.Where(activity => activity.Position is not null)
            .Select(activity => new Node(activity, BoxOf(activity), StateOf(activity, state, definition))).ToList();
        var boxes = placed.ToDictionary(node => node.Activity.Id, node => node.Box);
        return new WorkflowPicture(
            definition.Name, definition.Version, placed, Routing.Of(definition.Root.Connections, boxes),
            [.. view.Open.Select(item => AwaitedOf(visit, view, item, definition))],
            boxes.Values.Select(box => box.Right).DefaultIfEmpty().Max() + Edge, boxes.Values.Select(box => box.Bottom).DefaultIfEmpty().Max() + Edge);
    }

    private static Box BoxOf(Activity activity)
    {
        var (at, size) = (activity.Position!.Value, activity.Size ?? new Size(180, 60));
        return new Box(at.X, at.Y, size.Width, size.Height);
    }

    // What was done before the text last went back to its drafter has to be done again; the picture says so.
    private static NodeState StateOf(Activity activity, WorkflowState state, WorkflowDefinition definition)
    {
        var began = state.Activities.Where(one => definition.Find(one.ActivityId)?.Type == "Directive.Revise").Max(one => (DateTime?)one.StartedAt);
        var last = state.Activities.LastOrDefault(one => one.ActivityId == activity.Id);
        return last switch
        {
            null => NodeState.Next,
            { Status: ActivityStatus.Running } => NodeState.Now,
            { Status: ActivityStatus.Completed } when activity.Type is "Elsa.Start" or "Directive.Revise" || began is null || last.StartedAt >= began => NodeState.Past,
            _ => NodeState.Next,
        };
    }

    private static Awaited AwaitedOf(Visit visit, DirectiveView view, WorkItem item, WorkflowDefinition definition)
    {
        var who = item.PersonId is { } person
            ? $"{view.Who(person).Name}, {view.Who(person).Position}"
            : string.Join(visit.Say("Work.Or"), item.Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(role => visit.Word("Role", role)));
        return new Awaited(definition.Find(item.ActivityId)?.DisplayText ?? visit.Word("Kind", item.Kind), who, item.DueAt);
    }
}
