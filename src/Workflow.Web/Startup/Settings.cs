using System.Text.RegularExpressions;
using Workflow.Directives;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Signing.Pades;
using Workflow.Web.Edge;
using Workflow.Web.SignIn;

namespace Workflow.Web.Startup;

/// <summary>All settings, bound and checked before anything starts.</summary>
internal sealed partial record Settings(
    WorkflowSettings Workflow, OfficeSettings Office, OfficeHours Hours, SmtpSettings Mail, FormSettings Form, TimestampSettings Timestamp,
    EdgeSettings Edge, OpenIdSettings OpenId)
{
    /// <summary>Reads the settings.</summary>
    /// <exception cref="SettingsException">A value is wrong; the message names key, value and what is allowed.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var workflow = Bind<WorkflowSettings>(configuration, "Workflow");
        var mail = Bind<SmtpSettings>(configuration, SmtpSettings.Section) with { Folder = Path.Combine(workflow.DataPath, "mail") };
        var settings = new Settings(
            workflow, Bind<OfficeSettings>(configuration, "Office"), Bind<OfficeHours>(configuration, OfficeHours.Section), mail,
            Bind<FormSettings>(configuration, "Form"), Bind<TimestampSettings>(configuration, TimestampSettings.Section),
            Bind<EdgeSettings>(configuration, EdgeSettings.Section),
            Bind<OpenIdSettings>(configuration, "OpenId"));
        var problems = settings.Problems().Concat(AddressProblems(configuration)).ToList();
        return problems.Count == 0 ? settings : throw new SettingsException(problems);
    }

    private static T Bind<T>(IConfiguration configuration, string section)
        where T : new()
    {
        var known = typeof(T).GetProperties().Where(property => property.CanWrite).Select(property => property.Name).ToList();
        var unknown = configuration.GetSection(section).GetChildren().Select(one => one.Key)
            .Where(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)).ToList();
        if (unknown.Count > 0)
        {
            throw new SettingsException([.. unknown.Select(key => new SettingProblem($"{section}:{key}", "(no such key)", string.Join(", ", known)))]);
        }

        try
        {
            return configuration.GetSection(section).Get<T>() ?? new T();
        }
        catch (InvalidOperationException wrong)
        {
            var place = Unconvertible().Match(wrong.Message);
            throw new SettingsException(
            [
                place.Success
                    ? new SettingProblem(place.Groups["key"].Value, place.Groups["value"].Value, $"a value of kind {place.Groups["type"].Value}")
                    : new SettingProblem(section, wrong.Message, "the kinds of values that the shipped appsettings.json shows"),
            ]);
        }
    }

    // What the binder says of a value it cannot convert.
    [GeneratedRegex(@"'(?<value>[^']*)' at '(?<key>[^']*)' to type '(?:System\.)?(?<type>[^']*)'")]
    private static partial Regex Unconvertible();

    private static IEnumerable<SettingProblem> AddressProblems(IConfiguration configuration)
    {
        foreach (var url in (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (!Address().IsMatch(url))
            {
                yield return new("Urls", url, "http(s)://host:port, several parted by semicolons");
            }
        }
    }

    [GeneratedRegex(@"^https?://[^/:\s]+(?::\d{1,5})?/?$|^https?://\[[0-9A-Fa-f:]+\](?::\d{1,5})?/?$")]
    private static partial Regex Address();

    private IEnumerable<SettingProblem> Problems()
    {
        if (Workflow.Sample is not "" && !bool.TryParse(Workflow.Sample, out _))
        {
            yield return new("Workflow:Sample", Workflow.Sample, "true, false, or \"\" (true in Development)");
        }

        if (Workflow.DataDirectory.Trim().Length == 0)
        {
            yield return new("Workflow:DataDirectory", Workflow.DataDirectory, "a folder");
        }

        if (!System.IO.Directory.Exists(Workflow.DefinitionsPath))
        {
            yield return new("Workflow:Definitions", Workflow.DefinitionsPath, "a folder that exists");
        }

        if (Workflow.PdfToText.Length > 0 && !File.Exists(Workflow.PdfToText))
        {
            yield return new("Workflow:PdfToText", Workflow.PdfToText, "the path of the program pdftotext, or \"\" (looked for on the PATH)");
        }

        if (!VirusScan.IsPlace(Workflow.Clamd))
        {
            yield return new("Workflow:Clamd", Workflow.Clamd, "host:port, the path of a socket, or \"\" for no scanner");
        }

        if (Workflow.Runtime != "BuiltIn")
        {
            yield return new("Workflow:Runtime", Workflow.Runtime, "BuiltIn (this build holds no other)");
        }

        if (Mail.Transport == "MailKit")
        {
            yield return new("Mail:Transport", Mail.Transport, "File or Smtp (this build holds no other)");
        }

        if (Hours.MorningStart >= Hours.MorningEnd || Hours.MorningEnd > Hours.AfternoonStart || Hours.AfternoonStart >= Hours.AfternoonEnd)
        {
            yield return new(
                OfficeHours.Section,
                $"{Hours.MorningStart:HH:mm}-{Hours.MorningEnd:HH:mm}, {Hours.AfternoonStart:HH:mm}-{Hours.AfternoonEnd:HH:mm}",
                "MorningStart < MorningEnd <= AfternoonStart < AfternoonEnd");
        }

        foreach (var (key, value, allowed) in Form.Problems())
        {
            yield return new($"Form:{key}", value, allowed);
        }

        foreach (var (key, value, allowed) in OpenId.Problems())
        {
            yield return new($"OpenId:{key}", value, allowed);
        }

        foreach (var problem in TimestampProblems().Concat(OfficeProblems()).Concat(Mail.Validate()).Concat(Edge.Problems()))
        {
            yield return problem;
        }
    }

    private IEnumerable<SettingProblem> TimestampProblems()
    {
        const int LongestWait = 120;
        if (Timestamp.Url.Length > 0 && !(Uri.TryCreate(Timestamp.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"))
        {
            yield return new("Timestamp:Url", Timestamp.Url, "http(s) address of a timestamp authority (RFC 3161), or \"\" for none");
        }

        if (Timestamp.TimeoutSeconds is < 1 or > LongestWait)
        {
            yield return new("Timestamp:TimeoutSeconds", $"{Timestamp.TimeoutSeconds}", $"1 to {LongestWait}");
        }
    }

    private IEnumerable<SettingProblem> OfficeProblems()
    {
        const int MostDays = 30;
        const int MostHours = 72;
        const int MostLinkDays = 3_650;
        if (Office.OrganSymbol.Length is 0 or > 12 || !Office.OrganSymbol.All(char.IsLetter))
        {
            yield return new("Office:OrganSymbol", Office.OrganSymbol, "1 to 12 letters, e.g. TU");
        }

        if (Office.Issuer.Trim().Length == 0 || Office.Place.Trim().Length == 0 || Office.Term.Trim().Length == 0)
        {
            yield return new("Office:Issuer, Office:Place, Office:Term", $"{Office.Issuer} | {Office.Place} | {Office.Term}", "texts that are not empty");
        }

        if (Office.AcknowledgeWithinWorkingDays is < 0 or > MostDays)
        {
            yield return new("Office:AcknowledgeWithinWorkingDays", $"{Office.AcknowledgeWithinWorkingDays}", $"0 to {MostDays}");
        }

        if (Office.AcknowledgeExpressWithinHours is < 1 or > MostHours)
        {
            yield return new("Office:AcknowledgeExpressWithinHours", $"{Office.AcknowledgeExpressWithinHours}", $"1 to {MostHours}");
        }

        if (Office.LinksOpenForDays is < 1 or > MostLinkDays)
        {
            yield return new("Office:LinksOpenForDays", $"{Office.LinksOpenForDays}", $"1 to {MostLinkDays}");
        }

        if (!Office.PublicOrigin.IsAbsoluteUri || Office.PublicOrigin.Scheme is not ("http" or "https") || Office.PublicOrigin.PathAndQuery != "/")
        {
            yield return new("Office:PublicOrigin", Office.PublicOrigin.OriginalString, "http(s)://host[:port], nothing after it");
        }
        else if (Office.PublicOrigin is { Scheme: "http", IsLoopback: false })
        {
            // Passwords and session cookies would cross the network readable.
            yield return new("Office:PublicOrigin", Office.PublicOrigin.OriginalString, "https://host[:port]; http only for this machine itself (http://127.0.0.1 or http://localhost)");
        }
    }
}

/// <summary>The settings are wrong; the program does not start.</summary>
internal sealed class SettingsException(IReadOnlyList<SettingProblem> problems) : Exception(
    string.Join(Environment.NewLine, problems.Select(one => $"{one.Key} = \"{one.Value}\" is not allowed. Allowed: {one.Allowed}.")));
