namespace Workflow.Directives.Orders;

/// <summary>Refusals about the tasks of a directive.</summary>
public static class OrderRefusals
{
    /// <summary>Follow-up is over, or the directive was given up.</summary>
    public static Refusal Over { get; } = new(
        RefusalKind.Conflict,
        "orders.over",
        "Văn bản đã kết thúc theo dõi hoặc đã hủy, không sửa nhiệm vụ được nữa.",
        "Follow-up has ended or the document was cancelled; its tasks can no longer be changed.");

    /// <summary>The document is signed, so its drafter no longer says what it orders.</summary>
    public static Refusal Signed { get; } = new(
        RefusalKind.Conflict,
        "orders.signed",
        "Văn bản đã ký: từ đây văn thư xác nhận và theo dõi nhiệm vụ.",
        "The document is signed: from here the registry confirms and follows its tasks.");

    /// <summary>The text holds no such passage, or the task is not there.</summary>
    public static Refusal NoSuchOrder { get; } = new(
        RefusalKind.Invalid,
        "orders.no-such",
        "Không còn nhiệm vụ này trong văn bản. Hãy tải lại trang.",
        "This task is no longer in the document. Reload the page.");

    /// <summary>Nobody is tasked.</summary>
    public static Refusal Nobody { get; } = new(
        RefusalKind.Invalid,
        "orders.nobody",
        "Hãy ghi cơ quan được giao: chọn đơn vị trong danh bạ, hoặc ghi tên như trong văn bản.",
        "Say who is tasked: choose units of the directory, or write the name as the document has it.");

    /// <summary>Nothing is left that could be confirmed unseen.</summary>
    public static Refusal NothingClear { get; } = new(
        RefusalKind.Conflict,
        "orders.nothing-clear",
        "Không còn nhiệm vụ nào đã rõ đơn vị để xác nhận cùng lúc. Hãy xem từng nhiệm vụ.",
        "No task with known units is left to confirm at once. Look at them one by one.");
}
