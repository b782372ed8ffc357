namespace Workflow.Directives.Directory.Changes;

/// <summary>
/// Units that end on a day, and who carries on: one unit ends, several become one (sáp nhập), one becomes several (chia tách).
/// </summary>
/// <param name="Ending">Codes of the units that end.</param>
/// <param name="LastDay">Their last day, <c>yyyy-MM-dd</c>; the new units begin on the day after.</param>
/// <param name="Successors">Those that carry on, one a line: the code of a unit, or <c>CODE | Full name</c> for a new one. Empty when nobody does.</param>
public sealed record Reorganisation(IReadOnlyList<string> Ending, string LastDay, IReadOnlyList<string> Successors)
{
    /// <summary>
    /// The rows it comes to. A new unit takes kind, territory, system and parent from the first unit that ends, and the mailboxes from nobody:
    /// its contacts are entered when they are known.
    /// </summary>
    /// <param name="directory">The directory as it stands.</param>
    public DirectoryWish Rows(DirectorySnapshot directory)
    {
        ArgumentNullException.ThrowIfNull(directory);
        var first = Ending.Count > 0 ? Ending[0].Trim() : "";
        var model = directory.Units.FirstOrDefault(unit => unit.Code.Equals(first, StringComparison.OrdinalIgnoreCase));
        var successors = Successors.Select(line => line.Split('|', 2, StringSplitOptions.TrimEntries)).Where(line => line[0].Length > 0).ToList();
        var number = 0;
        var born = successors.Where(line => line.Length == 2).Select(line => new DirectoryRow(++number, Born(directory, model, line[0], line[1]))).ToList();
        var heirs = string.Join('|', successors.Select(line => line[0]));
        return DirectoryWish.Of(DirectorySheet.Units, [.. born, .. Ending.Where(code => code.Trim().Length > 0).Select(code => new DirectoryRow(
            ++number, new Dictionary<string, string> { ["code"] = code, ["valid_until"] = LastDay, ["successors"] = heirs }))]);
    }

    private Dictionary<string, string> Born(DirectorySnapshot directory, Unit? model, string code, string name) => new()
    {
        ["code"] = code,
        ["name"] = name,
        ["kind"] = model?.Kind.ToString() ?? "",
        ["area"] = model?.AreaKind?.ToString() ?? "",
        ["system"] = model?.System.ToString() ?? "",
        ["parent"] = model?.ParentId is { } parent ? directory.Find(parent)?.Code ?? "" : "",
        ["valid_from"] = RowReader.DayOf(LastDay) is { } day ? RowReader.Written(day.AddDays(1)) : "",
    };
}
