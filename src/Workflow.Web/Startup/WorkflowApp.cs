using Microsoft.AspNetCore.DataProtection;
using Workflow.Directives;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Dissemination.Mail.Smtp;
using Workflow.Directives.Documents.Files;
using Workflow.Web.Api;
using Workflow.Web.Background;
using Workflow.Web.Edge;
using Workflow.Web.Pages;
using Workflow.Web.Rights;
using Workflow.Web.SignIn;

namespace Workflow.Web.Startup;

/// <summary>Builds the one application that the pages, the API, the background loops and the commands share.</summary>
internal static class WorkflowApp
{
    /// <summary>Builds it.</summary>
    /// <param name="args">Command line, for settings as <c>--Section:Key value</c>.</param>
    /// <param name="clock">The time; unset: the system's.</param>
    /// <exception cref="SettingsException">A setting is wrong.</exception>
    public static WebApplication Build(string[] args, TimeProvider? clock = null)
    {
        // The program's own folder is where appsettings.json and wwwroot are, wherever it is started from.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = AppContext.BaseDirectory,
            ApplicationName = typeof(WorkflowApp).Assembly.GetName().Name,
        });
        builder.WebHost.UseKestrel();
        return Configure(builder, clock);
    }

    /// <summary>Registers everything on a builder and builds.</summary>
    public static WebApplication Configure(WebApplicationBuilder builder, TimeProvider? clock = null)
    {
        var settings = Settings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Workflow);
        builder.Services.AddSingleton(new SampleMode(settings.Workflow.SampleOn(builder.Environment)));
        builder.Services.AddDirectives(settings.Workflow.DatabasePath, settings.Office, settings.Hours, settings.Mail, settings.Form);
        builder.Services.AddSingleton(settings.Timestamp);
        builder.Services.AddSingleton(clock ?? TimeProvider.System);
        builder.Services.AddDataProtection()
            .SetApplicationName("workflow")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(settings.Workflow.DataPath, "keys")));
        builder.Services.AddMail(provider => settings.Mail.Transport == "Smtp"
            ? new SmtpMailTransport(settings.Mail, provider.GetRequiredService<TimeProvider>())
            : new FileMailTransport(settings.Mail.Folder));
        var viruses = new VirusScan(settings.Workflow.Clamd);
        builder.Services.AddSingleton(viruses);
        builder.Services.AddSingleton(new SourceFileReader(settings.Workflow.PdfToText, viruses: viruses));
        builder.Services.AddSingleton<OutboxSignal>();
        builder.Services.AddHostedService<TimerLoop>();
        builder.Services.AddHostedService<OutboxLoop>();
        builder.Services.AddEdge(settings.Edge, settings.Office);
        builder.Services.AddSignIn();
        builder.Services.AddRights();
        builder.Services.AddOpenId(settings.OpenId, settings.Office);
        builder.Services.AddPages();
        builder.Services.AddApi();
        return Assemble(builder.Build());
    }

    private static WebApplication Assemble(WebApplication app)
    {
        app.UseEdge();
        app.UseMiddleware<StoreFailures>();
        app.UseMisses();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseMiddleware<DoorGate>();
        app.MapOpenId();
        app.MapPages();
        PolicyReports.Map(app);
        app.MapApi();
        return app;
    }
}
