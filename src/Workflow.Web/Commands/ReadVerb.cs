using System.Text;
using Workflow.Directives;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Form;
using Workflow.Web.Startup;

namespace Workflow.Web.Commands;

/// <summary><c>read FILE [--json]</c>: what the reader understands of a file; no database is opened.</summary>
internal static class ReadVerb
{
    public static async Task<int> RunAsync(string[] args)
    {
        var asJson = args.Contains("--json");
        var (words, settings) = Prepared.Split([.. args.Where(arg => arg != "--json")]);
        if (words is not [var path])
        {
            await Console.Error.WriteLineAsync("Usage: read FILE [--json]   (FILE - reads the standard input)");
            return 2;
        }

        Console.OutputEncoding = new UTF8Encoding(false);
        var (result, _) = await ReadAsync(path, settings);
        if (result.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"{refusal.Vietnamese}\n{refusal.English}");
            return 1;
        }

        var document = DocumentReader.Read(result.Value.Text);
        await Console.Out.WriteLineAsync(asJson ? CorpusJson.Write(document) : ReadSummary.Of(path, result.Value, document));
        return 0;
    }

    /// <summary>The text of a file or of the standard input, and the house style of the settings.</summary>
    internal static async Task<(Result<SourceText> Source, FormSettings Form)> ReadAsync(string path, string[] settings)
    {
        var configuration = new ConfigurationBuilder()
            .AddJsonFile(Path.Combine(AppContext.BaseDirectory, "appsettings.json"), optional: true)
            .AddEnvironmentVariables().AddCommandLine(settings).Build();
        var read = Settings.Read(configuration);
        var reader = new SourceFileReader(read.Workflow.PdfToText);
        try
        {
            await using var file = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            return (await reader.ReadAsync(path == "-" ? "" : Path.GetFileName(path), file, CancellationToken.None), read.Form);
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (new Refusal(
                RefusalKind.NotVisible, "file.not-opened", $"Không mở được tệp “{path}”. Hãy kiểm tra đường dẫn và quyền đọc.",
                $"The file \"{path}\" cannot be opened ({missing.Message}). Check its path and whether you may read it."), read.Form);
        }
    }
}
