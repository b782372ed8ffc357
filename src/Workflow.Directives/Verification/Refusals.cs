namespace Workflow.Directives.Verification;

/// <summary>Refusals about papers that do not hold.</summary>
public static class VerificationRefusals
{
    /// <summary>There is no final paper.</summary>
    public static Refusal NoPaper { get; } = new(
        RefusalKind.Conflict,
        "verification.no-paper",
        "Chưa có bản điện tử đã ký và đóng dấu nên chưa phát hành được.",
        "There is no signed and sealed electronic paper, so it cannot be issued.");

    /// <summary>The final paper does not pass.</summary>
    /// <param name="why">What is wrong, Vietnamese.</param>
    /// <param name="whyEnglish">The same in English.</param>
    public static Refusal PaperUnfit(string why, string whyEnglish) => new(
        RefusalKind.Conflict,
        "verification.paper-unfit",
        $"Bản điện tử đã ký không qua được kiểm tra nên chưa phát hành: {why} Hãy báo quản trị.",
        $"The signed paper does not pass the check, so it is not issued: {whyEnglish} Tell an administrator.");
}
