using Workflow.Directives.Data;

namespace Workflow.Directives.Evidence;

/// <summary>Refusals about evidence packs.</summary>
public static class EvidenceRefusals
{
    /// <summary>There is nothing to prove yet.</summary>
    public static Refusal NotIssued { get; } = new(
        RefusalKind.Conflict,
        "evidence.not-issued",
        "Văn bản chưa phát hành hoặc chưa có bản điện tử đã ký và đóng dấu: chưa có hồ sơ chứng cứ.",
        "The document is not issued, or has no signed and sealed electronic paper: there is no evidence pack yet.");

    /// <summary>The paper on the disk is not the one that was sealed.</summary>
    /// <param name="symbol">Number of the document.</param>
    /// <param name="damaged">What is wrong.</param>
    public static Refusal PaperDamaged(string symbol, DamagedFileException damaged)
    {
        ArgumentNullException.ThrowIfNull(damaged);
        return new(
            RefusalKind.Conflict,
            "evidence.paper-damaged",
            $"Bản điện tử của văn bản {symbol} trên đĩa bị mất hoặc đã thay đổi. Hãy báo quản trị khôi phục từ bản sao lưu.",
            $"The electronic paper of {symbol} is missing or has changed on the disk. Have it restored from the backup. {damaged.Message}");
    }
}
