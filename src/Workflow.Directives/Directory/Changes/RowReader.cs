using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Directory.Changes;

/// <summary>Reads the fields of one row; what cannot be read becomes a problem of the row.</summary>
internal sealed partial class RowReader(DirectoryRow row, List<TextProblem> problems)
{
    private const int LongestList = 1_000;

    // Days that a spreadsheet keeps as a number: 1/1/1950 to 31/12/2099 (ECMA-376, 18.17.4.1).
    private const int FirstSerial = 18_264;
    private const int LastSerial = 73_050;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);
    private static readonly string[] DayFormats = ["yyyy-MM-dd", "dd/MM/yyyy", "d/M/yyyy"];
    private static readonly char[] Separators = ['|', '\n'];

    public DirectoryRow Row => row;

    public bool Has(string column) => row.Fields.ContainsKey(column);

    public string Raw(string column) => row.Fields.GetValueOrDefault(column)?.Trim() ?? "";

    public void Problem(string vietnamese, string english) => problems.Add(new TextProblem(row.Number, vietnamese, english));

    /// <summary>A text, or null when it is empty or not allowed.</summary>
    public string? Text(string column, int longest, bool required = false)
    {
        var raw = Raw(column);
        var clean = Field.Clean(raw, longest);
        if (clean is null && (required || raw.Length > 0))
        {
            Problem(
                $"Cột {column}: bắt buộc nhập, không quá {longest} ký tự, không có ký tự điều khiển.",
                $"Column {column}: required, at most {longest} characters, no control characters.");
        }

        return clean;
    }

    /// <summary>A code in capitals, or null.</summary>
    public string? Code(string column)
    {
        var code = Raw(column).ToUpperInvariant();
        if (!Codes().IsMatch(code))
        {
            Problem(
                $"Cột {column}: “{Shown(code)}” không phải là mã (1–40 chữ in hoa không dấu, số, dấu gạch nối).",
                $"Column {column}: “{Shown(code)}” is no code (1 to 40 capitals without marks, digits, hyphens).");
            return null;
        }

        return code;
    }

    /// <summary>A day, or null.</summary>
    public DateOnly? Day(string column, bool required = false)
    {
        var raw = Raw(column);
        if (raw.Length == 0 && !required)
        {
            return null;
        }

        if (DayOf(raw) is { } day)
        {
            return day;
        }

        Problem(
            $"Cột {column}: “{Shown(raw)}” không phải là ngày (ghi như 2025-07-01 hoặc 01/07/2025).",
            $"Column {column}: “{Shown(raw)}” is no day (write 2025-07-01 or 01/07/2025).");
        return null;
    }

    /// <summary>One of the values of a list, or null.</summary>
    public TEnum? Choice<TEnum>(string column, bool required = false)
        where TEnum : struct, Enum
    {
        var raw = Raw(column);
        if (raw.Length == 0 && !required)
        {
            return null;
        }

        if (Names<TEnum>(raw) is { } value)
        {
            return value;
        }

        var allowed = string.Join(", ", Enum.GetNames<TEnum>());
        Problem($"Cột {column}: “{Shown(raw)}” không có trong {allowed}.", $"Column {column}: “{Shown(raw)}” is none of {allowed}.");
        return null;
    }

    /// <summary>The entries of a list, each once.</summary>
    public List<string> List(string column, int longest = Field.NameLength)
    {
        var entries = new List<string>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var raw in Raw(column).Split(Separators, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (entries.Count > LongestList)
            {
                Problem($"Cột {column}: quá {LongestList} mục.", $"Column {column}: more than {LongestList} entries.");
                break;
            }

            if (Field.Clean(raw, longest) is not { } entry)
            {
                Problem(
                    $"Cột {column}: “{Shown(raw)}” dài quá {longest} ký tự hoặc có ký tự điều khiển.",
                    $"Column {column}: “{Shown(raw)}” has more than {longest} characters or control characters.");
            }
            else if (known.Add(entry))
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    /// <summary>A value by its exact name; numbers are no names.</summary>
    public static TEnum? Names<TEnum>(string text)
        where TEnum : struct, Enum =>
        Enum.GetNames<TEnum>().FirstOrDefault(name => name.Equals(text, StringComparison.OrdinalIgnoreCase)) is { } name ? Enum.Parse<TEnum>(name) : null;

    public static DateOnly? DayOf(string text)
    {
        if (DateOnly.TryParseExact(text, DayFormats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return day;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var serial) && serial is >= FirstSerial and <= LastSerial
            ? SerialZero.AddDays(serial)
            : null;
    }

    /// <summary>A day as rows hold it; empty for none.</summary>
    public static string Written(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Shown(string text) => text.Length <= 60 ? text : text[..60] + "…";

    [GeneratedRegex("^[A-Z0-9][A-Z0-9-]{0,39}$")]
    private static partial Regex Codes();
}
