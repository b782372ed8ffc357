namespace Workflow.Directives.Verification.Changes;

/// <summary>What can have been changed after a signature, in words a clerk understands.</summary>
internal static class ChangeFindings
{
    public static FileFinding Hidden { get; } = Of(
        "change.hidden",
        "Sau khi ký, tệp được thêm những byte không thuộc phần nào của văn bản.",
        "After the signature, bytes that belong to no part of the document were put into the file.");

    public static FileFinding Structure { get; } = Of(
        "change.structure",
        "Sau khi ký, cấu trúc của tệp đã bị thay bằng cấu trúc khác.",
        "After the signature, the structure of the file was replaced.");

    public static FileFinding Awaited { get; } = Of(
        "change.awaited",
        "Sau khi ký, một phần mà văn bản đã ký chừa sẵn chỗ trống được chèn vào: nội dung hiển thị bị thay đổi.",
        "After the signature, a part was added for which the signed document had left a gap: what is shown has changed.");

    public static FileFinding Added { get; } = Of(
        "change.added",
        "Sau khi ký, tệp được thêm những phần không thuộc việc ghi số, ngày tháng hay ký.",
        "After the signature, parts were added that have nothing to do with filling in number and date or with signing.");

    public static FileFinding Removed((string Vietnamese, string English) what) => Of(
        "change.removed",
        $"Sau khi ký, {what.Vietnamese} đã bị xóa.",
        $"After the signature, {what.English} was removed.");

    public static FileFinding Changed((string Vietnamese, string English) what) => Of(
        "change.content",
        $"Sau khi ký, {what.Vietnamese} đã bị thay đổi.",
        $"After the signature, {what.English} was changed.");

    public static FileFinding Field(string name) => Of(
        "change.field",
        $"Sau khi ký, ô “{Words(name).Vietnamese}” đã bị thay đổi ngoài phạm vi được phép.",
        $"After the signature, the field \"{Words(name).English}\" was changed beyond what is allowed.");

    public static FileFinding SignatureChanged(string name) => Of(
        "change.signature",
        $"Chữ ký ở ô “{Words(name).Vietnamese}” đã bị xóa hoặc bị thay bằng chữ ký khác.",
        $"The signature in the field \"{Words(name).English}\" was removed or replaced by another.");

    private static (string Vietnamese, string English) Words(string field) => field switch
    {
        Documents.Pdf.DirectiveFields.Number => ("Số, ký hiệu", "number and symbol"),
        Documents.Pdf.DirectiveFields.PlaceDate => ("Địa danh, ngày tháng", "place and date"),
        Documents.Pdf.DirectiveFields.Signer => ("Chữ ký", "signature"),
        Documents.Pdf.DirectiveFields.Seal => ("Dấu cơ quan", "seal"),
        _ => (field, field),
    };

    private static FileFinding Of(string code, string vietnamese, string english) => new(code, FileVerdict.Altered, vietnamese, english);
}
