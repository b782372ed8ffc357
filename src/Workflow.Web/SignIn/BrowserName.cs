namespace Workflow.Web.SignIn;

/// <summary>A browser in words in which its person recognises it. What it says of itself can be anything, so only known words come out.</summary>
internal static class BrowserName
{
    // Each also names those after it, so the order decides.
    private static readonly (string Mark, string Name)[] Programs =
        [("Edg", "Edge"), ("OPR", "Opera"), ("coc_coc", "Coc Coc"), ("Firefox", "Firefox"), ("FxiOS", "Firefox"), ("Chrome", "Chrome"), ("CriOS", "Chrome"), ("Safari", "Safari")];

    private static readonly (string Mark, string Name)[] Systems =
        [("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "macOS"), ("Linux", "Linux")];

    public static string Of(string userAgent)
    {
        var names = new[] { Programs, Systems }
            .Select(known => known.FirstOrDefault(one => userAgent.Contains(one.Mark, StringComparison.OrdinalIgnoreCase)).Name).OfType<string>();
        return string.Join(", ", names) is { Length: > 0 } name ? name : "?";
    }
}
