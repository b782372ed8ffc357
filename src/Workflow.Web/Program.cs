using Workflow.Web.Commands;
using Workflow.Web.Startup;

// One executable: without a verb it serves; with one it does that and ends.
try
{
    return await (Verbs.Find(args) is { } verb ? verb(args) : Serve.RunAsync(args));
}
catch (Exception wrong) when (wrong is SettingsException or DataInUseException or DefinitionsException)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}
