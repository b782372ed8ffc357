using System.Security.Cryptography;
using System.Text;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Directives.Directory.Changes;

/// <summary>Puts rows into the directory and tells what that changes. The preview and the change are this same code; only the change is saved.</summary>
internal sealed class DirectoryChange
{
    private const int MostDetails = 5;

    private readonly DirectoryContent content;
    private readonly SheetRows sheet;
    private readonly DirectorySheet which;
    private readonly DateOnly at;
    private readonly List<TextProblem> problems = [];
    private readonly List<TextProblem> notes = [];
    private readonly Dictionary<string, DirectoryRow> rows = new(StringComparer.Ordinal);

    private DirectoryChange(DirectoryContent content, DirectorySheet which, DateOnly at) =>
        (this.content, this.which, this.at, sheet) = (content, which, at, SheetRows.Of(which));

    /// <summary>Makes the change in memory.</summary>
    /// <param name="content">The directory, tracked.</param>
    /// <param name="wish">What is wanted.</param>
    /// <param name="at">The day memberships are looked at.</param>
    public static DirectoryPreview Make(DirectoryContent content, DirectoryWish wish, DateOnly at)
    {
        var change = new DirectoryChange(content, wish.Sheet, at);
        change.Take(wish.Rows);
        var seen = Fingerprint(content);
        var members = change.Members();
        var before = change.rows.Keys.ToDictionary(key => key, key => change.sheet.Find(content, key));
        change.Put();
        var removed = wish.Removed.Select(change.Remove).OfType<RowChange>().ToList();
        return new DirectoryPreview
        {
            Sheet = wish.Sheet,
            Seen = seen,
            At = at,
            Changes = [.. change.rows.Select(row => change.Compare(row.Key, row.Value, before[row.Key])).OrderBy(row => row.Row), .. removed],
            Problems = [.. change.problems.Distinct().OrderBy(problem => problem.Line)],
            Notes = change.notes,
            Memberships = change.problems.Count > 0 ? [] : change.Moves(members),
        };
    }

