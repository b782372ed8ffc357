namespace Workflow.Directives.Directory.Changes;

/// <summary>The four lists a directory is made of. Each is edited, imported and exported as rows of named fields.</summary>
public enum DirectorySheet
{
    /// <summary>Units with their contacts; the key is <c>code</c>.</summary>
    Units,

    /// <summary>Recipient groups; the key is <c>name</c>.</summary>
    Groups,

    /// <summary>Posts with their holders; the key is <c>code</c>.</summary>
    Posts,

    /// <summary>Abbreviations; the key is <c>short</c>.</summary>
    Abbreviations,
}

/// <summary>One row as somebody wants it to be. A field that is not named stays as it is; an empty one is cleared.</summary>
/// <param name="Number">Row in the file or form, from 1; for problems.</param>
/// <param name="Fields">Values by column. Lists are parted by <c>|</c> or line breaks, days are <c>yyyy-MM-dd</c> or <c>dd/MM/yyyy</c>.</param>
/// <param name="Key">The key the row has now, when <paramref name="Fields"/> gives it a new name; null takes the key from the fields.</param>
public sealed record DirectoryRow(int Number, IReadOnlyDictionary<string, string> Fields, string? Key = null);

/// <summary>What happens to a row.</summary>
public enum RowChangeKind
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>Some of its fields change.</summary>
    Changed,

    /// <summary>It gets a last day.</summary>
    Ended,

    /// <summary>It is taken away.</summary>
    Removed,

    /// <summary>It stays as it is.</summary>
    Unchanged,
}

/// <summary>One field of a row that changes.</summary>
/// <param name="Field">The column.</param>
/// <param name="Old">What it was; empty for nothing.</param>
/// <param name="New">What it will be; empty for nothing.</param>
public sealed record FieldChange(string Field, string Old, string New)
{
    private const char Separator = '|';

    /// <summary>Whether the field is a list, so that single entries come and go.</summary>
    public bool Many => Old.Contains(Separator, StringComparison.Ordinal) || New.Contains(Separator, StringComparison.Ordinal);

    /// <summary>Entries of a list that come.</summary>
    public IEnumerable<string> Coming => Entries(New).Except(Entries(Old), StringComparer.Ordinal);

    /// <summary>Entries of a list that go.</summary>
    public IEnumerable<string> Going => Entries(Old).Except(Entries(New), StringComparer.Ordinal);

    private static string[] Entries(string text) => text.Split(Separator, StringSplitOptions.RemoveEmptyEntries);
}

/// <summary>What happens to one row of a list.</summary>
/// <param name="Row">Row in the file or form; 0 for a removal.</param>
/// <param name="Key">Its key.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Kind">What happens.</param>
/// <param name="Fields">The fields that change; empty when none does.</param>
public sealed record RowChange(int Row, string Key, string Name, RowChangeKind Kind, IReadOnlyList<FieldChange> Fields);

/// <summary>Who enters and leaves a group, or a post, on the day looked at.</summary>
/// <param name="Name">Name of the group or post.</param>
/// <param name="Entering">Names of those who enter.</param>
/// <param name="Leaving">Names of those who leave.</param>
public sealed record MembershipChange(string Name, IReadOnlyList<string> Entering, IReadOnlyList<string> Leaving);

/// <summary>Everything that would change, and what stands against it. Nothing has been changed.</summary>
public sealed record DirectoryPreview
{
    /// <summary>The list that changes.</summary>
    public required DirectorySheet Sheet { get; init; }

    /// <summary>Fingerprint of the whole directory as it was looked at; the change is made only while it is still so.</summary>
    public required string Seen { get; init; }

    /// <summary>The day the memberships are looked at.</summary>
    public required DateOnly At { get; init; }

    /// <summary>Every row, in the order given; removals last.</summary>
    public required IReadOnlyList<RowChange> Changes { get; init; }

    /// <summary>Why the change cannot be made, by row; empty when it can.</summary>
    public required IReadOnlyList<TextProblem> Problems { get; init; }

    /// <summary>What was left out or should be looked at, by row; does not stand against the change.</summary>
    public required IReadOnlyList<TextProblem> Notes { get; init; }

    /// <summary>Groups and posts with other members on <see cref="At"/>; empty while there are problems.</summary>
    public required IReadOnlyList<MembershipChange> Memberships { get; init; }

    /// <summary>How many rows a thing happens to.</summary>
    /// <param name="kind">What happens.</param>
    public int Count(RowChangeKind kind) => Changes.Count(change => change.Kind == kind);

    /// <summary>Whether anything changes at all.</summary>
    public bool ChangesAnything => Changes.Any(change => change.Kind != RowChangeKind.Unchanged);
}
