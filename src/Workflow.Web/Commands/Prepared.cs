using Workflow.Web.SignIn;
using Workflow.Web.Startup;

namespace Workflow.Web.Commands;

/// <summary>A verb that works on the data directory: built like the server, prepared, with the directory held.</summary>
internal static class Prepared
{
    public static async Task<int> RunAsync(string[] settings, Func<WebApplication, Task<int>> act)
    {
        await using var app = WorkflowApp.Build(settings);
        var workflow = app.Services.GetRequiredService<WorkflowSettings>();
        using var held = DataLock.Take(workflow.DataPath);
        await Store.PrepareAsync(app.Services, workflow, app.Services.GetRequiredService<SampleMode>().On, CancellationToken.None);
        return await act(app);
    }

    /// <summary>Parts a verb's own words from settings given as <c>--Section:Key value</c>.</summary>
    public static (string[] Words, string[] Settings) Split(string[] args)
    {
        var first = Array.FindIndex(args, arg => arg.StartsWith("--", StringComparison.Ordinal));
        return first < 0 ? (args, []) : (args[..first], args[first..]);
    }
}
