using Workflow.Directives.Documents;

namespace Workflow.Directives.Directory;

/// <summary>One line of "Kính gửi" or "Nơi nhận" as printed.</summary>
/// <param name="Line">Position in its list, from 1.</param>
/// <param name="Text">The line without bullet and terminator.</param>
/// <param name="Note">The purpose in brackets ("để báo cáo"), without brackets, when the reader took it off the text.</param>
public sealed record RecipientText(int Line, string Text, string? Note = null)
{
    /// <summary>The lines of "Kính gửi", to which "Như trên" refers back.</summary>
    /// <param name="document">The document as read.</param>
    public static IReadOnlyList<RecipientText> AddresseesOf(DirectiveDocument document)
    {
        ArgumentNullException.ThrowIfNull(document);
        return [.. document.Addressees.Select(line => new RecipientText(line.Line, line.Text))];
    }
}

/// <summary>A unit that a line means.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">Its name on the day of resolving.</param>
/// <param name="Reason">The printed line that named it.</param>
public sealed record ResolvedUnit(Guid UnitId, string UnitName, string Reason);

/// <summary>Something a clerk must settle before the list can be used.</summary>
/// <param name="Code">One of <see cref="RecipientProblemCode"/>.</param>
/// <param name="Vietnamese">What is wrong and what to do.</param>
/// <param name="English">The same in English.</param>
/// <param name="Part">The part of the line it is about, as printed.</param>
public sealed record RecipientProblem(string Code, string Vietnamese, string English, string Part);

/// <summary>The stable codes of <see cref="RecipientProblem"/>.</summary>
public static class RecipientProblemCode
{
    /// <summary>The directory knows nothing under this text.</summary>
    public const string Unknown = "unknown";

    /// <summary>Several living units bear the name.</summary>
    public const string Ambiguous = "ambiguous";

    /// <summary>The unit, or every unit of the group, had ended by that day.</summary>
    public const string Ended = "ended";

    /// <summary>The unit does not exist yet on that day.</summary>
    public const string NotYet = "not-yet";

    /// <summary>The group has no member on that day and none that ended before it.</summary>
    public const string NoLiveMember = "no-live-member";

    /// <summary>Nobody holds the post on that day.</summary>
    public const string Vacant = "vacant";

    /// <summary>The unit is meant, but has no mailbox.</summary>
    public const string NoContact = "no-contact";

    /// <summary>"Như trên" without any "Kính gửi".</summary>
    public const string NoAddressees = "no-addressees";

    /// <summary>A bracket that is not a purpose ("trừ …"): it may change who is meant.</summary>
    public const string Note = "note";

    /// <summary>Nothing is written on the line.</summary>
    public const string Empty = "empty";
}

/// <summary>A way to settle a problem. Never applied by itself.</summary>
/// <param name="Part">The part of the line it would replace.</param>
/// <param name="Name">The unit or group proposed.</param>
/// <param name="UnitIds">The units it stands for on that day.</param>
/// <param name="Vietnamese">Why it is proposed.</param>
/// <param name="English">The same in English.</param>
public sealed record Suggestion(string Part, string Name, IReadOnlyList<Guid> UnitIds, string Vietnamese, string English);

/// <summary>A unit of a line that had ended by the day, and who took over: the whole list behind a problem that names only some.</summary>
/// <param name="Part">The part of the line that meant it, as printed.</param>
/// <param name="Ended">Name of the unit that ended.</param>
/// <param name="LastDay">Its last day.</param>
/// <param name="Heirs">Names of those that carry on its work on the day asked for; empty when nobody does.</param>
public sealed record Succession(string Part, string Ended, DateOnly LastDay, IReadOnlyList<string> Heirs);

/// <summary>What one line means on one day. Every part of the line is in <see cref="Units"/>, in <see cref="Problems"/>, archive or "Như trên".</summary>
public sealed record LineResolution
{
    /// <summary>Position in the list, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>The line as printed.</summary>
    public required string Text { get; init; }

    /// <summary>Whether the line, or its end, is the archive copy ("Lưu …"): nothing is delivered for it.</summary>
    public bool Archive { get; init; }

    /// <summary>Whether the line refers back to "Kính gửi" ("Như trên").</summary>
    public bool BackReference { get; init; }

    /// <summary>The units meant, each once, in the order of the line.</summary>
    public IReadOnlyList<ResolvedUnit> Units { get; init; } = [];

    /// <summary>What a clerk must settle; empty when the line is clear.</summary>
    public IReadOnlyList<RecipientProblem> Problems { get; init; } = [];

    /// <summary>Ways to settle the problems.</summary>
    public IReadOnlyList<Suggestion> Suggestions { get; init; } = [];

    /// <summary>For each unit meant that had ended: who took over.</summary>
    public IReadOnlyList<Succession> Successions { get; init; } = [];

    /// <summary>Whether nothing is left to settle.</summary>
    public bool Clear => Problems.Count == 0;
}

/// <summary>A unit of the whole list, once, with every line that named it.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Reasons">The printed lines that named it, in their order, each once.</param>
public sealed record MergedRecipient(Guid UnitId, string UnitName, IReadOnlyList<string> Reasons)
{
    /// <summary>Brings the lines together: a unit named by three lines gets one notice and keeps the three reasons.</summary>
    /// <param name="lines">The resolved lines in their order.</param>
    /// <returns>One recipient for each unit, in order of first mention.</returns>
    public static IReadOnlyList<MergedRecipient> Of(IEnumerable<LineResolution> lines) => Of(lines.SelectMany(line => line.Units));

    /// <summary>Brings single mentions of units together.</summary>
    /// <param name="units">The mentions in their order.</param>
    /// <returns>One recipient for each unit, in order of first mention.</returns>
    public static IReadOnlyList<MergedRecipient> Of(IEnumerable<ResolvedUnit> units) =>
        [.. units
            .GroupBy(unit => unit.UnitId)
            .Select(same => new MergedRecipient(same.Key, same.First().UnitName, [.. same.Select(unit => unit.Reason).Distinct()]))];
}
