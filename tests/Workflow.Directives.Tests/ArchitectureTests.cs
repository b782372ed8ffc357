using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;

namespace Workflow.Directives.Tests;

/// <summary>The habits of the house that a machine can check.</summary>
public sealed partial class ArchitectureTests
{
    private static readonly string[] EmptyWords = ["Service", "Manager", "Helper", "Util", "Common", "Models", "Endpoint"];

    [Fact]
    public void Types_AreNamedInWordsOfTheField()
    {
        var vague = typeof(WorkflowDb).Assembly.GetTypes()
            .Where(type => !type.Name.Contains('<', StringComparison.Ordinal) && EmptyWords.Any(word => type.Name.EndsWith(word, StringComparison.Ordinal)))
            .Select(type => type.FullName);

        Assert.Empty(vague);
    }

    [Fact]
    public void Directive_HasNoFlagForAnAct()
    {
        var flags = typeof(Directive).GetProperties().Where(property => property.PropertyType == typeof(bool) || property.Name.StartsWith("Is", StringComparison.Ordinal));

        Assert.Empty(flags);
    }

    [Fact]
    public void Source_AsksTheClockOnlyThroughTimeProvider()
    {
        var banned = Sources().Where(file => BannedClock().IsMatch(file.Text)).Select(file => file.Name);

        Assert.Empty(banned);
    }

    [Fact]
    public void UseCase_SavesOnceInEachAct()
    {
        // An act is one OnceAsync; a file with more saves than acts would tear one of them.
        var torn = Sources()
            .Select(file => (file.Name, Saves: Count(file.Text, "SaveChangesAsync(ct)"), Acts: Count(file.Text, ".OnceAsync") + Count(file.Text, "private async Task<Result<")))
            .Where(file => file.Acts > 0 && file.Saves > file.Acts)
            .Select(file => file.Name);

        Assert.Empty(torn);
    }

    [Fact]
    public void Files_StayShortEnoughToRead()
    {
        const int Longest = 300;
        var lengthy = Sources().Where(file => Count(file.Text, "\n") > Longest).Select(file => file.Name);

        Assert.Empty(lengthy);
    }

    [Fact]
    public void Model_HasNoChangeWithoutAMigration()
    {
        var options = new DbContextOptionsBuilder<WorkflowDb>();
        options.UseWorkflowSqlite(":memory:");
        using var db = new WorkflowDb(options.Options);

        Assert.False(db.Database.HasPendingModelChanges());
    }

    private static int Count(string text, string word) => text.Split(word).Length - 1;

    private static IEnumerable<(string Name, string Text)> Sources([CallerFilePath] string here = "")
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "src"));
        return System.IO.Directory.EnumerateFiles(root, "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !path.Contains("Migrations", StringComparison.Ordinal))
            .Select(path => (Path.GetRelativePath(root, path), File.ReadAllText(path)));
    }

    [GeneratedRegex(@"DateTime(Offset)?\.(UtcNow|Now|Today)")]
    private static partial Regex BannedClock();
}
