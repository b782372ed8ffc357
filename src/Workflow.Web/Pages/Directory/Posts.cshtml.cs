using Workflow.Directives.Directory;

namespace Workflow.Web.Pages.Directory;

/// <summary>A post in the list: who holds it on the day, and all who ever did.</summary>
internal sealed record PostLine(string Code, string Name, IReadOnlyList<Unit> Holders, IReadOnlyList<(string Name, DateOnly From, DateOnly? Until)> All);

/// <summary>The posts of a day with their holders.</summary>
internal sealed class PostsModel : DirectoryPage
{
    public IReadOnlyList<PostLine> Posts { get; private set; } = [];

    protected override async Task<bool> ShowAsync()
    {
        var directory = await DirectorySnapshot.LoadAsync(Db, Aborted);
        Posts = [.. directory.Posts.Where(post => post.ExistsOn(Day)).OrderBy(post => post.Name, StringComparer.CurrentCulture).Select(post => new PostLine(
            post.Code,
            post.Name,
            directory.HoldersOn(post, Day),
            [.. post.Holders.OrderByDescending(holder => holder.From).Select(holder => (directory.Find(holder.UnitId)!.Name, holder.From, holder.Until))]))];
        return true;
    }
}
