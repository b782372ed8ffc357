using System.Globalization;
using Workflow.Directives.Deadlines;

namespace Workflow.Directives.Verification;

/// <summary>What can be wrong with a signature, in words a clerk understands.</summary>
internal static class SignatureFindings
{
    public static FileFinding Value { get; } = Altered(
        "signature.value",
        "Ô chữ ký không chứa chữ ký đọc được: chữ ký đã bị xóa ruột hoặc bị làm giả.",
        "The signature field holds no signature that can be read: it was emptied or forged.");

    public static FileFinding Format { get; } = Indeterminate(
        "signature.format",
        "Chữ ký theo một định dạng mà chương trình này không kiểm tra được.",
        "The signature is in a format that this program does not check.");

    public static FileFinding Range { get; } = Altered(
        "signature.range",
        "Vùng được ký không đúng: chữ ký phải phủ toàn bộ văn bản, ở đây có phần bị bỏ ra ngoài. Tệp đã bị can thiệp.",
        "The signed range is wrong: a signature has to cover the whole document, here something is left out. The file was tampered with.");

    public static FileFinding Encoding { get; } = Altered(
        "signature.encoding",
        "Dữ liệu chữ ký trong tệp đã bị sửa hoặc hỏng.",
        "The data of the signature in the file was changed or is damaged.");

    public static FileFinding Digest { get; } = Altered(
        "signature.digest",
        "Nội dung văn bản không còn đúng như khi ký: văn bản đã bị sửa sau khi ký.",
        "The content is not what was signed: the document was changed after signing.");

    public static FileFinding Broken { get; } = Altered(
        "signature.broken",
        "Chữ ký không phải do khóa của chứng thư số này tạo ra.",
        "The signature was not made with the key of this certificate.");

    public static FileFinding Binding { get; } = Altered(
        "signature.binding",
        "Chứng thư số kèm theo không phải là chứng thư số đã dùng khi ký.",
        "The certificate that comes with the signature is not the one it was made with.");

    public static FileFinding Weak { get; } = Invalid(
        "algorithm.weak",
        "Chữ ký hoặc chứng thư số dùng thuật toán đã lỗi thời (MD5, SHA-1 hoặc khóa quá ngắn), không còn được chấp nhận.",
        "The signature or its certificate uses an algorithm no longer accepted (MD5, SHA-1 or too short a key).");

    public static FileFinding NoCertificate { get; } = Altered(
        "certificate.missing",
        "Trong chữ ký không có chứng thư số của người ký.",
        "The signature carries no certificate of its signer.");

    public static FileFinding SelfSigned { get; } = Invalid(
        "certificate.self-signed",
        "Chứng thư số do người ký tự cấp, không cơ quan nào xác nhận; ai cũng có thể lập một chứng thư mang tên này.",
        "The certificate was issued by its own holder; anybody can make one with this name.");

    public static FileFinding LookAlike { get; } = Invalid(
        "certificate.look-alike",
        "Chứng thư số mang tên một cơ quan chứng thực được tin cậy nhưng không phải do khóa của cơ quan đó cấp: chứng thư giả, hoặc cơ quan đã đổi khóa mà"
        + " quản trị chưa đăng ký. Không dùng văn bản này trước khi hỏi quản trị.",
        "The certificate names a trusted authority whose key did not issue it: it is forged, or the authority has a new key that is not registered here."
        + " Do not use the document before asking an administrator.");

    public static FileFinding UnknownIssuer { get; } = Indeterminate(
        "certificate.unknown-issuer",
        "Chưa tin được chứng thư số: cơ quan cấp chứng thư không có trong danh sách tin cậy ở đây. Hãy hỏi quản trị.",
        "The certificate cannot be believed yet: its authority is not among those trusted here. Ask an administrator.");

    public static FileFinding NotForSigning { get; } = Invalid(
        "certificate.usage",
        "Chứng thư số này không được cấp để ký văn bản.",
        "This certificate was not issued for signing documents.");

    public static FileFinding StatusUnknown { get; } = Indeterminate(
        "certificate.status-unknown",
        "Không biết chứng thư số đã bị thu hồi hay chưa: chưa có danh sách thu hồi mới của cơ quan cấp.",
        "Whether the certificate was revoked is not known: there is no current revocation list of its authority.");

    public static FileFinding TimestampBroken { get; } = Altered(
        "timestamp.broken",
        "Dấu thời gian kèm chữ ký không đúng với chữ ký này.",
        "The timestamp that comes with the signature does not belong to it.");

    public static FileFinding TimestampUntrusted { get; } = Indeterminate(
        "timestamp.untrusted",
        "Dấu thời gian do một cơ quan chưa được tin cậy ở đây cấp.",
        "The timestamp comes from an authority that is not trusted here.");

    public static FileFinding NoTime { get; } = Indeterminate(
        "time.missing",
        "Không biết chữ ký được lập lúc nào.",
        "When the signature was made is not known.");

    public static FileFinding Future(DateTime at) => Invalid(
        "time.future",
        $"Chữ ký ghi thời điểm chưa đến: {Moment(at)}.",
        $"The signature claims a time that has not come: {Moment(at)}.");

    public static FileFinding Expired(DateTime until) => Invalid(
        "certificate.expired",
        $"Khi ký, chứng thư số đã hết hạn (ngày {Day(until)}).",
        $"The certificate had expired when it signed (on {Day(until)}).");

    public static FileFinding ExpiredSince(DateTime until) => Indeterminate(
        "certificate.expired-since",
        $"Chứng thư số đã hết hạn ngày {Day(until)}, và không có dấu thời gian chứng minh chữ ký được lập trước ngày đó.",
        $"The certificate expired on {Day(until)}, and no timestamp proves that it signed before.");

    public static FileFinding NotYetValid(DateTime from) => Invalid(
        "certificate.not-yet-valid",
        $"Khi ký, chứng thư số chưa có hiệu lực (từ ngày {Day(from)}).",
        $"The certificate was not valid yet when it signed (from {Day(from)} on).");

    public static FileFinding Revoked(DateTime at) => Invalid(
        "certificate.revoked",
        $"Chứng thư số đã bị thu hồi lúc {Moment(at)}, trước khi ký.",
        $"The certificate was revoked at {Moment(at)}, before it signed.");

    public static FileFinding RevokedSince(DateTime at) => Indeterminate(
        "certificate.revoked-since",
        $"Chứng thư số đã bị thu hồi lúc {Moment(at)}, và không có gì chứng minh chữ ký được lập trước đó.",
        $"The certificate was revoked at {Moment(at)}, and nothing proves that it signed before.");

    private static string Day(DateTime utc) => WorkingCalendar.LocalDate(utc).ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static string Moment(DateTime utc) =>
        TimeZoneInfo.ConvertTimeFromUtc(utc, WorkingCalendar.VietnamTime).ToString("HH:mm:ss dd/MM/yyyy", CultureInfo.InvariantCulture);

    private static FileFinding Altered(string code, string vietnamese, string english) => new(code, FileVerdict.Altered, vietnamese, english);

    private static FileFinding Invalid(string code, string vietnamese, string english) => new(code, FileVerdict.Invalid, vietnamese, english);

    private static FileFinding Indeterminate(string code, string vietnamese, string english) => new(code, FileVerdict.Indeterminate, vietnamese, english);
}
