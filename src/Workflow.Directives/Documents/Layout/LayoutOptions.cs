namespace Workflow.Directives.Documents.Layout;

/// <summary>What is laid out beside the text itself.</summary>
internal sealed record LayoutOptions
{
    /// <summary>The registry's number and date; unset, those of the text, and gaps where it has none.</summary>
    internal AssignedNumber? NumberAndDate { get; init; }

    /// <summary>The year printed after the gaps for day and month.</summary>
    internal int? DraftYear { get; init; }

    /// <summary>Whether number, date, signature and seal are fields to be filled later.</summary>
    internal bool Reserve { get; init; }

    /// <summary>Whether a draft mark is printed: the text's own, else DỰ THẢO.</summary>
    internal bool DraftMark { get; init; }

    /// <summary>What stands in place of the signature; unset, the text's own note.</summary>
    internal string? SignedNote { get; init; }

    /// <summary>What stands in place of the seal.</summary>
    internal string? SealNote { get; init; }
}
