using System.Globalization;
using System.Text;
using System.Text.Json;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Rules;
using Workflow.Web.Api;

namespace Workflow.Web.Commands;

/// <summary>
/// <c>check FILE [--day YYYY-MM-DD] [--json]</c>: what the form rules find in a file; no database is opened, so rules that ask the register or the
/// directory are left out. Exit 0 without errors, 1 with errors or when it cannot be read, 2 for a wrong call.
/// </summary>
internal static class CheckVerb
{
    private const int LongestShown = 110;

    public static async Task<int> RunAsync(string[] args)
    {
        var asJson = args.Contains("--json");
        var at = Array.IndexOf(args, "--day");
        var today = WorkingCalendar.LocalDate(TimeProvider.System.GetUtcNow().UtcDateTime);
        var isDay = at < 0 || (at + 1 < args.Length && DateOnly.TryParseExact(args[at + 1], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out today));
        var (words, settings) = Prepared.Split([.. args.Where((arg, i) => arg != "--json" && (at < 0 || (i != at && i != at + 1)))]);
        if (words is not [var path] || !isDay)
        {
            await Console.Error.WriteLineAsync("Usage: check FILE [--day YYYY-MM-DD] [--json]   (FILE - reads the standard input)");
            return 2;
        }

        Console.OutputEncoding = new UTF8Encoding(false);
        var (result, form) = await ReadVerb.ReadAsync(path, settings);
        if (result.Refusal is { } refusal)
        {
            await Console.Error.WriteLineAsync($"{refusal.Vietnamese}\n{refusal.English}");
            return 1;
        }

        var source = result.Value;
        var document = DocumentReader.Read(source.Text);
        var found = TextRules.Sorted([
            .. TextRules.Check(source.Text, document, today, form), .. source.Sheet is { } sheet ? SheetRules.Check(sheet, document, today) : []]);
        var view = ChecksView.Of(document, found, today);
        await Console.Out.WriteLineAsync(asJson ? JsonSerializer.Serialize(view, Indented) : Told(view));
        return view.Errors == 0 ? 0 : 1;
    }

    private static readonly JsonSerializerOptions Indented = new(SourceBody.Json)
    {
        WriteIndented = true,
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static string Told(ChecksView view)
    {
        var page = new StringBuilder();
        page.AppendLine(CultureInfo.InvariantCulture, $"{view.Profile}: {view.Errors} lỗi / errors, {view.Warnings} lưu ý / warnings");
        foreach (var one in view.Findings)
        {
            var place = one.Line > 0 ? string.Create(CultureInfo.InvariantCulture, $" dòng / line {one.Line}") : "";
            page.AppendLine(CultureInfo.InvariantCulture, $"\n{(one.Severity == Severity.Error ? "✗" : "!")} [{one.Number} {one.Rule}]{place}");
            page.AppendLine(CultureInfo.InvariantCulture, $"    {one.Vietnamese}\n    {one.English}\n    {one.Source}");
            foreach (var edit in one.Fix?.Edits ?? [])
            {
                page.AppendLine(CultureInfo.InvariantCulture, $"      - {Short(edit.Old ?? "")}");
                foreach (var line in edit.New)
                {
                    page.AppendLine(CultureInfo.InvariantCulture, $"      + {Short(line)}");
                }
            }
        }

        return page.ToString().TrimEnd();
    }

    private static string Short(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;
}
