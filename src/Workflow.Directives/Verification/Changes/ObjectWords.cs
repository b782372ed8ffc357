using Workflow.Directives.Documents.Pdf;

namespace Workflow.Directives.Verification.Changes;

/// <summary>What an object of a PDF is, in words of a reader of the document.</summary>
internal static class ObjectWords
{
    /// <summary>Vietnamese and English.</summary>
    public static (string Vietnamese, string English) Of(PdfValue value)
    {
        var dictionary = value as PdfDictionary ?? (value as PdfStream)?.Dictionary;
        var (type, subtype) = ((dictionary?["Type"] as PdfName)?.Value, (dictionary?["Subtype"] as PdfName)?.Value);
        return (type, subtype) switch
        {
            ("Catalog", _) => ("cấu trúc chung của tệp", "the structure of the file"),
            ("Pages", _) => ("danh sách các trang", "the list of pages"),
            ("Page", _) => ("một trang của văn bản", "a page of the document"),
            ("Annot", "Widget") => ("một ô của biểu mẫu", "a field of the form"),
            ("Annot", _) => ("một ghi chú trên trang", "a note on a page"),
            ("Font" or "FontDescriptor", _) => ("phông chữ", "a font"),
            ("Sig", _) => ("một chữ ký số", "a signature"),
            ("OCG", _) => ("một lớp ẩn/hiện", "a layer that is shown or hidden"),
            ("Metadata", _) => ("thông tin mô tả tệp", "the description of the file"),
            (_, "Image") => ("một hình ảnh", "a picture"),
            (_, "Form") => ("một phần được vẽ trên trang", "something drawn on a page"),
            (null, null) when value is PdfStream => ("nội dung một trang", "the content of a page"),
            (null, null) when dictionary?["Fields"] is not null => ("danh sách các ô của biểu mẫu", "the list of form fields"),
            (null, null) when dictionary?["Producer"] is not null || dictionary?["Title"] is not null => ("thông tin mô tả tệp", "the description of the file"),
            _ => ("một phần bên trong tệp", "an inner part of the file"),
        };
    }
}
