namespace Workflow.Directives.Documents.Files;

/// <summary>Refusals about files that are to be read.</summary>
public static class FileRefusals
{
    private const int Megabyte = 1_048_576;

    /// <summary>The file is larger than is read.</summary>
    public static Refusal TooLarge { get; } = new(
        RefusalKind.TooLarge,
        "file.too-large",
        $"Tệp lớn quá {SourceFileReader.LargestFile / Megabyte} MB. Hãy bỏ hình ảnh, tách phụ lục, hoặc dán phần lời văn vào ô.",
        $"The file is larger than {SourceFileReader.LargestFile / Megabyte} MB. Leave out pictures, part the annexes, or paste the wording.");

    /// <summary>The text in the file is longer than a directive may be.</summary>
    public static Refusal TextTooLong { get; } = new(
        RefusalKind.TooLarge,
        "file.text-too-long",
        "Phần chữ trong tệp dài quá 1 MB. Hãy tách phụ lục và bảng biểu thành tệp kèm theo.",
        "The text in the file is longer than 1 MB. Part annexes and tables as attached files.");

    /// <summary>Packed so tightly that it would fill the memory when unpacked, as no word processor packs.</summary>
    public static Refusal UnpacksTooLarge { get; } = new(
        RefusalKind.TooLarge,
        "file.unpacks-too-large",
        "Tệp nén bất thường: giải nén ra quá lớn hoặc có quá nhiều thành phần. Hãy mở bằng Word rồi lưu lại thành tệp .docx mới.",
        "The file is packed in an unusual way: too large or with too many parts when unpacked. Open it in Word and save it as a new .docx.");

    /// <summary>Nothing is in the file.</summary>
    public static Refusal Empty { get; } = new(
        RefusalKind.Invalid,
        "file.empty",
        "Tệp không có chữ nào. Hãy chọn đúng tệp, hoặc dán văn bản vào ô.",
        "There is no text in the file. Choose the right file, or paste the text.");

    /// <summary>Not a format that is read.</summary>
    public static Refusal Unsupported { get; } = new(
        RefusalKind.Unsupported,
        "file.format-unknown",
        "Không đọc được loại tệp này. Hãy dùng .docx, .pdf có lớp chữ, .txt hoặc .md; hoặc mở tệp, chép và dán lời văn vào ô.",
        "This kind of file is not read. Use .docx, .pdf with a text layer, .txt or .md; or open it, copy and paste the wording.");

    /// <summary>Word's format before 2007, or a Word document under a password.</summary>
    public static Refusal OldWord { get; } = new(
        RefusalKind.Unsupported,
        "file.old-word",
        "Đây là tệp Word đời cũ (.doc) hoặc tệp có mật khẩu. Hãy mở bằng Word, bỏ mật khẩu, chọn Lưu thành (Save As) .docx rồi tải lại.",
        "This is Word's old format (.doc) or a file under a password. Open it in Word, take the password off, save it as .docx, and send that.");

    /// <summary>A document that carries programs.</summary>
    public static Refusal Macros { get; } = new(
        RefusalKind.Invalid,
        "file.macros",
        "Tệp Word này chứa macro (chương trình). Hãy mở bằng Word, lưu thành .docx không có macro rồi tải lại.",
        "This Word file carries macros (programs). Open it in Word, save it as .docx without macros, and send that.");

    /// <summary>A picture of a page.</summary>
    public static Refusal Picture { get; } = new(
        RefusalKind.Unsupported,
        "file.picture",
        "Đây là ảnh chụp hoặc bản quét, không có chữ để đọc. Hãy nhận dạng chữ (OCR) hoặc gõ lại, rồi dán lời văn vào ô.",
        "This is a photograph or a scan and holds no text. Run text recognition (OCR) or type it, and paste the wording.");

    /// <summary>The name says one format, the content another.</summary>
    public static Refusal NameDiffers { get; } = new(
        RefusalKind.Unsupported,
        "file.content-differs",
        "Nội dung tệp không đúng với đuôi tên tệp. Hãy kiểm tra lại tệp; nếu cần, mở bằng chương trình soạn thảo rồi lưu lại đúng loại.",
        "The content of the file is not what its name says. Check the file; if need be, open it in its program and save it as the right kind.");

    /// <summary>Bytes that are letters in no way that could be told.</summary>
    public static Refusal EncodingUnknown { get; } = new(
        RefusalKind.Invalid,
        "file.encoding-unknown",
        "Không nhận ra bảng mã chữ của tệp (không phải Unicode, TCVN3, VNI hay windows-1258). Hãy mở tệp, lưu lại với mã UTF-8, hoặc dán lời văn vào ô.",
        "How the letters are stored could not be told (not Unicode, TCVN3, VNI or windows-1258). Open the file and save it as UTF-8, or paste the wording.");

    /// <summary>A Word file that cannot be opened.</summary>
    public static Refusal BrokenWord { get; } = new(
        RefusalKind.Invalid,
        "file.word-broken",
        "Tệp Word bị hỏng hoặc không đúng quy cách. Hãy mở bằng Word, lưu lại thành .docx mới rồi tải lại.",
        "The Word file is damaged or malformed. Open it in Word, save it as a new .docx, and send that.");

    /// <summary>No program that reads PDF is on this machine.</summary>
    public static Refusal PdfReaderMissing { get; } = new(
        RefusalKind.Unsupported,
        "file.pdf-reader-missing",
        "Máy chủ chưa cài chương trình đọc PDF (pdftotext của Poppler). Hãy dùng .docx, hoặc mở PDF, chép và dán lời văn vào ô.",
        "The program that reads PDF (pdftotext of Poppler) is not installed on the server. Use .docx, or open the PDF, copy and paste the wording.");

