namespace Workflow.Directives.Recipients;

/// <summary>Refusals about Nơi nhận.</summary>
public static class RecipientRefusals
{
    /// <summary>The list is frozen since the issue.</summary>
    public static Refusal Frozen { get; } = new(
        RefusalKind.Conflict,
        "recipients.frozen",
        "Danh sách nơi nhận đã chốt khi phát hành, không sửa được nữa.",
        "The list of recipients was frozen at issue and cannot be changed.");

    /// <summary>The document is signed, so its drafter no longer changes where it goes.</summary>
    public static Refusal Signed { get; } = new(
        RefusalKind.Conflict,
        "recipients.signed",
        "Văn bản đã ký: từ đây chỉ văn thư xử lý nơi nhận cho đến khi phát hành.",
        "The document is signed: from here until the issue only the registry settles its recipients.");

    /// <summary>A unit is not in the directory today.</summary>
    public static Refusal UnitsUnknown { get; } = new(
        RefusalKind.Invalid,
        "recipients.units-unknown",
        "Có đơn vị không còn trong danh bạ hôm nay. Hãy chọn lại đơn vị đang hoạt động.",
        "A unit is not in the directory today. Choose units that exist now.");

    /// <summary>The text has no such line.</summary>
    /// <param name="line">The line given.</param>
    public static Refusal NoSuchLine(string line) => new(
        RefusalKind.Invalid,
        "recipients.no-such-line",
        $"Văn bản không có dòng nơi nhận \"{line}\".",
        $"The document has no recipient line \"{line}\".");
}
