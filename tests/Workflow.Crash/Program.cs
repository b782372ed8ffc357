using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Crash;
using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Work;

// Arguments: DATABASE EMAIL NOW POINT. Does the open task as that person and kills itself at the point: no finally, no flush, no goodbye.
var (database, email) = (args[0], args[1]);
var now = DateTime.Parse(args[2], CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
var fatal = int.Parse(args[3], CultureInfo.InvariantCulture);
var points = new ActPoints((point, _) =>
{
    if (point == fatal)
    {
        Process.GetCurrentProcess().Kill();
    }
});
var services = new ServiceCollection();
services.AddLogging();
services.AddDirectives(database, new OfficeSettings(), new OfficeHours(), new SmtpSettings { From = "vanthu@tinhuy.nambinh.example" });
services.AddSingleton<TimeProvider>(new StillTime(now));
points.Watch(services);
await using var provider = services.BuildServiceProvider();
await using (var scope = provider.CreateAsyncScope())
{
    await provider.GetRequiredService<DefinitionShelf>().LoadAsync(scope.ServiceProvider.GetRequiredService<WorkflowDb>(), default);
}

return await Acts.DoOpenTaskAsync(provider, email, () => points.Armed = true) ? 0 : 1;

internal sealed class StillTime(DateTime now) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(now, TimeSpan.Zero);
}
