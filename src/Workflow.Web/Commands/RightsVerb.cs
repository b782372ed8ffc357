using Workflow.Directives.People.Rights;
using Workflow.Web.Rights;

namespace Workflow.Web.Commands;

/// <summary><c>rights check</c>: every door of the program is in the table of rights and the other way round; exit 1 where not.</summary>
internal static class RightsVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var (_, settings) = Prepared.Split(args);
        await using var app = Startup.WorkflowApp.Build(settings);
        var problems = await Doors.ProblemsAsync(app, RightsTable.Current);
        foreach (var problem in problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }

        Console.WriteLine($"{RightsTable.Current.All.Count} rights, {RightsTable.Current.Doors.Count} doors, {problems.Count} problems");
        return problems.Count == 0 ? 0 : 1;
    }
}
