namespace Workflow.Directives.Signing;

/// <summary>Refusals about signing.</summary>
public static class SigningRefusals
{
    /// <summary>What was shown is not what would be signed.</summary>
    public static Refusal ShownDiffers { get; } = new(
        RefusalKind.Conflict,
        "signing.shown-differs",
        "Nội dung đã hiển thị không trùng với nội dung đang trình ký. Hãy mở lại văn bản, đọc và ký lại.",
        "What was shown is not the content to be signed. Open the document again, read it, then sign.");

    /// <summary>The other person cannot sign it.</summary>
    public static Refusal CannotForward { get; } = new(
        RefusalKind.Invalid,
        "signing.cannot-forward",
        "Người nhận chuyển không có thẩm quyền ký văn bản này, hoặc đã soạn hay duyệt văn bản.",
        "The person you pass it to may not sign this document, or drafted or approved it.");
}
