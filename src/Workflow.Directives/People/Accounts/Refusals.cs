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

    /// <summary>The password is too short, too long or not text.</summary>
    /// <param name="shortest">Fewest characters.</param>
    /// <param name="longest">Most characters.</param>
    public static Refusal PasswordLength(int shortest, int longest) => new(
        RefusalKind.Invalid,
        "password.length",
        $"Mật khẩu cần từ {shortest} đến {longest} ký tự; dấu cách và chữ có dấu đều dùng được. Một câu dễ nhớ là tốt nhất.",
        $"A password has {shortest} to {longest} characters; blanks and any letters count. A sentence you remember is best.");

    /// <summary>The password is one of those that are tried first.</summary>
    public static Refusal PasswordCommon { get; } = new(
        RefusalKind.Invalid,
        "password.common",
        "Mật khẩu này nhiều người dùng hoặc chỉ lặp lại, nên bị dò đầu tiên. Hãy chọn một câu khác.",
        "This password is used by many or only repeats itself, so it is tried first. Choose another sentence.");

    /// <summary>The password is made of names that everybody knows.</summary>
    public static Refusal PasswordKnown { get; } = new(
        RefusalKind.Invalid,
        "password.known",
        "Mật khẩu này chỉ gồm tên cơ quan, đơn vị, họ tên, địa chỉ thư hoặc năm. Hãy thêm những từ chỉ đồng chí biết.",
        "This password is only names of the office, the unit, yourself, your address or a year. Add words that only you know.");

    /// <summary>There is no password to stand beside the authenticator.</summary>
    public static Refusal NoPassword { get; } = new(
        RefusalKind.Conflict,
        "account.no-password",
        "Tài khoản chưa có mật khẩu. Hãy đặt mật khẩu trước.",
        "The account has no password yet. Set one first.");

    /// <summary>Without the authenticator the password would be too short.</summary>
    public static Refusal PasswordTooShortAlone { get; } = new(
        RefusalKind.Conflict,
        "account.short-password",
        $"Mật khẩu hiện tại ngắn hơn {PasswordRules.Shortest} ký tự nên phải đi cùng mã xác thực. Hãy đổi mật khẩu dài hơn trước.",
        $"The password is shorter than {PasswordRules.Shortest} characters and needs the code beside it. Set a longer one first.");

    /// <summary>The one-time code does not work, for whatever reason.</summary>
    public static Refusal CodeRefused { get; } = new(
        RefusalKind.Invalid,
        "sign-in-code.refused",
        "Mã không đúng, đã dùng hoặc đã hết hạn. Hãy đề nghị quản trị cấp mã mới.",
        "The code is wrong, used or too old. Ask the administrator for a new one.");

    /// <summary>The two fields for the new password differ.</summary>
    public static Refusal PasswordsDiffer { get; } = new(
        RefusalKind.Invalid,
        "password.differ",
        "Hai lần nhập mật khẩu mới không giống nhau.",
        "The new password was not typed the same way twice.");

    /// <summary>The first code of the authenticator is wrong.</summary>
    public static Refusal AuthenticatorCode { get; } = new(
        RefusalKind.Invalid,
        "account.authenticator-code",
        "Mã của ứng dụng xác thực chưa đúng. Hãy kiểm tra giờ của điện thoại rồi nhập mã đang hiện.",
        "The authenticator's code is not right. Check the phone's clock and type the code shown now.");

    /// <summary>The passkey's answer is not good, came too late, or is from another address.</summary>
    public static Refusal PasskeyRefused { get; } = new(
        RefusalKind.Invalid,
        "account.passkey-refused",
        "Chưa đăng ký được khóa này: cần đặt tên, và làm lại nếu đã mở trang quá lâu.",
        "The passkey was not registered: it needs a name, and a fresh start if the page was open for long.");

    /// <summary>The link of the first administrator is too old.</summary>
    public static Refusal SetupExpired { get; } = new(
        RefusalKind.Gone,
        "setup.expired",
        "Đường dẫn này đã hết hạn. Hãy khởi động lại chương trình để nhận đường dẫn mới.",
        "This link has expired. Start the program again for a new one.");

    /// <summary>The address is none, or somebody else's.</summary>
    public static Refusal EmailRefused { get; } = new(
        RefusalKind.Invalid,
        "person.email",
        "Địa chỉ thư điện tử không hợp lệ hoặc đã có người dùng.",
        "The e-mail address is not valid, or somebody has it already.");

    /// <summary>The API token only reads.</summary>
    public static Refusal TokenReadsOnly { get; } = new(
        RefusalKind.NotAllowed,
        "token.read-only",
        "Khóa truy cập này chỉ dùng để đọc.",
        "This token may only read.");
}
