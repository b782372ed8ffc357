using Workflow.Directives;
using Workflow.Directives.Data;
using Workflow.Directives.People.Accounts;
using Workflow.Web.SignIn;

namespace Workflow.Web.Startup;

/// <summary>Prepares the store, then serves until stopped.</summary>
internal static class Serve
{
    public static async Task<int> RunAsync(string[] args)
    {
        var model = Task.Run(WorkflowDb.WarmUp);
        await using var app = WorkflowApp.Build(args);
        var settings = app.Services.GetRequiredService<WorkflowSettings>();
        using var held = DataLock.Take(settings.DataPath);
        var sample = app.Services.GetRequiredService<SampleMode>().On;
        await model;
        await Store.PrepareAsync(app.Services, settings, sample, CancellationToken.None);
        await ListenAsync(app);
        Greet(app, settings, sample);
        await OfferSetupAsync(app, sample);
        await app.WaitForShutdownAsync();
        return 0;
    }

    private static async Task ListenAsync(WebApplication app)
    {
        try
        {
            await app.StartAsync();
        }
        catch (IOException refused)
        {
            throw new SettingsException([new("Urls", app.Configuration["Urls"] ?? "", $"an address that is free on this machine ({refused.Message})")]);
        }
    }

    private static void Greet(WebApplication app, WorkflowSettings settings, bool sample)
    {
        var address = app.Urls.FirstOrDefault() ?? "";
        Console.WriteLine();
        Console.WriteLine($"  {address}");
        Console.WriteLine(sample
            ? $"  Sample province: open {address}/sign-in and choose a person; one click signs you in."
            : $"  Sign in at {address}/sign-in; add people and make their first codes with the verb \"people\" (see README).");
        Console.WriteLine($"  Data: {settings.DataPath}");
        Console.WriteLine();
    }

    // Only whoever started the program sees the link; a log is no place for it.
    private static async Task OfferSetupAsync(WebApplication app, bool sample)
    {
        await using var scope = app.Services.CreateAsyncScope();
        if (sample || await scope.ServiceProvider.GetRequiredService<SetUpAdministrator>().OfferAsync(CancellationToken.None) is not { } secret)
        {
            return;
        }

        var origin = app.Services.GetRequiredService<OfficeSettings>().PublicOrigin;
        var address = origin.IsLoopback ? app.Urls.FirstOrDefault() ?? "" : origin.GetLeftPart(UriPartial.Authority);
        Console.WriteLine($"  There is no administrator yet. Within {SetupLink.Minutes} minutes open, once:");
        Console.WriteLine($"  {address}/setup/{secret}");
        Console.WriteLine();
    }
}