    /// <summary>A PDF of pictures.</summary>
    public static Refusal PdfScanned { get; } = new(
        RefusalKind.Invalid,
        "file.pdf-scanned",
        "PDF này là bản quét, không có lớp chữ. Hãy nhận dạng chữ (OCR) hoặc gõ lại, rồi tải lên hay dán lời văn vào ô.",
        "This PDF is a scan without a text layer. Run text recognition (OCR) or type it, then send it or paste the wording.");

    /// <summary>A PDF under a password.</summary>
    public static Refusal PdfLocked { get; } = new(
        RefusalKind.Invalid,
        "file.pdf-locked",
        "PDF này có mật khẩu. Hãy bỏ mật khẩu rồi tải lại, hoặc dán lời văn vào ô.",
        "This PDF is under a password. Take it off and send it again, or paste the wording.");

    /// <summary>A PDF that cannot be opened.</summary>
    public static Refusal PdfBroken { get; } = new(
        RefusalKind.Invalid,
        "file.pdf-broken",
        "PDF bị hỏng, không đọc được. Hãy xuất lại từ chương trình soạn thảo, hoặc dán lời văn vào ô.",
        "The PDF is damaged and cannot be read. Export it again from the word processor, or paste the wording.");

    /// <summary>A PDF whose reading was broken off.</summary>
    public static Refusal PdfTooSlow { get; } = new(
        RefusalKind.Invalid,
        "file.pdf-too-slow",
        "Đọc PDF này quá lâu nên đã dừng. Hãy dùng tệp .docx, hoặc dán lời văn vào ô.",
        "Reading this PDF took too long and was broken off. Use the .docx, or paste the wording.");

    /// <summary>A zip whose entries would be written outside the folder it is unpacked in.</summary>
    public static Refusal UnsafeNames { get; } = new(
        RefusalKind.Malformed,
        "file.unsafe-names",
        "Tệp nén có tên thành phần không hợp lệ nên không được mở. Hãy mở bằng Word rồi lưu lại thành tệp .docx mới.",
        "The file holds parts with names that are not allowed, and was not opened. Open it in Word and save it as a new .docx.");

    /// <summary>A document with objects of other programs.</summary>
    public static Refusal Embedded { get; } = new(
        RefusalKind.Invalid,
        "file.embedded",
        "Tệp Word có đối tượng nhúng (bảng tính, tệp, điều khiển). Hãy bỏ đối tượng nhúng, hoặc đổi thành hình ảnh hay bảng, rồi tải lại.",
        "The Word file has embedded objects (sheets, files, controls). Remove them, or turn them into pictures or tables, and send it again.");

    /// <summary>A document that fetches something from elsewhere when it is opened.</summary>
    public static Refusal Outside { get; } = new(
        RefusalKind.Invalid,
        "file.outside",
        "Tệp Word lấy nội dung từ nơi khác khi mở (mẫu, hình ảnh hoặc tệp liên kết). Hãy đưa nội dung đó vào tệp hoặc bỏ liên kết rồi tải lại.",
        "The Word file fetches content from elsewhere when opened (a template, a picture or a linked file). Take it into the file or remove the link, and send it again.");

    /// <summary>A document with a field that starts programs or fetches files.</summary>
    public static Refusal ActiveField { get; } = new(
        RefusalKind.Invalid,
        "file.active-field",
        "Tệp Word có trường tự chạy hoặc tự lấy tệp khác (DDE, INCLUDETEXT …). Hãy chọn toàn bộ, bấm Ctrl+Shift+F9 để đổi trường thành chữ rồi tải lại.",
        "The Word file has a field that starts programs or fetches files (DDE, INCLUDETEXT …). Select all, press Ctrl+Shift+F9 to turn fields into text, and send it again.");

    /// <summary>A PDF that does something when it is opened, or carries files.</summary>
    public static Refusal PdfActive { get; } = new(
        RefusalKind.Invalid,
        "file.pdf-active",
        "PDF này có mã lệnh, tệp nhúng hoặc biểu mẫu XFA nên không được đọc. Hãy in lại thành PDF thường (Print to PDF), hoặc dán lời văn vào ô.",
        "This PDF holds scripts, embedded files or an XFA form and was not read. Print it to a plain PDF, or paste the wording.");

    /// <summary>A PDF of more pages or objects than a document has.</summary>
    public static Refusal PdfTooMuch { get; } = new(
        RefusalKind.Invalid,
        "file.pdf-too-much",
        "PDF này có quá nhiều trang hoặc thành phần nên không được đọc. Hãy tách tệp, hoặc dán lời văn vào ô.",
        "This PDF has too many pages or objects and was not read. Part the file, or paste the wording.");

    /// <summary>The scanner found something, or the test file of scanners was sent.</summary>
    public static Refusal Infected { get; } = new(
        RefusalKind.Invalid,
        "file.infected",
        "Tệp có mã độc nên bị từ chối; không có gì được lưu. Hãy báo cán bộ công nghệ thông tin và quét máy của đồng chí.",
        "The file carries malware and was refused; nothing was kept. Tell your IT staff and scan your computer.");

    /// <summary>The scanner could not be asked.</summary>
    public static Refusal NotScanned { get; } = new(
        RefusalKind.Invalid,
        "file.not-scanned",
        "Chưa quét được mã độc nên chưa nhận tệp; không có gì được lưu. Hãy thử lại sau ít phút, hoặc báo quản trị.",
        "The file could not be scanned and was not taken; nothing was kept. Try again in a few minutes, or tell the administrator.");
}
