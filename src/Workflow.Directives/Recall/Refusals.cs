namespace Workflow.Directives.Recall;

/// <summary>Refusals about recalls.</summary>
public static class RecallRefusals
{
    /// <summary>Only an issued document can be taken back.</summary>
    public static Refusal NotIssued { get; } = new(
        RefusalKind.Conflict,
        "recall.not-issued",
        "Chỉ thu hồi được văn bản đã phát hành và chưa bị thu hồi.",
        "Only a document that was issued and not yet recalled can be recalled.");

    /// <summary>There is one already.</summary>
    public static Refusal AlreadyProposed { get; } = new(
        RefusalKind.Conflict,
        "recall.already-proposed",
        "Đã có đề nghị thu hồi văn bản này; hãy chờ người có thẩm quyền quyết định.",
        "A recall of this document is proposed already; wait for the decision.");

    /// <summary>Nothing to decide, or one's own proposal.</summary>
    public static Refusal NotProposed { get; } = new(
        RefusalKind.Conflict,
        "recall.not-proposed",
        "Không có đề nghị thu hồi nào chờ đồng chí quyết định; người đề nghị không tự quyết định.",
        "No recall waits for your decision; whoever proposed it does not decide it.");

    /// <summary>The replacing document is not one that stands.</summary>
    public static Refusal NoReplacement { get; } = new(
        RefusalKind.Invalid,
        "recall.no-replacement",
        "Không có văn bản đã phát hành nào mang số này để thay thế. Hãy phát hành văn bản thay thế trước, hoặc để trống.",
        "No issued document has this number. Issue the replacing document first, or leave it blank.");

    /// <summary>The unit answers a recall that there is not.</summary>
    public static Refusal NotRecalled { get; } = new(
        RefusalKind.Conflict,
        "recall.not-recalled",
        "Văn bản này không bị thu hồi nên không có gì để trả lời.",
        "This document is not recalled, so there is nothing to answer.");
}
