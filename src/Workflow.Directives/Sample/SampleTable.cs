using System.Globalization;
using System.Text;

namespace Workflow.Directives.Sample;

/// <summary>One of the sample's CSV files (RFC 4180: comma, quotes doubled inside quotes), read whole; lists inside a field are parted by <c>|</c>.</summary>
internal static class SampleTable
{
    /// <summary>Reads a file that is built into the program.</summary>
    /// <param name="file">Its name, e.g. <c>sample-units.csv</c>.</param>
    /// <exception cref="InvalidDataException">The file is missing, or a row has not as many fields as the head.</exception>
    public static IReadOnlyList<SampleRow> Read(string file)
    {
        using var stream = typeof(SampleTable).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidDataException($"The sample file {file} is not built in.");
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return Parse(file, reader.ReadToEnd());
    }

    internal static IReadOnlyList<SampleRow> Parse(string file, string text)
    {
        var records = Records(text);
        var head = records[0].Select((name, at) => (name, at)).ToDictionary(field => field.name, field => field.at, StringComparer.Ordinal);
        var rows = new List<SampleRow>(records.Count);
        foreach (var record in records.Skip(1))
        {
            if (record.Length != head.Count)
            {
                throw new InvalidDataException($"{file}: {record.Length} fields instead of {head.Count} in the row that begins with “{record[0]}”.");
            }

            rows.Add(new SampleRow(head, record));
        }

        return rows;
    }

    private static List<string[]> Records(string text)
    {
        var records = new List<string[]>();
        var record = new List<string>();
        var field = new StringBuilder();
        var quoted = false;
        for (var at = 0; at < text.Length; at++)
        {
            var sign = text[at];
            if (quoted)
            {
                if (sign != '"')
                {
                    field.Append(sign);
                }
                else if (at + 1 < text.Length && text[at + 1] == '"')
                {
                    field.Append('"');
                    at++;
                }
                else
                {
                    quoted = false;
                }
            }
            else if (sign == '"')
            {
                quoted = true;
            }
            else if (sign is ',' or '\n')
            {
                record.Add(field.ToString());
                field.Clear();
                if (sign == '\n')
                {
                    records.Add([.. record]);
                    record.Clear();
                }
            }
            else if (sign != '\r')
            {
                field.Append(sign);
            }
        }

        if (record.Count > 0 || field.Length > 0)
        {
            records.Add([.. record, field.ToString()]);
        }

        return records;
    }
}

/// <summary>One row, its fields by the names in the head.</summary>
internal sealed class SampleRow(Dictionary<string, int> head, string[] fields)
{
    public string this[string name] => fields[head[name]];

    public string? Optional(string name) => this[name] is { Length: > 0 } value ? value : null;

    public string[] List(string name) => this[name].Split('|', StringSplitOptions.RemoveEmptyEntries);

    public DateOnly Day(string name) => DateOnly.ParseExact(this[name], "yyyy-MM-dd", CultureInfo.InvariantCulture);

    public DateOnly? OptionalDay(string name) => this[name].Length == 0 ? null : Day(name);

    public int Number(string name) => int.Parse(this[name], CultureInfo.InvariantCulture);

    public TEnum Choice<TEnum>(string name)
        where TEnum : struct, Enum => Enum.Parse<TEnum>(this[name]);
}
