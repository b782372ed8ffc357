namespace Workflow.Directives.Verification;

/// <summary>What can be wrong with a file as a whole, in words a clerk understands.</summary>
internal static class FileFindings
{
    public static FileFinding NotSigned { get; } = new(
        "file.not-signed",
        FileVerdict.NotSigned,
        "Tệp không có chữ ký số nào.",
        "The file carries no digital signature.");

    public static FileFinding SealMissing { get; } = new(
        "file.seal-missing",
        FileVerdict.Indeterminate,
        "Tệp có chỗ dành cho chữ ký số của cơ quan nhưng chưa được đóng dấu số: chưa phải là văn bản đã phát hành.",
        "The place for the organ's seal is empty: this is not an issued document yet.");

    public static FileFinding SignerMissing { get; } = new(
        "file.signer-missing",
        FileVerdict.Indeterminate,
        "Tệp có chỗ dành cho chữ ký của người ký nhưng chưa được ký.",
        "The place for the signer's signature is empty.");

    public static FileFinding Active { get; } = new(
        "file.active",
        FileVerdict.Indeterminate,
        "Tệp chứa mã lệnh hoặc lớp ẩn/hiện, nên nội dung nhìn thấy có thể thay đổi mà chữ ký không hề bị phá. Không nên tin nội dung hiển thị.",
        "The file holds scripts or layers that are shown or hidden, so what is seen may change while the signature stays sound. Do not rely on what is shown.");

    public static FileFinding Unreadable(string why) => new(
        "file.unreadable",
        FileVerdict.Unreadable,
        "Không đọc được tệp này như một tệp PDF nguyên vẹn: tệp hỏng, bị cắt, bị mã hóa hoặc đã bị can thiệp. Hãy đề nghị bên gửi gửi lại.",
        $"The file cannot be read as a sound PDF: it is damaged, cut, encrypted or tampered with ({why}). Ask the sender to send it again.");

    public static FileFinding Trailing(int bytes) => new(
        "file.trailing",
        FileVerdict.Altered,
        $"Sau phần cuối của tệp có thêm {bytes} byte không thuộc văn bản: tệp đã bị can thiệp.",
        $"After the end of the file stand {bytes} bytes that are no part of it: the file was tampered with.");
}
