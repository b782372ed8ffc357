namespace Workflow.Directives.Directory.Changes;

/// <summary>Groups as rows. The key is the name; capitals do not matter.</summary>
internal sealed class GroupRows : SheetRows
{
    private static readonly string[] Own = ["name", "aliases", "rules", "members", "exceptions", "posts", "valid_from", "valid_until"];

    public override string KeyColumn => "name";

    public override string NameColumn => "name";

    public override string KeyOf(string written) => Field.Clean(written, Field.NameLength)?.ToUpperInvariant() ?? "";

    public override bool Knows(string column) => Own.Contains(column);

    public override IReadOnlyList<string> Columns(DirectoryContent content) => Own;

    public override IEnumerable<(string Key, Dictionary<string, string> Fields)> All(DirectoryContent content) =>
        content.Groups.Values.OrderBy(group => group.Name, StringComparer.Ordinal).Select(group => (KeyOf(group.Name), Of(content, group)));

    public override Dictionary<string, string>? Find(DirectoryContent content, string key) =>
        content.Groups.GetValueOrDefault(key) is { } group ? Of(content, group) : null;

    public override void Begin(DirectoryContent content, RowReader row, string key)
    {
        if (!content.Groups.ContainsKey(key) && row.Text("name", Field.NameLength, required: true) is { } name)
        {
            _ = row.Day("valid_from", required: true);
            content.Add(new UnitGroup { Id = content.NewId(), Name = name });
        }
    }

    public override void Put(DirectoryContent content, RowReader row, string key)
    {
        if (content.Groups.GetValueOrDefault(key) is not { } group)
        {
            return;
        }

        PutName(content, row, group);
        group.ValidFrom = row.Has("valid_from") ? row.Day("valid_from", required: true) ?? group.ValidFrom : group.ValidFrom;
        group.ValidUntil = row.Has("valid_until") ? row.Day("valid_until") : group.ValidUntil;
        if (row.Has("aliases"))
        {
            Match(group.Aliases, row.List("aliases"), alias => alias.Text, text => new UnitGroupAlias { Id = content.NewId(), GroupId = group.Id, Text = text });
        }

        if (row.Has("rules"))
        {
            Match(group.Rules, row.List("rules"), rule => RuleText.Of(rule, content.CodeOf), text => RuleOf(content, row, group, text));
        }

        PutMembers(content, row, group);
        if (row.Has("posts"))
        {
            PutPosts(content, row, group);
        }

        CheckDays(row, group.ValidFrom, group.ValidUntil);
    }

    private static void PutName(DirectoryContent content, RowReader row, UnitGroup group)
    {
        if (!row.Has("name") || row.Text("name", Field.NameLength, required: true) is not { } name || name == group.Name)
        {
            return;
        }

        if (content.Groups.GetValueOrDefault(name) is { } other && other != group)
        {
            row.Problem($"Đã có nhóm “{other.Name}”.", $"There is a group “{other.Name}” already.");
            return;
        }

        content.Groups.Remove(group.Name);
        group.Name = name;
        content.Groups.Add(name, group);
    }

    private static UnitGroupRule RuleOf(DirectoryContent content, RowReader row, UnitGroup group, string text)
    {
        var rule = new UnitGroupRule { Id = content.NewId(), GroupId = group.Id };
        if (!RuleText.Read(text, rule, content.UnitIdOf))
        {
            row.Problem(
                $"Cột rules: không hiểu quy tắc “{text}” (ví dụ CommuneParty/Ward, level:Commune/system:State, Department/under:UBND).",
                $"Column rules: the rule “{text}” is not understood (e.g. CommuneParty/Ward, level:Commune/system:State, Department/under:UBND).");
        }

        return rule;
    }

    private static void PutMembers(DirectoryContent content, RowReader row, UnitGroup group)
    {
        var listed = Wanted(content, row, group, "members", excepted: false);
        var excepted = Wanted(content, row, group, "exceptions", excepted: true);
        foreach (var both in listed.Intersect(excepted).Select(content.CodeOf))
        {
            row.Problem($"Đơn vị {both} vừa thuộc nhóm vừa là ngoại lệ.", $"The unit {both} is both a member and an exception.");
        }

        group.Members.RemoveAll(member => !listed.Contains(member.UnitId) && !excepted.Contains(member.UnitId));
        foreach (var id in listed.Union(excepted))
        {
            if (group.Members.Find(member => member.UnitId == id) is not { } member)
            {
                group.Members.Add(member = new UnitGroupMember { GroupId = group.Id, UnitId = id });
            }

            member.Excepted = excepted.Contains(id);
        }
    }

    private static HashSet<Guid> Wanted(DirectoryContent content, RowReader row, UnitGroup group, string column, bool excepted) => row.Has(column)
        ? [.. row.List(column).Select(code => UnitRows.UnitIn(content, row, column, code)).OfType<Unit>().Select(unit => unit.Id)]
        : [.. group.Members.Where(member => member.Excepted == excepted).Select(member => member.UnitId)];

    private static void PutPosts(DirectoryContent content, RowReader row, UnitGroup group)
    {
        var wanted = new HashSet<Guid>();
        foreach (var code in row.List("posts"))
        {
            if (content.Posts.GetValueOrDefault(code.Split(' ')[0].ToUpperInvariant()) is { } post)
            {
                wanted.Add(post.Id);
            }
            else
            {
                row.Problem($"Cột posts: danh bạ không có mã chức danh “{code}”.", $"Column posts: the directory has no post code “{code}”.");
            }
        }

        group.Posts.RemoveAll(one => !wanted.Contains(one.PostId));
        group.Posts.AddRange(wanted.Where(id => !group.Posts.Exists(one => one.PostId == id)).ToList()
            .ConvertAll(id => new UnitGroupPost { GroupId = group.Id, PostId = id }));
    }

    private static Dictionary<string, string> Of(DirectoryContent content, UnitGroup group) => new(StringComparer.Ordinal)
    {
        ["name"] = group.Name,
        ["aliases"] = Joined(group.Aliases.Select(alias => alias.Text).Order(StringComparer.Ordinal)),
        ["rules"] = Joined(group.Rules.Select(rule => RuleText.Of(rule, content.CodeOf)).Order(StringComparer.Ordinal)),
        ["members"] = Joined(group.Members.Where(member => !member.Excepted).Select(member => content.CodeOf(member.UnitId)).Order(StringComparer.Ordinal)),
        ["exceptions"] = Joined(group.Members.Where(member => member.Excepted).Select(member => content.CodeOf(member.UnitId)).Order(StringComparer.Ordinal)),
        ["posts"] = Joined(group.Posts.Select(post => content.CodeOf(post.PostId)).Order(StringComparer.Ordinal)),
        ["valid_from"] = RowReader.Written(group.ValidFrom),
        ["valid_until"] = RowReader.Written(group.ValidUntil),
    };
}
