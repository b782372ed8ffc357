using Workflow.Directives.Data;
using Workflow.Directives.Search;

namespace Workflow.Web.Commands;

/// <summary><c>search rebuild</c>: builds the search index anew from the directives.</summary>
internal static class SearchVerb
{
    public static Task<int> RunAsync(string[] args) => Prepared.RunAsync(Prepared.Split(args).Settings, async app =>
    {
        await using var scope = app.Services.CreateAsyncScope();
        var count = await SearchIndex.RebuildAsync(scope.ServiceProvider.GetRequiredService<WorkflowDb>(), default);
        Console.WriteLine($"The search index holds {count} documents.");
        return 0;
    });
}
