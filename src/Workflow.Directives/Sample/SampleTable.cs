using System.Globalization;
using System.Text;
using Workflow.Directives.Directory.Exchange;

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
        var records = CsvTable.Records(text, ',').ToList();
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