    /// <summary>Fingerprint of all that is in the directory: SHA-256, lower-case hexadecimal.</summary>
    public static string Fingerprint(DirectoryContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (key, fields) in Enum.GetValues<DirectorySheet>().SelectMany(one => SheetRows.Of(one).All(content)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes($"{key}\u001e{string.Join('\u001f', fields.Select(field => $"{field.Key}\u001d{field.Value}"))}\n"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Writes into the history what a change did, with counts and the first few rows.</summary>
    public static void Record(WorkflowDb db, DateTime now, Actor actor, DirectoryPreview done, string source)
    {
        var counts = string.Join(", ", new[] { RowChangeKind.Added, RowChangeKind.Changed, RowChangeKind.Ended, RowChangeKind.Removed, RowChangeKind.Unchanged }
            .Select(kind => (kind, count: done.Count(kind))).Where(one => one.count > 0).Select(one => $"{one.kind} {one.count}"));
        var rows = done.Changes.Where(row => row.Kind != RowChangeKind.Unchanged).Take(MostDetails)
            .Select(row => $"{row.Kind} {row.Key}: {string.Join("; ", row.Fields.Select(field => $"{field.Field} “{field.Old}” → “{field.New}”"))}");
        var detail = $"{done.Sheet} ({source}): {counts}. {string.Join(". ", rows)}";
        db.Record(
            now, actor, nameof(Role.Administrator), "directory.changed", null, done.Seen,
            detail.Length <= Field.ReasonLength ? detail : detail[..(Field.ReasonLength - 1)] + "…");
    }

    /// <summary>Keeps one row for each key. The same row twice, in other capitals too, is left out with a note; two that differ are a problem.</summary>
    private void Take(IReadOnlyList<DirectoryRow> wanted)
    {
        foreach (var row in wanted)
        {
            var written = row.Key ?? row.Fields.GetValueOrDefault(sheet.KeyColumn) ?? "";
            var key = sheet.KeyOf(written);
            if (key.Length == 0)
            {
                problems.Add(new TextProblem(row.Number, $"Thiếu {sheet.KeyColumn}, hoặc không hợp lệ.", $"{sheet.KeyColumn} is missing or not allowed."));
            }
            else if (!rows.TryAdd(key, row))
            {
                Twice(row, rows[key], written);
            }
        }
    }

    private void Twice(DirectoryRow row, DirectoryRow first, string written)
    {
        var same = row.Fields.Count == first.Fields.Count && row.Fields.All(field => field.Key == sheet.KeyColumn
            || string.Equals(field.Value.Trim(), first.Fields.GetValueOrDefault(field.Key)?.Trim(), StringComparison.OrdinalIgnoreCase));
        (same ? notes : problems).Add(same
            ? new TextProblem(
                row.Number,
                $"“{written}” đã có ở dòng {first.Number}; dòng này được bỏ qua.",
                $"“{written}” is in row {first.Number} already; this row is left out.")
            : new TextProblem(
                row.Number,
                $"“{written}” đã có ở dòng {first.Number} với nội dung khác; hãy giữ một dòng.",
                $"“{written}” is in row {first.Number} already, with other content; keep one of them."));
    }

    private void Put()
    {
        var readers = rows.Select(row => (row.Key, Reader: new RowReader(row.Value, problems))).ToList();
        foreach (var (key, reader) in readers)
        {
            foreach (var column in reader.Row.Fields.Keys.Where(column => !sheet.Knows(column)))
            {
                reader.Problem($"Không có cột “{column}”.", $"There is no column “{column}”.");
            }

            sheet.Begin(content, reader, key);
        }

        readers.ForEach(row => sheet.Put(content, row.Reader, row.Key));
        readers.ForEach(row => sheet.Check(content, row.Reader, row.Key));
    }

    private RowChange? Remove(string written)
    {
        var key = sheet.KeyOf(written);
        var before = sheet.Find(content, key);
        if (!sheet.Remove(content, key))
        {
            problems.Add(new TextProblem(0, $"Không bỏ được “{written}”.", $"“{written}” cannot be removed."));
            return null;
        }

        return new RowChange(0, key, before![sheet.NameColumn], RowChangeKind.Removed, [.. before.Select(field => new FieldChange(field.Key, field.Value, ""))]);
    }

    private RowChange Compare(string key, DirectoryRow row, Dictionary<string, string>? before)
    {
        // A row given a new key is found under that.
        var renamed = row.Fields.GetValueOrDefault(sheet.KeyColumn) is { } written ? sheet.KeyOf(written) : key;
        var after = sheet.Find(content, renamed) ?? sheet.Find(content, key);
        if (after is null)
        {
            return new RowChange(row.Number, key, row.Fields.GetValueOrDefault(sheet.NameColumn) ?? key, RowChangeKind.Unchanged, []);
        }

        FieldChange[] fields = [.. after.Keys.Union(before is null ? [] : before.Keys)
            .Select(column => new FieldChange(column, before?.GetValueOrDefault(column) ?? "", after.GetValueOrDefault(column) ?? ""))
            .Where(field => field.Old != field.New)];
        return new RowChange(row.Number, after[sheet.KeyColumn], after[sheet.NameColumn], KindOf(before, fields), fields);
    }

    private static RowChangeKind KindOf(Dictionary<string, string>? before, FieldChange[] fields)
    {
        if (before is null)
        {
            return RowChangeKind.Added;
        }

        return fields.Length == 0 ? RowChangeKind.Unchanged
            : Array.Exists(fields, field => field is { Field: "valid_until", Old: "" }) ? RowChangeKind.Ended
            : RowChangeKind.Changed;
    }

    /// <summary>Who is in each group and post on the day, by name, as the directory stands in memory.</summary>
    private Dictionary<Guid, (string Name, List<(Guid Id, string Name)> Members)> Members()
    {
        if (which is DirectorySheet.Abbreviations)
        {
            return [];
        }

        var snapshot = content.Snapshot();
        return snapshot.Groups.Select(group => (group.Id, group.Name, Members: group.ExistsOn(at) ? snapshot.MembersOn(group, at) : []))
            .Concat(snapshot.Posts.Select(post => (post.Id, post.Name, Members: post.ExistsOn(at) ? snapshot.HoldersOn(post, at) : [])))
            .ToDictionary(one => one.Id, one => (one.Name, one.Members.Select(unit => (unit.Id, unit.Name)).ToList()));
    }

    private List<MembershipChange> Moves(Dictionary<Guid, (string Name, List<(Guid Id, string Name)> Members)> before)
    {
        NoteSharedNames();
        return [.. Members()
            .Select(now => (now.Value.Name, After: now.Value.Members, Before: before.GetValueOrDefault(now.Key).Members ?? []))
            .Select(now => new MembershipChange(
                now.Name,
                [.. now.After.ExceptBy(now.Before.Select(unit => unit.Id), unit => unit.Id).Select(unit => unit.Name)],
                [.. now.Before.ExceptBy(now.After.Select(unit => unit.Id), unit => unit.Id).Select(unit => unit.Name)]))
            .Where(now => now.Entering.Count + now.Leaving.Count > 0)];
    }

    /// <summary>Two living units of one name make every line that names them doubtful; that is allowed, but said.</summary>
    private void NoteSharedNames()
    {
        if (which != DirectorySheet.Units)
        {
            return;
        }

        var living = content.Units.Values.Where(unit => unit.LivesOn(at)).ToLookup(unit => VietnameseFold.Plain(unit.Name));
        foreach (var (key, row) in rows)
        {
            if (content.Units.GetValueOrDefault(key) is { } unit && unit.LivesOn(at) && living[VietnameseFold.Plain(unit.Name)].Count() > 1)
            {
                notes.Add(new TextProblem(
                    row.Number,
                    $"Có nhiều đơn vị cùng tên “{unit.Name}”; “Nơi nhận” ghi tên này sẽ phải chọn.",
                    $"Several units are named “{unit.Name}”; a line that names it must be settled by hand."));
            }
        }
    }
}
