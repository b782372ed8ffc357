using System.Globalization;
using Workflow.Web.Localization;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Directory;

/// <summary>Columns, values and rules of the directory in the reader's words; codes stay as they are.</summary>
internal static class DirectoryWords
{
    private const string Contact = "contact";

    /// <summary>Name of a column.</summary>
    public static string Column(Visit visit, string column) => column.StartsWith(Contact, StringComparison.Ordinal)
        ? visit.Say("Column.contact" + column[(Contact.Length + 1)..], column[Contact.Length])
        : visit.Say("Column." + column);

    /// <summary>A value of a column.</summary>
    public static string Value(Visit visit, string column, string value) => (column, value) switch
    {
        (_, "") => value,
        ("kind", _) => visit.Word("UnitKind", value),
        ("area", _) => visit.Word("AreaKind", value),
        ("system", _) => visit.Word("UnitSystem", value),
        ("rules", _) => Rule(visit, value),
        ("valid_from" or "valid_until", _) when DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) =>
            SpokenTime.DayOf(day),
        _ => value,
    };

    /// <summary>A rule: what a unit must be, all of it.</summary>
    public static string Rule(Visit visit, string rule) => string.Join(" · ", rule.Split('/').Select((part, at) => part.Split(':') switch
    {
        ["system", var value] => visit.Word("UnitSystem", value),
        ["level", var value] => visit.Word("UnitLevel", value),
        ["area", var value] => visit.Word("AreaKind", value),
        ["under", var value] => visit.Say("Directory.UnderCode", value),
        [var kind] when at == 0 => visit.Word("UnitKind", kind),
        _ => visit.Word("AreaKind", part),
    }));
}
