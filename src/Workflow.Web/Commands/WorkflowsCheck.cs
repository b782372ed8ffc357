using Workflow.Directives;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Work;
using Workflow.Web.Startup;

namespace Workflow.Web.Commands;

/// <summary><c>workflows check</c>: reads every definition and prints each problem; exit 1 when there is any.</summary>
internal static class WorkflowsCheck
{
    public static async Task<int> RunAsync(string[] args)
    {
        var shelf = new DefinitionShelf(DirectivesSetup.StepKinds(WorkingCalendar.Shipped()));
        var folder = args is [var given, ..] && !given.StartsWith('-') ? given : new WorkflowSettings().DefinitionsPath;
        if (!System.IO.Directory.Exists(folder))
        {
            await Console.Error.WriteLineAsync($"There is no folder \"{folder}\".");
            return 1;
        }

        var problems = 0;
        foreach (var (file, _, reading) in shelf.ReadFolder(folder))
        {
            problems += reading.Problems.Count;
            foreach (var problem in reading.Problems)
            {
                Console.WriteLine(DefinitionsException.Say(problem));
            }

            if (reading.Definition is { } definition)
            {
                Console.WriteLine($"{file}: {definition.DefinitionId} version {definition.Version}, {definition.AllActivities().Count()} activities, no problems");
            }
        }

        return problems == 0 ? 0 : 1;
    }
}
