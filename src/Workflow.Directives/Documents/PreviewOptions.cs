namespace Workflow.Directives.Documents;

/// <summary>A number and the date that goes with it, once the registry has given them.</summary>
/// <param name="Number">Canonical number, <c>08-CT/TU</c>.</param>
/// <param name="Date">Date of issue.</param>
public sealed record AssignedNumber(string Number, DateOnly Date);

/// <summary>What a preview shows beside the text itself. With nothing set it shows an unsigned paper as its text stands.</summary>
public sealed record PreviewOptions
{
    /// <summary>The registry's number and date; unset, those of the text are shown, and gaps where it has none.</summary>
    public AssignedNumber? NumberAndDate { get; init; }

    /// <summary>The year printed after the gaps for day and month; unset, that is a gap too.</summary>
    public int? DraftYear { get; init; }

    /// <summary>What stands in place of the signature, e.g. <c>(Đã ký)</c>; unset, the text's own note, if any.</summary>
    public string? SignatureNote { get; init; }

    /// <summary>What stands in place of the organ's seal; unset, nothing.</summary>
    public string? SealNote { get; init; }

    /// <summary>Whether a draft mark is shown: the text's own, else DỰ THẢO. Default false.</summary>
    public bool DraftMark { get; init; }

    /// <summary>Whether the page reflows for a narrow screen instead of standing as an A4 sheet. Default false.</summary>
    public bool ReadingMode { get; init; }
}
