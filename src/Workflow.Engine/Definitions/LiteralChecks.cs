using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Workflow.Engine;

/// <summary>Whether a literal fits the type of its input. Types this knows nothing of pass.</summary>
internal static partial class LiteralChecks
{
    internal static void Check(JsonNode literal, string path, string activityId, ActivityInput input, ReadingLog log)
    {
        var text = literal.GetValueKind() == JsonValueKind.String ? literal.GetValue<string>() : null;
        if (!input.Allowed.IsEmpty && !input.Allowed.Contains(text ?? literal.ToJsonString()))
        {
            log.Add(path, activityId, "input.wrong-value", $"\"{text ?? literal.ToJsonString()}\" is no value of \"{input.Name}\".", ReadingLog.Nearest(text ?? string.Empty, input.Allowed));
        }
        else if (input.TypeName == "TimeSpan")
        {
            CheckDuration(text ?? literal.ToJsonString(), path, activityId, log);
        }
        else if (input.TypeName == "DateTime")
        {
            CheckMoment(text ?? literal.ToJsonString(), path, activityId, log);
        }
        else if (!Fits(literal, text, input.TypeName))
        {
            log.Add(path, activityId, "input.wrong-type", $"{literal.ToJsonString()} is no {input.TypeName}.", $"Write a {input.TypeName} for \"{input.Name}\". {input.Description}".TrimEnd());
        }
    }

    private static bool Fits(JsonNode literal, string? text, string typeName)
    {
        var kind = literal.GetValueKind();
        return typeName switch
        {
            "String" => kind is not (JsonValueKind.Array or JsonValueKind.Object),
            "Boolean" => kind is JsonValueKind.True or JsonValueKind.False || bool.TryParse(text, out _),
            "Int16" or "Int32" or "Int64" or "Long" => long.TryParse(text ?? literal.ToJsonString(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _),
            "Single" or "Double" or "Decimal" => double.TryParse(text ?? literal.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out _),
            "String[]" => literal is JsonArray list && list.All(n => n?.GetValueKind() == JsonValueKind.String),
            _ => true,
        };
    }

    /// <summary>.NET reads <c>72:00:00</c> as 72 days, people as 72 hours; so neither reading is accepted.</summary>
    private static void CheckDuration(string text, string path, string activityId, ReadingLog log)
    {
        try
        {
            InputConversion.ToDuration(text);
        }
        catch (FormatException)
        {
            var remedy = HoursPattern().Match(text) is { Success: true } match && int.Parse(match.ValueSpan[..match.ValueSpan.IndexOf(':')], CultureInfo.InvariantCulture) is >= 24 and var hours
                ? $"For {hours} hours write \"{TimeSpan.FromHours(hours):c}\", for {hours} days \"{hours}.00:00:00\"."
                : "Write hours below 24 as \"hh:mm:ss\" and longer ones as \"days.hh:mm:ss\".";
            log.Add(path, activityId, "duration.invalid", $"\"{text}\" is no duration that is read the same way everywhere.", remedy);
        }
    }

    private static void CheckMoment(string text, string path, string activityId, ReadingLog log)
    {
        if (!DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out _))
        {
            log.Add(path, activityId, "moment.invalid", $"\"{text}\" is no moment.", "Write ISO 8601, e.g. \"2026-07-01T07:30:00+07:00\".");
        }
        else if (!OffsetPattern().IsMatch(text))
        {
            log.Add(path, activityId, "moment.no-offset", $"\"{text}\" does not say which time zone it means.", "End it with \"Z\" or an offset such as \"+07:00\".");
        }
    }

    [GeneratedRegex(@"^\d{1,6}:\d\d:\d\d$", RegexOptions.CultureInvariant)]
    private static partial Regex HoursPattern();

    [GeneratedRegex(@"(Z|[+-]\d\d:\d\d)$", RegexOptions.CultureInvariant)]
    private static partial Regex OffsetPattern();
}
