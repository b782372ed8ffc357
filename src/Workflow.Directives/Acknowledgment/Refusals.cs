namespace Workflow.Directives.Acknowledgment;

/// <summary>Refusals about answers of units.</summary>
public static class AcknowledgmentRefusals
{
    /// <summary>The document was withdrawn.</summary>
    public static Refusal Withdrawn { get; } = new(
        RefusalKind.Gone,
        "acknowledgment.withdrawn",
        "Văn bản này không còn hiệu lực gửi nhận. Đề nghị liên hệ Văn phòng Tỉnh ủy.",
        "This document has been withdrawn. Please contact the Office.");

    /// <summary>The document was recalled.</summary>
    /// <param name="replacement">Number of the document in its place, or null.</param>
    public static Refusal Recalled(string? replacement) => new(
        RefusalKind.Gone,
        "acknowledgment.recalled",
        replacement is null
            ? "Văn bản này đã bị thu hồi, không xác nhận được nữa. Đề nghị trả lời thông báo thu hồi."
            : $"Văn bản này đã bị thu hồi và được thay bằng văn bản số {replacement}. Đề nghị trả lời thông báo thu hồi.",
        replacement is null
            ? "This document has been recalled and can no longer be acknowledged. Please answer the recall."
            : $"This document has been recalled and replaced by {replacement}. Please answer the recall.");

    /// <summary>The unit refused it before.</summary>
    public static Refusal AlreadyRefused { get; } = new(
        RefusalKind.Conflict,
        "acknowledgment.already-refused",
        "Đơn vị đã từ chối tiếp nhận văn bản này. Nếu nhầm, đề nghị liên hệ Văn phòng Tỉnh ủy.",
        "Your unit has refused this document. If that was a mistake, please contact the Office.");

    /// <summary>The unit took it before.</summary>
    public static Refusal AlreadyAccepted { get; } = new(
        RefusalKind.Conflict,
        "acknowledgment.already-accepted",
        "Đơn vị đã xác nhận đã nhận, nên không từ chối được nữa.",
        "Your unit has acknowledged receipt, so it can no longer refuse.");

    /// <summary>The unit has not taken it yet.</summary>
    public static Refusal NotAccepted { get; } = new(
        RefusalKind.Conflict,
        "acknowledgment.not-accepted",
        "Hãy xác nhận đã nhận trước khi báo tiến độ xử lý; tiến độ chỉ đi tới.",
        "Acknowledge receipt before reporting progress; progress only goes forward.");
}
