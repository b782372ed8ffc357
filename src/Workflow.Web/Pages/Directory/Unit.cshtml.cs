using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Directory;

namespace Workflow.Web.Pages.Directory;

/// <summary>A post a person held or holds.</summary>
internal sealed record HeldPost(string Name, DateOnly From, DateOnly? Until);

/// <summary>One unit: its days, names, contacts, groups, posts and who took over.</summary>
internal sealed class UnitModel : DirectoryPage
{
    [BindProperty(SupportsGet = true)]
    public Guid UnitId { get; set; }

    public Unit Unit { get; private set; } = null!;

    public Unit? Parent { get; private set; }

    public IReadOnlyList<Unit> Successors { get; private set; } = [];

    public IReadOnlyList<Unit> Predecessors { get; private set; } = [];

    public IReadOnlyList<HeldPost> Posts { get; private set; } = [];

    /// <summary>Names of the groups the unit is in today.</summary>
    public IReadOnlyList<string> Groups { get; private set; } = [];

    protected override async Task<bool> ShowAsync()
    {
        var directory = await DirectorySnapshot.LoadAsync(Db, Aborted);
        if (directory.Find(UnitId) is not { } unit)
        {
            return false;
        }

        Unit = unit;
        Parent = unit.ParentId is { } parent ? directory.Find(parent) : null;
        Successors = [.. unit.Successors.Select(next => directory.Find(next.SuccessorId)!).OrderBy(next => next.Name, StringComparer.CurrentCulture)];
        Predecessors = [.. directory.Units.Where(before => before.Successors.Exists(next => next.SuccessorId == UnitId)).OrderBy(before => before.Name, StringComparer.CurrentCulture)];
        Groups = [.. directory.Groups.Where(group => group.ExistsOn(Day) && directory.MembersOn(group, Day).Contains(unit)).Select(group => group.Name)];
        Posts = [.. directory.Posts
            .SelectMany(post => post.Holders.Where(holder => holder.UnitId == UnitId).Select(holder => new HeldPost(post.Name, holder.From, holder.Until)))
            .OrderByDescending(held => held.From)];
        return true;
    }
}
