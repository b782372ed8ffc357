namespace Workflow.Directives.Dissemination;

/// <summary>Refusals about notices and units.</summary>
public static class DisseminationRefusals
{
    /// <summary>The directive is not out, or follow-up has ended.</summary>
    public static Refusal NotOpen { get; } = new(
        RefusalKind.Conflict,
        "dissemination.not-open",
        "Văn bản chưa phát hành hoặc đã kết thúc theo dõi.",
        "The document is not issued, or its follow-up has ended.");

    /// <summary>The unit has answered.</summary>
    public static Refusal NotAwaited { get; } = new(
        RefusalKind.Conflict,
        "dissemination.not-awaited",
        "Đơn vị này đã trả lời hoặc không còn phải chờ.",
        "This unit has answered or is no longer awaited.");

    /// <summary>The notice did not fail.</summary>
    public static Refusal NotFailed { get; } = new(
        RefusalKind.Conflict,
        "dissemination.not-failed",
        "Thông báo tới đơn vị này không ở trạng thái gửi lỗi, nên không gửi lại: gửi lại sẽ thành hai lần.",
        "The notice to this unit has not failed, so it is not sent again: that would be twice.");

    /// <summary>The address is malformed.</summary>
    public static Refusal AddressInvalid { get; } = new(
        RefusalKind.Invalid,
        "dissemination.address",
        "Địa chỉ thư điện tử không hợp lệ.",
        "The e-mail address is not valid.");

    /// <summary>The unit was reminded by hand minutes ago.</summary>
    public static Refusal JustReminded { get; } = new(
        RefusalKind.Conflict,
        "dissemination.just-reminded",
        "Đơn vị này vừa được nhắc trong ngày hôm nay.",
        "This unit was already reminded by hand today.");

    /// <summary>The link is too old, or was taken back.</summary>
    public static Refusal LinkEnded { get; } = new(
        RefusalKind.Gone,
        "dissemination.link-ended",
        "Liên kết này đã hết hạn hoặc đã được thay. Hãy dùng liên kết trong thư mới nhất, hoặc liên hệ văn thư cơ quan gửi.",
        "This link has expired or was replaced. Use the link in the latest message, or contact the registry of the sending office.");
}
