using Workflow.Web.Commands.Demo;

namespace Workflow.Web.Commands;

/// <summary>The command-line verbs; each is a file of its own.</summary>
internal static class Verbs
{
    private static readonly Dictionary<string, Func<string[], Task<int>>> All = new()
    {
        ["workflows check"] = WorkflowsCheck.RunAsync,
        ["demo"] = DemoVerb.RunAsync,
        ["people"] = PeopleVerb.RunAsync,
        ["token"] = TokenVerb.RunAsync,
        ["read"] = ReadVerb.RunAsync,
        ["check"] = CheckVerb.RunAsync,
        ["verify-file"] = VerifyFileVerb.RunAsync,
        ["search rebuild"] = SearchVerb.RunAsync,
        ["certificate"] = CertificateVerb.RunAsync,
        ["rights check"] = RightsVerb.RunAsync,
    };

    /// <summary>Every verb, by the name the table of rights has it under.</summary>
    public static IReadOnlyCollection<string> Names => All.Keys;

    /// <summary>The verb a command line names, or null to serve.</summary>
    public static Func<string[], Task<int>>? Find(string[] args) => args switch
    {
        ["help" or "--help" or "-h", ..] => _ => HelpAsync(0),
        [var word, "--help" or "-h", ..] when Names.Any(name => name.Split(' ')[0] == word) => _ => HelpAsync(0),
        [var first, var second, .. var rest] when All.TryGetValue($"{first} {second}", out var verb) => _ => verb(rest),
        [var first, .. var rest] when All.TryGetValue(first, out var verb) => _ => verb(rest),
        [var first, ..] when !first.StartsWith('-') && !first.Contains('=') => _ => HelpAsync(2),
        _ => null,
    };

    private static async Task<int> HelpAsync(int exit)
    {
        await (exit == 0 ? Console.Out : Console.Error).WriteLineAsync("""
            (no verb)                            serve the web application
            workflows check [FOLDER]             read every workflow definition and print each problem
            check FILE [--day YYYY-MM-DD] [--json]   print what the form rules find; exit 1 if there are errors
            demo                                 run one directive of each kind through every step
            people add EMAIL NAME ROLE UNIT-CODE POSITION   add a person (or give one a further role)
            people code EMAIL                    print a one-time code with which a first password is set (30 minutes)
            people reset EMAIL                   take password, authenticator, passkeys and sessions away, and print such a code
            read FILE [--json]                   print what is understood of a .docx, .pdf, .txt or .md; FILE - reads the standard input
            token EMAIL NAME [DAYS [read]]       print an API token for a person; read: one that only reads
            certificate add EMAIL|--seal FILE.p12            register a certificate to sign (or seal) with; asks for its password and a PIN
            certificate token EMAIL|--seal MODULE LABEL      register one whose key is on a PKCS#11 token
            certificate list | revoke THUMBPRINT REASON | picture THUMBPRINT FILE.png | trust FILE.cer
            verify-file FILE [--trust FILE]...   say who signed a PDF and whether it was changed; exit 0 only if it is valid
            rights check                         compare the table of rights with the doors the program has
            search rebuild                       build the search index anew

            Settings as --Section:Key value, e.g. --Workflow:DataDirectory /srv/workflow
            """);
        return exit;
    }
}
