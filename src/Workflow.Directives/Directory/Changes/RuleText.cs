namespace Workflow.Directives.Directory.Changes;

/// <summary>
/// A rule as text: a kind, then a kind of territory, then what else narrows it, parted by slashes:
/// <c>CommuneParty/Ward</c>, <c>level:Commune/system:State</c>, <c>Department/under:UBND</c>.
/// </summary>
internal static class RuleText
{
    private const string AreaMark = "area:";
    private const string SystemMark = "system:";
    private const string LevelMark = "level:";
    private const string UnderMark = "under:";

    public static string Of(UnitGroupRule rule, Func<Guid, string?> codeOf) => string.Join('/', new[]
    {
        rule.Kind?.ToString(),
        rule.AreaKind is { } area ? (rule.Kind is null ? AreaMark : "") + area : null,
        rule.System is { } system ? SystemMark + system : null,
        rule.Level is { } level ? LevelMark + level : null,
        rule.UnderId is { } under ? UnderMark + codeOf(under) : null,
    }.OfType<string>());

    /// <summary>Reads a rule.</summary>
    /// <param name="text">The rule.</param>
    /// <param name="rule">Gets what the text says.</param>
    /// <param name="idOf">Key of a unit by its code.</param>
    /// <returns>Whether all of the text was understood and it says anything.</returns>
    public static bool Read(string text, UnitGroupRule rule, Func<string, Guid?> idOf)
    {
        foreach (var part in text.Split('/', StringSplitOptions.TrimEntries))
        {
            if (!ReadPart(part, rule, idOf))
            {
                return false;
            }
        }

        return true;
    }

    private static bool ReadPart(string part, UnitGroupRule rule, Func<string, Guid?> idOf)
    {
        if (part.StartsWith(SystemMark, StringComparison.OrdinalIgnoreCase))
        {
            return (rule.System = RowReader.Names<UnitSystem>(part[SystemMark.Length..])) is not null;
        }

        if (part.StartsWith(LevelMark, StringComparison.OrdinalIgnoreCase))
        {
            return (rule.Level = RowReader.Names<UnitLevel>(part[LevelMark.Length..])) is not null;
        }

        if (part.StartsWith(UnderMark, StringComparison.OrdinalIgnoreCase))
        {
            return (rule.UnderId = idOf(part[UnderMark.Length..].ToUpperInvariant())) is not null;
        }

        if (part.StartsWith(AreaMark, StringComparison.OrdinalIgnoreCase))
        {
            return (rule.AreaKind = RowReader.Names<AreaKind>(part[AreaMark.Length..])) is not null;
        }

        return rule.Kind is null
            ? (rule.Kind = RowReader.Names<UnitKind>(part)) is not null
            : (rule.AreaKind = RowReader.Names<AreaKind>(part)) is not null;
    }
}
