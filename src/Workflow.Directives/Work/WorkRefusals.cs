using Workflow.Directives.Drafting;

namespace Workflow.Directives.Work;

/// <summary>Refusals about tasks.</summary>
public static class WorkRefusals
{
    /// <summary>Somebody did it already.</summary>
    public static Refusal AlreadyDone { get; } = new(
        RefusalKind.Conflict,
        "work.done",
        "Việc này đã được xử lý, hoặc văn bản đã chuyển sang bước khác. Tải lại trang để xem văn bản đang ở đâu.",
        "This task was already done, or the document has moved on. Reload the page to see where it stands.");

    /// <summary>No definition takes this document.</summary>
    /// <param name="directive">The document.</param>
    public static Refusal NoDefinition(Directive directive) => new(
        RefusalKind.Conflict,
        "work.no-definition",
        $"Chưa có quy trình cho loại {directive.TypeCode}, thẩm quyền {directive.Authority}. Quản trị cần thêm vào thư mục workflows.",
        $"No workflow takes type {directive.TypeCode} with authority {directive.Authority}. The administrator adds one to the workflows folder.");

    /// <summary>The same person may not take two of these steps for one document (drafter, reviewer, approver, signer).</summary>
    /// <param name="earlier">What the person did before, Vietnamese.</param>
    /// <param name="earlierEnglish">The same in English.</param>
    public static Refusal SamePerson(string earlier, string earlierEnglish) => new(
        RefusalKind.NotAllowed,
        "work.same-person",
        $"Đồng chí đã {earlier} văn bản này nên không thể tự duyệt ở bước này. Người khác cùng chức năng phải xử lý.",
        $"You {earlierEnglish} this document, so you may not decide on it here. Another holder of the role has to.");
}
