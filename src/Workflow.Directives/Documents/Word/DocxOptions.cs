namespace Workflow.Directives.Documents.Word;

/// <summary>What a Word file shows beside the text itself. With nothing set it shows an unsigned paper as its text stands.</summary>
public sealed record DocxOptions
{
    /// <summary>The registry's number and date; unset, those of the text are shown, and gaps where it has none.</summary>
    public AssignedNumber? NumberAndDate { get; init; }

    /// <summary>The year printed after the gaps for day and month; unset, that is a gap too.</summary>
    public int? DraftYear { get; init; }

    /// <summary>Whether a draft mark is shown: the text's own, else <c>Dự thảo</c>. Default false.</summary>
    public bool DraftMark { get; init; }

    /// <summary>What stands in place of the signature, e.g. <c>(Đã ký)</c>; unset, the text's own note, if any.</summary>
    public string? SignedNote { get; init; }
}
