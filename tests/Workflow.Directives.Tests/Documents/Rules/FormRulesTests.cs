using Workflow.Directives.Documents.Rules;
using Workflow.Directives.Tests.Citations;
using Workflow.Directives.Tests.Issuing;
using Workflow.Directives.Tests.Recipients;

namespace Workflow.Directives.Tests.Documents.Rules;

public sealed class FormRulesTests
{
    /// <summary>Rules that need more than one text to fail, and the tests that make them pass and fail.</summary>
    private static readonly Dictionary<string, Type> TestedElsewhere = new()
    {
        ["citation-date"] = typeof(CitationChecksTests),
        ["citation-unknown"] = typeof(CitationChecksTests),
        ["issue-before-signature"] = typeof(IssueChecksTests),
        ["issue-late"] = typeof(IssueChecksTests),
        ["page-font"] = typeof(SheetRulesTests),
        ["page-margins"] = typeof(SheetRulesTests),
        ["page-size"] = typeof(SheetRulesTests),
        ["recipient-ended"] = typeof(RecipientChecksTests),
        ["tasked-not-reached"] = typeof(TaskedNotReachedTests),
        ["text-empty"] = typeof(TextRulesTests),
        ["text-too-long"] = typeof(TextRulesTests),
        ["subject-words"] = typeof(TextRulesTests),
        ["tone-style"] = typeof(TextRulesTests),
    };

    [Fact]
    public void Rules_NumbersAndCodes_AreUniqueAndInOrder()
    {
        Assert.Equal(FormRules.All.Length, FormRules.All.Select(rule => rule.Number).Distinct().Count());
        Assert.Equal(FormRules.All.Length, FormRules.All.Select(rule => rule.Code).Distinct().Count());
        Assert.Equal(FormRules.All.Select(rule => rule.Number), FormRules.All.OrderBy(Whole).ThenBy(rule => rule.Number, StringComparer.Ordinal).Select(rule => rule.Number));
        Assert.Equal(Enumerable.Range(1, Whole(FormRules.All[^1])), FormRules.All.Select(Whole).Distinct());
    }

    [Fact]
    public void Rules_Entries_SayEverything() => Assert.All(FormRules.All, rule =>
    {
        Assert.Matches("^[0-9]{1,2}[b-z]?$", rule.Number);
        Assert.Matches("^[a-z]+(-[a-z]+)*$", rule.Code);
        Assert.NotEqual(rule.Vietnamese, rule.English);
        Assert.NotEmpty(rule.Source);
        Assert.NotEmpty(rule.Profiles);
        Assert.All(rule.Profiles, code => Assert.NotNull(Directives.Documents.Form.FormProfiles.ByCode(code)));
    });

    [Fact]
    public void Rules_Each_HasAPassingAndAFailingExample()
    {
        var broken = TextRulesTests.Breaches.Select(row => (string)row[0]).ToHashSet();

        Assert.Empty(FormRules.All.Select(rule => rule.Code).Except(broken).Except(TestedElsewhere.Keys));
        Assert.Empty(broken.Intersect(TestedElsewhere.Keys));
        Assert.Empty(TestedElsewhere.Keys.Except(FormRules.All.Select(rule => rule.Code)));
    }

    [Fact]
    public void Of_UnknownCode_Throws() => Assert.Throws<KeyNotFoundException>(() => FormRules.Of("no-such-rule"));

    private static int Whole(FormRule rule) =>
        int.Parse(rule.Number.TrimEnd([.. "abcdefghijklmnopqrstuvwxyz"]), System.Globalization.CultureInfo.InvariantCulture);
}
