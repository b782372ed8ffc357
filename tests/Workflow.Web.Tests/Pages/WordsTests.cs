using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Workflow.Web.Tests.Pages;

/// <summary>What people read is in the resources, in both languages, and nowhere else.</summary>
public sealed partial class WordsTests
{
    [Fact]
    public void Resources_InBothLanguages_HaveTheSameKeys()
    {
        var vietnamese = Keys("Text.resx");

        Assert.NotEmpty(vietnamese);
        Assert.Empty(vietnamese.Except(Keys("Text.en.resx")));
        Assert.Empty(Keys("Text.en.resx").Except(vietnamese));
    }

    [Fact]
    public void Resources_InBothLanguages_FillTheSamePlaces()
    {
        var english = Texts("Text.en.resx");

        Assert.Empty(Texts("Text.resx").Where(one => Places(one.Value) != Places(english[one.Key])).Select(one => one.Key));
    }

    [Fact]
    public void Pages_HoldNoWordsOfTheirOwn()
    {
        // Commands speak to operators at a terminal; comments are for developers.
        var talking = Directory.EnumerateFiles(Web, "*.*", SearchOption.AllDirectories)
            .Where(path => path.EndsWith(".cshtml", StringComparison.Ordinal) || path.EndsWith(".cs", StringComparison.Ordinal))
            .Where(path => Path.GetRelativePath(Web, path).Split(Path.DirectorySeparatorChar)[0] is "Pages" or "SignIn" or "Localization")
            .Where(path => File.ReadLines(path).Any(line => VietnameseLetter().IsMatch(Comment().Replace(line, ""))))
            .Select(Path.GetFileName);

        Assert.Empty(talking);
    }

    [Fact]
    public void Acts_OfTheHistory_HaveWordsInTheResources()
    {
        var directives = Path.GetFullPath(Path.Combine(Web, "..", "Workflow.Directives"));
        var acts = Directory.EnumerateFiles(directives, "*.cs", SearchOption.AllDirectories)
            .SelectMany(path => RecordedAct().Matches(File.ReadAllText(path)))
            .SelectMany(match => Code().Matches(match.Value))
            .Select(match => "Did." + match.Groups[1].Value)
            .ToHashSet();

        Assert.True(acts.Count > 20, $"Only {acts.Count} acts were found in the source.");
        Assert.Empty(acts.Except(Keys("Text.resx")).Except(OutsideAnyDirective));
    }

    // Acts about people and keys stand in no directive's history.
    private static readonly string[] OutsideAnyDirective =
        ["Did.person.signed-in", "Did.person.added", "Did.token.issued", "Did.token.revoked", "Did.sign-in-code.issued"];

    private static string Web => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "src", "Workflow.Web"));

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    private static Dictionary<string, string> Texts(string file) => XDocument.Load(Path.Combine(Web, "Resources", file)).Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static HashSet<string> Keys(string file) => [.. Texts(file).Keys];

    private static string Places(string text) => string.Join(',', Place().Matches(text).Select(match => match.Value).Distinct().Order());

    [GeneratedRegex(@"\{\d+")]
    private static partial Regex Place();

    [GeneratedRegex("[ăâđêôơưĂÂĐÊÔƠƯạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]")]
    private static partial Regex VietnameseLetter();

    [GeneratedRegex(@"//.*$|@\*.*\*@")]
    private static partial Regex Comment();

    [GeneratedRegex(@"\.Record\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)")]
    private static partial Regex RecordedAct();

    [GeneratedRegex("\"([a-z-]+\\.[a-z-]+)\"")]
    private static partial Regex Code();
}
