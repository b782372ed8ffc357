using Workflow.Directives.Directory;

namespace Workflow.Web.Pages.Directory;

/// <summary>A group in the list, and who is in it on the day.</summary>
internal sealed record GroupLine(string Name, IReadOnlyList<string> Aliases, DateOnly? Until, IReadOnlyList<Unit> Members);

/// <summary>The groups of a day, each with its members.</summary>
internal sealed class GroupsModel : DirectoryPage
{
    public IReadOnlyList<GroupLine> Groups { get; private set; } = [];

    protected override async Task<bool> ShowAsync()
    {
        var directory = await DirectorySnapshot.LoadAsync(Db, Aborted);
        Groups = [.. directory.Groups.Where(group => group.ExistsOn(Day)).OrderBy(group => group.Name, StringComparer.CurrentCulture).Select(group => new GroupLine(
            group.Name, [.. group.Aliases.Select(alias => alias.Text)], group.ValidUntil, directory.MembersOn(group, Day)))];
        return true;
    }
}
