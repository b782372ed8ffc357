using Workflow.Web.Commands.Demo;

namespace Workflow.Web.Commands;

/// <summary>The command-line verbs; each is a file of its own.</summary>
internal static class Verbs
{
    /// <summary>Every verb, by the name the table of rights has it under.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["workflows check", "demo", "people", "token", "read", "check", "verify-file", "search rebuild", "certificate", "rights check"];

    /// <summary>The verb a command line names, or null to serve.</summary>
    public static Func<string[], Task<int>>? Find(string[] args) => args switch
    {
        ["workflows", "check", .. var rest] => _ => WorkflowsCheck.RunAsync(rest),
        ["workflows" or "demo" or "people" or "token" or "read" or "check" or "search" or "rights" or "certificate" or "verify-file", "--help" or "-h", ..]
            or ["help" or "--help" or "-h", ..] => _ => HelpAsync(0),
        ["check", .. var rest] => _ => CheckVerb.RunAsync(rest),
        ["demo", .. var rest] => _ => DemoVerb.RunAsync(rest),
        ["people", .. var rest] => _ => PeopleVerb.RunAsync(rest),
        ["read", .. var rest] => _ => ReadVerb.RunAsync(rest),
        ["token", .. var rest] => _ => TokenVerb.RunAsync(rest),
        ["rights", "check", .. var rest] => _ => RightsVerb.RunAsync(rest),
        ["search", "rebuild", .. var rest] => _ => SearchVerb.RunAsync(rest),
        ["certificate", .. var rest] => _ => CertificateVerb.RunAsync(rest),
        ["verify-file", .. var rest] => _ => VerifyFileVerb.RunAsync(rest),
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
