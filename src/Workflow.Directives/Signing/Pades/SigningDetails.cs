namespace Workflow.Directives.Signing.Pades;

/// <summary>What a signature says besides who made it; people read it in any reader of PDF.</summary>
/// <param name="Name">Who signs, as printed: a person, or the organ for its seal.</param>
/// <param name="Reason">In which capacity, e.g. <c>T/M BAN THƯỜNG VỤ, BÍ THƯ</c>; null: none is said.</param>
/// <param name="Location">Place, e.g. <c>Nam Bình</c>; null: none is said.</param>
/// <param name="At">When, UTC, by this program's clock. Only a timestamp proves it.</param>
/// <param name="Reach">What may still happen to the file.</param>
public sealed record SigningDetails(string Name, string? Reason, string? Location, DateTime At, SignatureReach Reach);

/// <summary>What a signature lets others do to the file after it.</summary>
public enum SignatureReach
{
    /// <summary>Filling in the reserved fields and signing: DocMDP, level 2 (ISO 32000-1, 12.8.2.2). Only the first signature of a file.</summary>
    FillAndSign,

    /// <summary>Nothing: every field is locked (FieldMDP, action All; 12.8.2.4).</summary>
    Nothing,
}
