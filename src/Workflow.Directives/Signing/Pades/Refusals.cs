namespace Workflow.Directives.Signing.Pades;

/// <summary>Refusals about the signature in the file.</summary>
public static class PadesRefusals
{
    /// <summary>No timestamp was had, so nothing was signed.</summary>
    /// <param name="why">What the authority said or what failed, English.</param>
    public static Refusal NoTimestamp(string why) => new(
        RefusalKind.Conflict,
        "signing.no-timestamp",
        $"Không lấy được dấu thời gian của cơ quan chứng thực nên văn bản chưa được ký. Hãy thử lại sau ít phút; nếu vẫn lỗi, báo quản trị ({why}).",
        $"The timestamp authority gave no timestamp, so nothing was signed. Try again in a few minutes; if it goes on, tell an administrator ({why}).");
}
