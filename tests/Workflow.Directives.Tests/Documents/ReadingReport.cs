using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Workflow.Directives.Tests.Documents;

/// <summary>
/// Counts, field by field, what a reading has right. A single value counts when it was expected or given; a list counts item by item
/// (longest common run of items in order, out of the longer list), so that an item too many is as wrong as one too few.
/// </summary>
internal sealed class ReadingReport
{
    private static readonly string[] Fields =
    [
        "type", "number", "issuer", "place", "date", "secrecy", "urgency", "draftMark", "subject", "addressees", "sections",
        "citations", "recipients", "signature", "arrivalStamps", "watermarks",
    ];

    private readonly Dictionary<string, (int Right, int Asked, int WholeRight)> _counts = Fields.ToDictionary(f => f, _ => (0, 0, 0));

    private readonly StringBuilder _wrong = new();

    private int _documents;

    /// <summary>Right values out of those asked, over all fields.</summary>
    internal double Share => (double)_counts.Values.Sum(count => count.Right) / _counts.Values.Sum(count => count.Asked);

    /// <summary>What was expected and what was given instead, for each field that is not wholly right.</summary>
    internal string Wrong => _wrong.ToString();

    internal void Add(string document, JsonNode expected, JsonNode got)
    {
        _documents++;
        foreach (var field in Fields)
        {
            var (right, asked) = Compare(Values(expected[field]), Values(got[field]), expected[field] is JsonArray);
            var (rightBefore, askedBefore, wholeBefore) = _counts[field];
            _counts[field] = (rightBefore + right, askedBefore + asked, wholeBefore + (right == asked ? 1 : 0));
            if (right != asked)
            {
                _wrong.AppendLine(CultureInfo.InvariantCulture, $"{document} {field}");
                AppendOnly(_wrong, "  expected ", Values(expected[field]), Values(got[field]));
                AppendOnly(_wrong, "  got      ", Values(got[field]), Values(expected[field]));
            }
        }
    }

    internal string Table(string title)
    {
        var table = new StringBuilder();
        table.AppendLine(CultureInfo.InvariantCulture, $"{title,-14} {"documents right",18} {"values right",18}");
        foreach (var (field, (right, asked, whole)) in _counts)
        {
            table.AppendLine(CultureInfo.InvariantCulture, $"{field,-14} {Part(whole, _documents),18} {Part(right, asked),18}");
        }

        return table.AppendLine(CultureInfo.InvariantCulture, $"{"all",-14} {"",18} {Share,18:P1}").ToString();
    }

    private static string Part(int right, int asked) =>
        string.Create(CultureInfo.InvariantCulture, $"{right}/{asked} {(asked == 0 ? 1 : (double)right / asked),7:P1}");

    private static (int Right, int Asked) Compare(string?[] expected, string?[] got, bool list)
    {
        if (list)
        {
            return (CommonInOrder(expected, got), Math.Max(expected.Length, got.Length));
        }

        var width = Math.Max(expected.Length, got.Length);
        var pairs = Enumerable.Range(0, width).Select(i => (expected.ElementAtOrDefault(i), got.ElementAtOrDefault(i)));
        var asked = pairs.Where(pair => pair is not (null, null)).ToList();
        return (asked.Count(pair => pair.Item1 == pair.Item2), asked.Count);
    }

    private static int CommonInOrder(string?[] expected, string?[] got)
    {
        var longest = new int[expected.Length + 1, got.Length + 1];
        for (var i = 1; i <= expected.Length; i++)
        {
            for (var j = 1; j <= got.Length; j++)
            {
                longest[i, j] = expected[i - 1] == got[j - 1]
                    ? longest[i - 1, j - 1] + 1
                    : Math.Max(longest[i - 1, j], longest[i, j - 1]);
            }
        }

        return longest[expected.Length, got.Length];
    }

    // A list gives its items, a signature its three parts, a type or a plain value itself.
    private static string?[] Values(JsonNode? node) => node switch
    {
        JsonArray items => [.. items.Select(item => item!.ToJsonString(Relaxed))],
        JsonObject signature when signature.ContainsKey("authority") => [.. signature.Select(part => part.Value?.ToString())],
        JsonObject type => [type.ToJsonString(Relaxed)],
        null => [],
        _ => [node.ToString()],
    };

    private static readonly System.Text.Json.JsonSerializerOptions Relaxed = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static void AppendOnly(StringBuilder text, string label, string?[] values, string?[] others)
    {
        var left = others.ToList();
        var only = values.Where(value => !left.Remove(value)).ToList();
        only.ForEach(value => text.Append(label).AppendLine(value ?? "null"));
    }
}
