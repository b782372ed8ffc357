using Microsoft.EntityFrameworkCore;
using Workflow.Directives;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Deadlines;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Web.SignIn;
using Workflow.Web.Startup;

namespace Workflow.Web.Commands.Demo;

/// <summary><c>demo</c>: takes one directive of each kind through every step, tells what happened, and checks the end state.</summary>
internal static class DemoVerb
{
    /// <summary>Working days the story takes, and some more.</summary>
    private const int WorkingDaysBack = 14;

    public static Task<int> RunAsync(string[] args) => RunAsync(args, Console.Out);

    public static async Task<int> RunAsync(string[] args, TextWriter output)
    {
        var clock = new DemoClock();
        await using var app = WorkflowApp.Build(Quiet(args), clock);
        if (!app.Services.GetRequiredService<SampleMode>().On)
        {
            await Console.Error.WriteLineAsync("The demo needs the sample province. Add --Workflow:Sample true, best with a --Workflow:DataDirectory of its own.");
            return 2;
        }

        var settings = app.Services.GetRequiredService<WorkflowSettings>();
        using var held = DataLock.Take(settings.DataPath);
        var calendar = app.Services.GetRequiredService<WorkingCalendar>();
        var start = Begin(calendar);
        if (!File.Exists(settings.DatabasePath) && FitsTerm(app, start))
        {
            clock.Begin(start);
        }

        await Store.PrepareAsync(app.Services, settings, sample: true, CancellationToken.None);
        if (await UnfitAsync(app, clock, start) is { } unfit)
        {
            await Console.Error.WriteLineAsync(unfit);
            return 2;
        }

        return await PlayAsync(app, clock, settings, output);
    }

    private static async Task<int> PlayAsync(WebApplication app, DemoClock clock, WorkflowSettings settings, TextWriter output)
    {
        var telling = new DemoTelling(output, clock);
        telling.Begin(settings.DataPath);
        var desk = new DemoDesk(app.Services, clock, telling);
        var stories = new DemoStories(desk, new DemoUnits(desk), telling);
        await stories.RunAsync();
        var differences = await DemoCheck.FindDifferencesAsync(desk, stories.Told);
        await telling.EndAsync(desk, stories.Told, differences);
        return differences.Count == 0 ? 0 : 1;
    }

    // The story is what is printed; what the program logs of itself would only stand between its lines.
    private static string[] Quiet(string[] args) => ["--Logging:LogLevel:Default", "Warning", .. args];

    private static DateTime Begin(WorkingCalendar calendar)
    {
        var today = WorkingCalendar.LocalDate(TimeProvider.System.GetUtcNow().UtcDateTime);
        var day = calendar.AddWorkingDays(today, -WorkingDaysBack);
        return day.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc) - WorkingCalendar.VietnamTime.BaseUtcOffset;
    }

    private static bool FitsTerm(WebApplication app, DateTime start) =>
        app.Services.GetRequiredService<OfficeSettings>().TermFrom <= WorkingCalendar.LocalDate(start);

    private static async Task<string?> UnfitAsync(WebApplication app, DemoClock clock, DateTime start)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var drafter = SamplePeople.All.First(person => person.Roles.Contains(Role.Drafter)).Id;
        if (!await db.Set<Person>().AnyAsync(person => person.Id == drafter))
        {
            return "The data directory holds another directory of units, not the sample province. Choose another --Workflow:DataDirectory.";
        }

        if (!clock.Told && FitsTerm(app, start) && !await db.Set<AuditEntry>().AnyAsync(entry => entry.At >= start))
        {
            clock.Begin(start);
        }

        return null;
    }
}
