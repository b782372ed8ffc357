using Workflow.Directives.Documents;

namespace Workflow.Directives.Drafting;

/// <summary>Refusals about drafts and texts.</summary>
public static class DraftRefusals
{
    /// <summary>The kind of document or authority is unknown.</summary>
    public static Refusal UnknownTemplate { get; } = new(
        RefusalKind.Invalid,
        "draft.template-unknown",
        "Chưa chọn loại văn bản, hoặc loại này không có mẫu. Hãy chọn một mẫu trong danh sách.",
        "No document type was chosen, or it has no template. Choose a template from the list.");

    /// <summary>T/M or T/L was not chosen.</summary>
    public static Refusal AuthorityUnknown { get; } = new(
        RefusalKind.Invalid,
        "draft.authority-unknown",
        "Thẩm quyền ký phải là T/M (thay mặt) hoặc T/L (thừa lệnh).",
        "The signing authority must be T/M (on behalf) or T/L (by order).");

    /// <summary>The text prints another authority than the one chosen, so the wrong person would sign it.</summary>
    /// <param name="printed">T/M or T/L as printed.</param>
    /// <param name="chosen">T/M or T/L as chosen.</param>
    public static Refusal AuthorityDiffers(string printed, string chosen) => new(
        RefusalKind.Invalid,
        "draft.authority-differs",
        $"Văn bản ghi {printed} nhưng thẩm quyền ký đã chọn là {chosen}. Hãy sửa phần ký của văn bản, hoặc chọn lại thẩm quyền.",
        $"The text is printed {printed}, but the authority chosen is {chosen}. Change the signature of the text, or choose the authority again.");

    /// <summary>The signer named cannot sign with this authority.</summary>
    public static Refusal SignerUnknown { get; } = new(
        RefusalKind.Invalid,
        "draft.signer-unknown",
        "Người được chọn không có thẩm quyền ký văn bản này. Hãy chọn người khác hoặc để trống.",
        "The person chosen may not sign this document. Choose another or leave it open.");

    /// <summary>A consulted person is not an open account.</summary>
    public static Refusal ConsulteesUnknown { get; } = new(
        RefusalKind.Invalid,
        "draft.consultees-unknown",
        "Có người được xin ý kiến không còn trong danh sách người dùng, hoặc chính là người soạn.",
        "A person to consult is not an open account, or is the drafter himself.");

    /// <summary>The text is final or out of the drafter's hands.</summary>
    public static Refusal NotEditable { get; } = new(
        RefusalKind.Conflict,
        "draft.not-editable",
        "Văn bản đã ký hoặc đã kết thúc nên không sửa được nội dung. Cần sửa thì văn thư trả lại, hoặc ban hành văn bản thay thế.",
        "The document is signed or ended, so its text cannot change. The registry can return it, or a new document replaces it.");

    /// <summary>No finding of that rule stands there any more, or nothing about it can be mended by itself.</summary>
    public static Refusal FixGone { get; } = new(
        RefusalKind.Conflict,
        "draft.fix-gone",
        "Chỗ cần sửa không còn như khi kiểm tra. Hãy xem lại danh sách kiểm tra thể thức.",
        "The place to mend is no longer as it was checked. Look at the list of findings again.");

    /// <summary>It was submitted already.</summary>
    public static Refusal NotSubmittable { get; } = new(
        RefusalKind.Conflict,
        "draft.not-submittable",
        "Văn bản không ở chỗ người soạn nên không trình được: đã trình, đã ký hoặc đã hủy.",
        "The document is not with its drafter: it was submitted, signed or cancelled.");

    /// <summary>It has a number, or its life is over.</summary>
    public static Refusal NotCancellable { get; } = new(
        RefusalKind.Conflict,
        "draft.not-cancellable",
        "Chỉ hủy được trước khi cấp số. Văn bản đã có số thì hủy số (có lý do, Chánh Văn phòng đồng ý).",
        "Only a document without a number can be cancelled. A number is voided, with a reason and the Chief of Office's consent.");

    /// <summary>The text breaks rules that must hold.</summary>
    /// <param name="findings">What was found.</param>
    public static Refusal Text(IEnumerable<TextFinding> findings)
    {
        var problems = findings.Select(finding => new TextProblem(finding.Line, finding.Vietnamese, finding.English)).ToList();
        return new Refusal(
            RefusalKind.Invalid,
            "text.broken",
            $"Văn bản có {problems.Count} lỗi phải sửa. " + string.Join(" ", problems.Select(one => one.Vietnamese)),
            $"The text has {problems.Count} errors to mend. " + string.Join(" ", problems.Select(one => one.English)),
            problems);
    }
}
