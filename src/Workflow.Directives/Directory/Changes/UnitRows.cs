using System.Text.RegularExpressions;

namespace Workflow.Directives.Directory.Changes;

/// <summary>Units as rows.</summary>
internal sealed partial class UnitRows : SheetRows
{
    /// <summary>Contacts a row always has columns for, and the most it may have.</summary>
    public const int UsualContacts = 2;

    private static readonly string[] Own =
        ["code", "name", "short", "kind", "area", "system", "parent", "valid_from", "valid_until", "aliases", "successors"];

    public override string KeyColumn => "code";

    public override string NameColumn => "name";

    public override string KeyOf(string written) => written.Trim().ToUpperInvariant();

    public override bool Knows(string column) => Own.Contains(column) || ContactColumn().IsMatch(column);

    public override IReadOnlyList<string> Columns(DirectoryContent content)
    {
        var contacts = content.Units.Values.Select(unit => unit.Contacts.Count).Append(UsualContacts).Max();
        return [.. Own, .. Enumerable.Range(1, contacts).SelectMany(ContactRows.ColumnsOf)];
    }

    public override IEnumerable<(string Key, Dictionary<string, string> Fields)> All(DirectoryContent content) =>
        content.Units.Values.OrderBy(unit => unit.Code, StringComparer.Ordinal).Select(unit => (unit.Code, Of(content, unit)));

    public override Dictionary<string, string>? Find(DirectoryContent content, string key) =>
        content.Units.GetValueOrDefault(key) is { } unit ? Of(content, unit) : null;

    public override void Begin(DirectoryContent content, RowReader row, string key)
    {
        if (!content.Units.ContainsKey(key) && row.Code(KeyColumn) is { } code)
        {
            _ = row.Text("name", Field.NameLength, required: true);
            _ = row.Choice<UnitKind>("kind", required: true);
            _ = row.Choice<UnitSystem>("system", required: true);
            _ = row.Day("valid_from", required: true);
            content.Add(new Unit { Id = content.NewId(), Code = code, Name = "" });
        }
    }

    public override void Put(DirectoryContent content, RowReader row, string key)
    {
        if (content.Units.GetValueOrDefault(key) is not { } unit)
        {
            return;
        }

        unit.Name = row.Has("name") ? row.Text("name", Field.NameLength, required: true) ?? unit.Name : unit.Name;
        unit.ShortName = row.Has("short") ? row.Text("short", 100) : unit.ShortName;
        unit.Kind = row.Has("kind") ? row.Choice<UnitKind>("kind", required: true) ?? unit.Kind : unit.Kind;
        unit.AreaKind = row.Has("area") ? row.Choice<AreaKind>("area") : unit.AreaKind;
        unit.System = row.Has("system") ? row.Choice<UnitSystem>("system", required: true) ?? unit.System : unit.System;
        unit.ValidFrom = row.Has("valid_from") ? row.Day("valid_from", required: true) ?? unit.ValidFrom : unit.ValidFrom;
        unit.ValidUntil = row.Has("valid_until") ? row.Day("valid_until") : unit.ValidUntil;
        if (row.Has("parent"))
        {
            unit.ParentId = UnitIn(content, row, "parent", row.Raw("parent"))?.Id;
        }

        if (row.Has("aliases"))
        {
            Match(unit.Aliases, row.List("aliases"), alias => alias.Text, text => new UnitAlias { Id = content.NewId(), UnitId = unit.Id, Text = text });
        }

        if (row.Has("successors"))
        {
            PutSuccessors(content, row, unit);
        }

        ContactRows.Put(content, row, unit);
    }

    public override void Check(DirectoryContent content, RowReader row, string key)
    {
        if (content.Units.GetValueOrDefault(key) is not { } unit)
        {
            return;
        }

        CheckDays(row, unit.ValidFrom, unit.ValidUntil);
        if (unit.Kind.GovernsTerritory() != unit.AreaKind is not null)
        {
            row.Problem(
                $"Cột area: loại {unit.Kind} {(unit.AreaKind is null ? "cần ghi" : "không có")} địa bàn.",
                $"Column area: the kind {unit.Kind} {(unit.AreaKind is null ? "needs a" : "has no")} territory.");
        }

        if (IsAboveItself(content, unit))
        {
            row.Problem($"Cột parent: {unit.Code} sẽ nằm dưới chính nó.", $"Column parent: {unit.Code} would be under itself.");
        }

        CheckSuccessors(content, row, unit);
    }

