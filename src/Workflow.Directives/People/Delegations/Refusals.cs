namespace Workflow.Directives.People.Delegations;

/// <summary>Refusals about delegations.</summary>
public static class DelegationRefusals
{
    /// <summary>The role is not the giver's own, and he may not pass it on.</summary>
    public static Refusal NotYours { get; } = new(
        RefusalKind.NotAllowed,
        "delegation.not-yours",
        "Chỉ ủy quyền được thẩm quyền của chính mình; thẩm quyền được ủy quyền không được giao tiếp khi văn bản ủy quyền không cho phép.",
        "You can delegate your own authority only; what was delegated to you is not passed on unless its basis allows it.");

    /// <summary>To himself, to nobody, or to somebody who could never make use of it.</summary>
    public static Refusal Delegate { get; } = new(
        RefusalKind.Invalid,
        "delegation.delegate",
        "Người được ủy quyền phải là người khác, đang hoạt động và giữ chức trách được phép làm việc này: ủy quyền không mở thêm quyền mà bảng phân quyền không cho.",
        "The delegate must be somebody else with an open account whose own role allows these acts: a delegation never opens what the table of rights closes.");

    /// <summary>The days are wrong.</summary>
    public static Refusal Days { get; } = new(
        RefusalKind.Invalid,
        "delegation.days",
        $"Thời hạn ủy quyền: từ hôm nay trở đi, ngày cuối không trước ngày đầu, dài nhất {Delegation.LongestDays} ngày, trong thời hạn được giao nếu giao tiếp.",
        $"Days of a delegation: from today on, the last not before the first, at most {Delegation.LongestDays} days, within the given time when passed on.");

    /// <summary>A type that does not exist here.</summary>
    public static Refusal Types { get; } = new(
        RefusalKind.Invalid,
        "delegation.types",
        "Loại văn bản được ủy quyền không có trong danh mục.",
        "A document type of the delegation is not among the types.");

    /// <summary>It has ended already.</summary>
    public static Refusal AlreadyEnded { get; } = new(
        RefusalKind.Conflict, "delegation.ended-before", "Ủy quyền này đã kết thúc.", "This delegation has ended already.");

    /// <summary>The delegation by which somebody would have acted is over.</summary>
    /// <param name="mandate">What it was.</param>
    public static Refusal Ended(Mandate mandate)
    {
        ArgumentNullException.ThrowIfNull(mandate);
        return new(
            RefusalKind.NotAllowed,
            "delegation.ended",
            $"Ủy quyền của đồng chí {mandate.PrincipalName} ({mandate.Basis}) đã hết hiệu lực, nên đồng chí không xử lý được việc này nữa. Việc vẫn ở chỗ người ủy quyền.",
            $"The delegation by {mandate.PrincipalName} ({mandate.Basis}) has ended, so you can no longer do this task. It is still with the one who delegated.");
    }
}
