namespace Workflow.Directives.Directory.Changes;

/// <summary>Posts as rows. A holder is written as the person's code and the days: <c>TUV-K1-01 2025-10-11..</c>, <c>TUV-K0-01 2020-10-20..2025-10-10</c>.</summary>
internal sealed class PostRows : SheetRows
{
    private const string Until = "..";
    private static readonly string[] Own = ["code", "name", "aliases", "holders", "valid_from", "valid_until"];

    public override string KeyColumn => "code";

    public override string NameColumn => "name";

    public override string KeyOf(string written) => written.Trim().ToUpperInvariant();

    public override bool Knows(string column) => Own.Contains(column);

    public override IReadOnlyList<string> Columns(DirectoryContent content) => Own;

    public override IEnumerable<(string Key, Dictionary<string, string> Fields)> All(DirectoryContent content) =>
        content.Posts.Values.OrderBy(post => post.Code, StringComparer.Ordinal).Select(post => (post.Code, Of(content, post)));

    public override Dictionary<string, string>? Find(DirectoryContent content, string key) =>
        content.Posts.GetValueOrDefault(key) is { } post ? Of(content, post) : null;

    public override void Begin(DirectoryContent content, RowReader row, string key)
    {
        if (!content.Posts.ContainsKey(key) && row.Code(KeyColumn) is { } code)
        {
            _ = row.Text("name", Field.NameLength, required: true);
            _ = row.Day("valid_from", required: true);
            content.Add(new Post { Id = content.NewId(), Code = code, Name = "" });
        }
    }

    public override void Put(DirectoryContent content, RowReader row, string key)
    {
        if (content.Posts.GetValueOrDefault(key) is not { } post)
        {
            return;
        }

        post.Name = row.Has("name") ? row.Text("name", Field.NameLength, required: true) ?? post.Name : post.Name;
        post.ValidFrom = row.Has("valid_from") ? row.Day("valid_from", required: true) ?? post.ValidFrom : post.ValidFrom;
        post.ValidUntil = row.Has("valid_until") ? row.Day("valid_until") : post.ValidUntil;
        CheckDays(row, post.ValidFrom, post.ValidUntil);
        if (row.Has("aliases"))
        {
            Match(post.Aliases, row.List("aliases"), alias => alias.Text, text => new PostAlias { Id = content.NewId(), PostId = post.Id, Text = text });
        }

        if (row.Has("holders"))
        {
            PutHolders(content, row, post);
        }
    }

    private static void PutHolders(DirectoryContent content, RowReader row, Post post)
    {
        var wanted = row.List("holders").Select(text => HolderOf(content, row, post, text)).OfType<PostHolder>().ToList();
        foreach (var (one, other) in wanted.SelectMany((one, at) => wanted.Skip(at + 1).Select(other => (one, other))))
        {
            if (one.UnitId == other.UnitId && one.From <= (other.Until ?? DateOnly.MaxValue) && other.From <= (one.Until ?? DateOnly.MaxValue))
            {
                var code = content.CodeOf(one.UnitId);
                row.Problem($"Cột holders: {code} giữ chức danh hai lần trong cùng thời gian.", $"Column holders: {code} holds the post twice at once.");
            }
        }

        post.Holders.RemoveAll(holder => !wanted.Exists(one => one.UnitId == holder.UnitId && one.From == holder.From));
        foreach (var one in wanted)
        {
            if (post.Holders.Find(holder => holder.UnitId == one.UnitId && holder.From == one.From) is { } holder)
            {
                holder.Until = one.Until;
            }
            else
            {
                post.Holders.Add(one);
            }
        }
    }

    private static PostHolder? HolderOf(DirectoryContent content, RowReader row, Post post, string text)
    {
        // What follows is the person's name, as forms show it.
        var parts = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        var days = parts.Length >= 2 ? parts[1].Split(Until) : [];
        var from = days.Length == 2 ? RowReader.DayOf(days[0]) : null;
        var until = days.Length == 2 && days[1].Length > 0 ? RowReader.DayOf(days[1]) : null;
        if (from is null || (until is null && days[1].Length > 0) || until < from)
        {
            row.Problem(
                $"Cột holders: không hiểu “{text}” (ví dụ TUV-K1-01 2025-10-11.. hoặc TUV-K0-01 2020-10-20..2025-10-10).",
                $"Column holders: “{text}” is not understood (e.g. TUV-K1-01 2025-10-11.. or TUV-K0-01 2020-10-20..2025-10-10).");
            return null;
        }

        if (UnitRows.UnitIn(content, row, "holders", parts[0]) is not { } person)
        {
            return null;
        }

        if (person.Kind != UnitKind.Person)
        {
            row.Problem($"Cột holders: {person.Code} không phải là cá nhân.", $"Column holders: {person.Code} is not a person.");
        }

        return new PostHolder { Id = content.NewId(), PostId = post.Id, UnitId = person.Id, From = from.Value, Until = until };
    }

    private static Dictionary<string, string> Of(DirectoryContent content, Post post) => new(StringComparer.Ordinal)
    {
        ["code"] = post.Code,
        ["name"] = post.Name,
        ["aliases"] = Joined(post.Aliases.Select(alias => alias.Text).Order(StringComparer.Ordinal)),
        ["holders"] = Joined(post.Holders
            .OrderBy(holder => holder.From).ThenBy(holder => content.CodeOf(holder.UnitId), StringComparer.Ordinal)
            .Select(holder => $"{content.CodeOf(holder.UnitId)} {RowReader.Written(holder.From)}{Until}{RowReader.Written(holder.Until)}")),
        ["valid_from"] = RowReader.Written(post.ValidFrom),
        ["valid_until"] = RowReader.Written(post.ValidUntil),
    };
}
