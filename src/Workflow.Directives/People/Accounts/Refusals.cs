namespace Workflow.Directives.People.Accounts;

/// <summary>Why somebody is not let in, or not believed to be who he says.</summary>
public static class AccountRefusals
{
    /// <summary>No proof came with an act that needs one.</summary>
    public static Refusal IdentityWanted { get; } = new(
        RefusalKind.StepUp,
        "identity.wanted",
        "Thao tác này cần xác nhận lại danh tính: nhập mật khẩu hoặc mã của ứng dụng xác thực.",
        "This act needs a fresh proof of who you are: give your password or a code of your authenticator.");

    /// <summary>The proof was wrong.</summary>
    public static Refusal NotConfirmed { get; } = new(
        RefusalKind.StepUp,
        "identity.not-confirmed",
        "Chưa xác nhận được danh tính: mật khẩu hoặc mã không đúng, hoặc mã đã dùng. Thao tác chưa được thực hiện.",
        "Your identity is not confirmed: the password or code is wrong, or the code was used before. Nothing was done.");

    /// <summary>Too many proofs were wrong; the next may be tried later.</summary>
    /// <param name="wait">How long to wait.</param>
    public static Refusal IdentitySlowed(TimeSpan wait)
    {
        var minutes = (int)Math.Ceiling(wait.TotalMinutes);
        return new(
            RefusalKind.StepUp,
            "identity.slowed",
            $"Xác nhận sai nhiều lần. Hãy thử lại sau {minutes} phút.",
            $"Too many wrong proofs. Try again in {minutes} min.");
    }
}
