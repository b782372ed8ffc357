namespace Workflow.Directives.Documents.Pdf;

/// <summary>What a PDF of a directive shows beside its text. With only the first two set it is an unsigned paper as its text stands.</summary>
public sealed record PdfOptions
{
    /// <summary>What the file is known by; the same id, document, profile and options give the same bytes.</summary>
    public required Guid Id { get; init; }

    /// <summary>When the file was made, UTC; written into it.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>The registry's number and date, printed on the page; unset, those of the text, and gaps where it has none.</summary>
    public AssignedNumber? NumberAndDate { get; init; }

    /// <summary>The year printed after the gaps for day and month; unset, that of the text's date, else a gap too.</summary>
    public int? DraftYear { get; init; }

    /// <summary>
    /// Whether number, date, signature and seal are form fields (<see cref="DirectiveFields"/>) to be filled later; then neither number
    /// nor date is printed, even when known. Default false.
    /// </summary>
    public bool Reserve { get; init; }

    /// <summary>Whether a draft mark is printed under the number: the text's own, else Dự thảo. Default false.</summary>
    public bool DraftMark { get; init; }

    /// <summary>Printed in place of the signature, e.g. <c>(Đã ký)</c>; unset, the text's own note. Not with <see cref="Reserve"/>.</summary>
    public string? SignedNote { get; init; }

    /// <summary>Printed in place of the seal; unset, nothing. Not with <see cref="Reserve"/>.</summary>
    public string? SealNote { get; init; }

    /// <summary>Where the file can be verified; printed small at the foot of the last page, with a QR code.</summary>
    public string? VerifyAddress { get; init; }

    /// <summary>The stamp of the receiving office, printed in the upper margin of the first page.</summary>
    public ArrivalStamp? ArrivalStamp { get; init; }

    /// <summary>Who looks at this copy, and when; printed in light grey on every page.</summary>
    public Watermark? ViewMark { get; init; }
}
