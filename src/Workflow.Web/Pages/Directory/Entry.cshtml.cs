using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;

namespace Workflow.Web.Pages.Directory;

/// <summary>The form of one unit, group or post: new, or as it stands.</summary>
internal sealed class EntryModel(ChangeDirectory change) : DirectoryPage
{
    /// <summary>Columns that hold a line for each entry.</summary>
    public static readonly string[] Lists = ["aliases", "rules", "members", "exceptions", "posts", "successors", "holders"];

    [BindProperty(SupportsGet = true)]
    public DirectorySheet List { get; set; }

    /// <summary>Key of the row; null for a new one.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Key { get; set; }

    [BindProperty]
    public Dictionary<string, string?> Fields { get; set; } = [];

    /// <summary>A rule composed of choices, besides those written.</summary>
    [BindProperty]
    public NewRule Rule { get; set; } = new();

    public DirectoryForm Form { get; private set; } = null!;

    /// <summary>Who is in the group, or holds the post, on the day looked at.</summary>
    public IReadOnlyList<Unit>? Members { get; private set; }

    public string ListAddress => List == DirectorySheet.Units ? "/directory" : List == DirectorySheet.Groups ? "/directory/groups" : "/directory/posts";

    /// <summary>What stands in a field: what was typed, or what is stored.</summary>
    public string ValueOf(string column) => Fields.GetValueOrDefault(column) ?? (Form.Fields.GetValueOrDefault(column) ?? "");

    public Task<IActionResult> OnPostAsync()
    {
        if (Rule.Written is { Length: > 0 } rule)
        {
            Fields["rules"] = $"{Fields.GetValueOrDefault("rules")}\n{rule}".Trim();
            ModelState.Remove("Fields[rules]");
        }

        var fields = Fields.ToDictionary(field => field.Key, field => field.Value ?? "");
        return PreviewAsync(change, DirectoryWish.Of(List, new DirectoryRow(1, fields, string.IsNullOrEmpty(Key) ? null : Key)), ListAddress);
    }

    protected override async Task<bool> ShowAsync()
    {
        if (!MayPropose || await DirectoryForm.LoadAsync(Db, List, Key, Aborted) is not { } form)
        {
            return false;
        }

        Form = form;
        if (form.Key is not null && List != DirectorySheet.Units)
        {
            var directory = await DirectorySnapshot.LoadAsync(Db, Aborted);
            Members = List == DirectorySheet.Groups
                ? directory.MembersOn(directory.Groups.Single(group => group.Name == form.Key), Day)
                : directory.HoldersOn(directory.Posts.Single(post => post.Code == form.Key), Day);
        }

        return true;
    }
}

/// <summary>A rule as chosen in a form.</summary>
internal sealed class NewRule
{
    public UnitKind? Kind { get; set; }

    public AreaKind? Area { get; set; }

    public UnitLevel? Level { get; set; }

    public UnitSystem? System { get; set; }

    /// <summary>Code of the unit all are under.</summary>
    public string? Under { get; set; }

    /// <summary>The rule as text; empty when nothing was chosen.</summary>
    public string Written => string.Join('/', new[]
    {
        Kind?.ToString(),
        Area is null ? null : (Kind is null ? "area:" : "") + Area,
        Level is null ? null : "level:" + Level,
        System is null ? null : "system:" + System,
        string.IsNullOrWhiteSpace(Under) ? null : "under:" + Under.Trim().Split(' ')[0],
    }.OfType<string>());
}
