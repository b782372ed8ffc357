using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.People.Rights;

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

    /// <summary>Today's list is the agreed one.</summary>
    public static Refusal NothingToAgree { get; } = new(
        RefusalKind.Conflict,
        "recipients.nothing-to-agree",
        "Nơi nhận hôm nay không khác danh sách đã thống nhất; không có gì để đồng ý.",
        "The recipients of today are the agreed ones; there is nothing to agree to.");

    /// <summary>The directory changed again since the list was shown.</summary>
    public static Refusal ListStale { get; } = new(
        RefusalKind.Conflict,
        "recipients.list-stale",
        "Danh bạ vừa thay đổi thêm một lần nữa. Hãy xem lại các đơn vị thêm, bớt rồi đồng ý.",
        "The directory has just changed once more. Look at the units again, then agree.");

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

    /// <summary>The capacity in which somebody works on a list.</summary>
    internal static string Capacity(Actor actor, Relation relation) => actor.CapacityFor(Right.SettleRecipients, relation).ToString();

    /// <summary>Why somebody may not work on a list now; null when he may.</summary>
    internal static Refusal? Forbidden(Directive directive, Actor actor, Relation relation)
    {
        if (actor.Refuse(Right.SettleRecipients, relation) is { } never)
        {
            return never;
        }

        // From the signature on only the registry, which issues, may still say what a line means.
        if (!actor.May(Right.SettleRecipients) && directive.State is (DirectiveState.Signed or DirectiveState.Numbered or DirectiveState.Sealed))
        {
            return Signed;
        }

        return directive.State is DirectiveState.Issued or DirectiveState.Closed or DirectiveState.Cancelled or DirectiveState.Recalled
            ? Frozen
            : null;
    }
}
