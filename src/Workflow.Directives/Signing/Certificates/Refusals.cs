using System.Globalization;
using Workflow.Directives.Deadlines;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>Refusals about certificates and PINs.</summary>
public static class CertificateRefusals
{
    /// <summary>Nobody registered one.</summary>
    public static Refusal None { get; } = new(
        RefusalKind.Conflict,
        "certificate.none",
        "Chưa có chứng thư số nào được đăng ký để ký (hoặc đóng dấu). Hãy đề nghị quản trị đăng ký chứng thư số rồi làm lại.",
        "No certificate is registered to sign (or seal) with. Ask an administrator to register one, then try again.");

    /// <summary>The PIN was not given with the act.</summary>
    public static Refusal PinNeeded { get; } = new(
        RefusalKind.StepUp,
        "pin.needed",
        "Mỗi lần ký đều phải nhập mã PIN của chứng thư số. Hãy nhập mã PIN và ký lại.",
        "Every signature needs the PIN of the certificate. Enter it and sign again.");

    /// <summary>The PIN is wrong.</summary>
    public static Refusal PinWrong { get; } = new(
        RefusalKind.StepUp,
        "pin.wrong",
        "Mã PIN không đúng; văn bản chưa được ký. Hãy nhập lại.",
        "The PIN is wrong; nothing was signed. Enter it again.");

    /// <summary>The token itself is locked.</summary>
    public static Refusal TokenLocked { get; } = new(
        RefusalKind.Conflict,
        "pin.token-locked",
        "Thiết bị ký đã bị khóa vì nhập sai mã PIN nhiều lần. Hãy liên hệ nơi cấp chứng thư số để mở khóa.",
        "The token has locked itself after too many wrong PINs. Ask the issuer of the certificate to unlock it.");

    /// <summary>Such a certificate is registered already.</summary>
    public static Refusal Known { get; } = new(
        RefusalKind.Conflict, "certificate.known", "Chứng thư số này đã được đăng ký.", "This certificate is registered already.");

    /// <summary>The file or its password is wrong.</summary>
    public static Refusal NotOpened { get; } = new(
        RefusalKind.Invalid,
        "certificate.not-opened",
        "Không mở được tệp chứng thư số: tệp hỏng, không có khóa riêng, hoặc sai mật khẩu.",
        "The certificate file cannot be opened: it is damaged, holds no private key, or the password is wrong.");

    /// <summary>The new PIN is too short.</summary>
    public static Refusal PinShort { get; } = new(
        RefusalKind.Invalid,
        "pin.short",
        $"Mã PIN cần ít nhất {StoredKey.ShortestPin} ký tự.",
        $"A PIN has at least {StoredKey.ShortestPin} characters.");

    /// <summary>The picture cannot be used.</summary>
    public static Refusal NoPicture { get; } = new(
        RefusalKind.Invalid,
        "certificate.no-picture",
        "Tệp không phải ảnh PNG dùng được (8 bit mỗi kênh, không xen kẽ, tối đa 4 MB).",
        "The file is not a PNG that can be used (8 bits a channel, not interlaced, at most 4 MB).");

    /// <summary>Nobody has this certificate.</summary>
    public static Refusal NotFound { get; } = new(
        RefusalKind.NotVisible, "certificate.not-found", "Không có chứng thư số nào có mã này.", "There is no certificate with this thumbprint.");

    /// <summary>The certificate cannot be used to sign directives.</summary>
    /// <param name="why">What it lacks, Vietnamese.</param>
    /// <param name="whyEnglish">The same in English.</param>
    public static Refusal Unfit(string why, string whyEnglish) => new(
        RefusalKind.Invalid, "certificate.unfit", $"Chứng thư số này không dùng để ký văn bản được: {why}.", $"This certificate cannot sign: {whyEnglish}.");

    /// <summary>It is over.</summary>
    /// <param name="until">Since when, UTC.</param>
    public static Refusal Expired(DateTime until) => new(
        RefusalKind.Conflict,
        "certificate.expired",
        $"Chứng thư số đã hết hạn ngày {Day(until)}. Hãy gia hạn và đăng ký chứng thư số mới.",
        $"The certificate expired on {Day(until)}. Renew it and register the new one.");

    /// <summary>It has not begun.</summary>
    /// <param name="from">From when, UTC.</param>
    public static Refusal NotYetValid(DateTime from) => new(
        RefusalKind.Conflict,
        "certificate.not-yet-valid",
        $"Chứng thư số chỉ có hiệu lực từ ngày {Day(from)}.",
        $"The certificate is valid only from {Day(from)} on.");

    /// <summary>It was revoked.</summary>
    /// <param name="at">When, UTC.</param>
    public static Refusal Revoked(DateTime at) => new(
        RefusalKind.Conflict,
        "certificate.revoked",
        $"Chứng thư số đã bị thu hồi ngày {Day(at)}, không dùng để ký được nữa.",
        $"The certificate was revoked on {Day(at)}; it can no longer sign.");

    /// <summary>Too many wrong PINs.</summary>
    /// <param name="until">Until when, UTC.</param>
    public static Refusal PinLocked(DateTime until) => new(
        RefusalKind.NotAllowed,
        "pin.locked",
        $"Nhập sai mã PIN quá {PinAttempts.Most} lần. Hãy thử lại sau {Clock(until)}.",
        $"The PIN was wrong {PinAttempts.Most} times. Try again after {Clock(until)}.");

    /// <summary>The token cannot be reached.</summary>
    /// <param name="why">What its module said, English.</param>
    public static Refusal TokenMissing(string why) => new(
        RefusalKind.Conflict,
        "certificate.token-missing",
        $"Không dùng được thiết bị ký; văn bản chưa được ký. Hãy cắm lại thiết bị hoặc báo quản trị ({why}).",
        $"The signing token cannot be used; nothing was signed. Plug it in again or tell an administrator ({why}).");

    private static string Day(DateTime utc) => WorkingCalendar.LocalDate(utc).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Clock(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, WorkingCalendar.VietnamTime).ToString("HH:mm:ss", CultureInfo.InvariantCulture);
}