    /// <summary>
    /// A unit named in a row, or null with a problem; an empty text is no unit and no problem. The code may be followed by words, as forms show it,
    /// and a name that only one unit bears will do instead.
    /// </summary>
    public static Unit? UnitIn(DirectoryContent content, RowReader row, string column, string code)
    {
        if (code.Length == 0)
        {
            return null;
        }

        var unit = content.Units.GetValueOrDefault(code.Split(' ')[0].ToUpperInvariant()) ?? content.OnlyNamed(code);
        if (unit is null)
        {
            row.Problem(
                $"Cột {column}: danh bạ không có đơn vị “{code}” (ghi mã, hoặc tên nếu chỉ một đơn vị có tên ấy).",
                $"Column {column}: the directory has no unit “{code}” (write its code, or its name where only one unit bears it).");
        }

        return unit;
    }

    private static Dictionary<string, string> Of(DirectoryContent content, Unit unit)
    {
        var row = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["code"] = unit.Code,
            ["name"] = unit.Name,
            ["short"] = unit.ShortName ?? "",
            ["kind"] = unit.Kind.ToString(),
            ["area"] = unit.AreaKind?.ToString() ?? "",
            ["system"] = unit.System.ToString(),
            ["parent"] = unit.ParentId is { } parent ? content.CodeOf(parent) : "",
            ["valid_from"] = RowReader.Written(unit.ValidFrom),
            ["valid_until"] = RowReader.Written(unit.ValidUntil),
            ["aliases"] = Joined(unit.Aliases.Select(alias => alias.Text).Order(StringComparer.Ordinal)),
            ["successors"] = Joined(unit.Successors.Select(next => content.CodeOf(next.SuccessorId)).Order(StringComparer.Ordinal)),
        };
        ContactRows.Write(unit, row);
        return row;
    }

    private static void PutSuccessors(DirectoryContent content, RowReader row, Unit unit)
    {
        var next = row.List("successors").Select(code => UnitIn(content, row, "successors", code)).OfType<Unit>().Select(heir => heir.Id).ToHashSet();
        unit.Successors.RemoveAll(link => !next.Contains(link.SuccessorId));
        unit.Successors.AddRange(next.Where(id => !unit.Successors.Exists(link => link.SuccessorId == id)).ToList()
            .ConvertAll(id => new UnitSuccessor { UnitId = unit.Id, SuccessorId = id }));
    }

    private static void CheckSuccessors(DirectoryContent content, RowReader row, Unit unit)
    {
        if (unit.Successors.Count > 0 && unit.ValidUntil is null)
        {
            row.Problem("Cột successors: đơn vị chưa có ngày cuối (valid_until).", "Column successors: the unit has no last day (valid_until).");
        }

        foreach (var heir in unit.Successors.Select(link => content.Units[content.CodeOf(link.SuccessorId)]))
        {
            if (heir == unit || (unit.ValidUntil is { } until && !heir.LivesOn(until.AddDays(1))))
            {
                row.Problem(
                    $"Cột successors: {heir.Code} không hoạt động vào ngày sau ngày cuối của {unit.Code}.",
                    $"Column successors: {heir.Code} does not exist on the day after the last day of {unit.Code}.");
            }
        }
    }

    private static bool IsAboveItself(DirectoryContent content, Unit unit)
    {
        var seen = new HashSet<Guid>();
        for (var parent = unit.ParentId; parent is { } id; parent = content.Units[content.CodeOf(id)].ParentId)
        {
            if (id == unit.Id)
            {
                return true;
            }

            if (!seen.Add(id))
            {
                return false;
            }
        }

        return false;
    }

    [GeneratedRegex("^contact[1-9]_(name|position|email|phone)$")]
    private static partial Regex ContactColumn();
}
