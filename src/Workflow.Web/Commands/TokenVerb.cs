using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Web.Commands;

/// <summary><c>token EMAIL NAME [DAYS [read]]</c>: prints an API token for a person.</summary>
internal static class TokenVerb
{
    private const int UsualDays = 30;

    public static Task<int> RunAsync(string[] args)
    {
        var (words, settings) = Prepared.Split(args);
        return Prepared.RunAsync(settings, async app =>
        {
            await using var scope = app.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
            var email = words.ElementAtOrDefault(0);
            var may = words.ElementAtOrDefault(3) == "read" ? TokenScope.Read : TokenScope.Act;
            var days = words.Length > 2 && int.TryParse(words[2], CultureInfo.InvariantCulture, out var given) ? given : UsualDays;
            if (await db.Set<Person>().SingleOrDefaultAsync(one => one.Email == email) is not { } person
                || await db.FindActorAsync(person.Id, scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime, default) is not { } actor)
            {
                await Console.Error.WriteLineAsync($"There is no open account for \"{email}\". Usage: token EMAIL NAME [DAYS [read]]");
                return 2;
            }

            var issued = await scope.ServiceProvider.GetRequiredService<IssueApiToken>().RunAsync(actor, words.ElementAtOrDefault(1), days, may, default);
            await (issued.Done ? Console.Out : Console.Error).WriteLineAsync(issued.Done ? issued.Value : issued.Refusal!.English);
            return issued.Done ? 0 : 2;
        });
    }
}
