using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Rules;

/// <summary>
/// Every rule that a finding may name, in one place. A rule is checked only under the profiles it is entered for. Where the text of
/// Hướng dẫn 05-HD/VPTW is cited, published summaries of it were read, not the official print.
/// </summary>
public static class FormRules
{
    private const string Hd05 = "Hướng dẫn 05-HD/VPTW";
    private const string Both = "Hướng dẫn 05-HD/VPTW, 36-HD/VPTW";
    private const string Nd30 = "Nghị định 30/2020/NĐ-CP";
    private const string Practice = "Thông lệ";

    // What only today's guideline says is not held against papers of its predecessor's time.
    private static readonly ImmutableArray<string> Newest = ["HD05"];
    private static readonly ImmutableArray<string> Party = ["HD05", "HD36"];
    private static readonly ImmutableArray<string> Every = ["HD05", "HD36", "ND30"];

    /// <summary>All entries in the order of their numbers.</summary>
    public static ImmutableArray<FormRule> All { get; } = [.. First(), .. Second()];

    private static readonly ImmutableDictionary<string, FormRule> Codes = All.ToImmutableDictionary(rule => rule.Code, StringComparer.Ordinal);

    /// <summary>The entry with this code.</summary>
    /// <param name="code">The code.</param>
    /// <exception cref="KeyNotFoundException">No rule has it.</exception>
    public static FormRule Of(string code) =>
        Codes.TryGetValue(code, out var rule) ? rule : throw new KeyNotFoundException($"No rule is called {code}.");

    private static FormRule[] First() =>
    [
        Warning("1", "number-form", "Số dưới 10 có số 0 ở trước", "A number below 10 has a leading zero", $"{Both}, mục số và ký hiệu; {Nd30}, Phụ lục I", Every),
        Warning("1b", "number-label", "Văn bản của Đảng ghi \"Số\" không có dấu hai chấm; văn bản nhà nước có", "Party papers print \"Số\" without a colon, state papers with one", $"{Both}, mục số và ký hiệu; {Nd30}, Phụ lục I", Every),
        Warning("1c", "number-type", "Ký hiệu đúng với tên loại", "The symbol belongs to the printed type", $"{Both}, mục số và ký hiệu", Party),
        Warning("2", "type-for-issuer", "Tên loại thuộc thẩm quyền của cơ quan ban hành", "The issuer may issue this type", "Quy định 399-QĐ/TW, Điều 11, 13; Quy định 66-QĐ/TW, Điều 7", Party),
        Warning("3", "authority-form", "T/M, K/T, T/L viết với dấu gạch chéo", "T/M, K/T, T/L take a slash", $"{Both}, mục quyền hạn", Party),
        Error("3b", "deputy-for-committee", "Cấp ủy ký T/M, không ký K/T", "A Party committee signs T/M, never K/T", $"{Both}, mục quyền hạn", Party),
        Warning("3c", "authority-for-signer", "Chức vụ đúng với thẩm quyền ký", "The position may sign with this authority", $"{Both}, mục quyền hạn", Party),
        Warning("3d", "authority-missing", "Văn bản của cấp ủy có T/M hoặc T/L trên chức vụ", "A committee's paper has T/M or T/L over the position", $"{Both}, mục quyền hạn", Party),
        Warning("4", "position-with-committee", "Chức vụ không kèm tên cấp ủy", "The position does not repeat the committee", $"{Both}, mục chức vụ", Party),
        Warning("4b", "title-before-name", "Không ghi học hàm, học vị, quân hàm trước họ tên", "No title or rank before the signer's name", $"{Hd05}, điểm 7.1.3; {Nd30}, Phụ lục I", Every),
        Warning("5", "addressees-on-type", "\"Kính gửi\" chỉ ở công văn, \"Kính trình\" chỉ ở tờ trình", "Kính gửi only on a công văn, Kính trình only on a tờ trình", $"{Both}, mục nơi nhận", Party),
        Warning("6", "addressees-without-as-above", "Có \"Kính gửi\" thì nơi nhận có \"Như trên\"", "With addressees, the list says \"Như trên\"", $"{Both}, mục nơi nhận; {Nd30}, Phụ lục I", Every),
        Error("6b", "as-above-without-addressees", "Có \"Như trên\" thì phải có \"Kính gửi\"", "\"Như trên\" needs addressees above", $"{Both}, mục nơi nhận; {Nd30}, Phụ lục I", Every),
        Warning("7", "archive-last", "Nơi lưu ở dòng cuối của nơi nhận", "The file copy comes last", $"{Both}, mục nơi nhận; {Nd30}, Phụ lục I", Every),
        Warning("7b", "terminators-mixed", "Dấu cuối các dòng nơi nhận thống nhất", "Recipient lines end with one and the same mark", $"{Both}, mục nơi nhận; {Nd30}, Phụ lục I", Every),
        Warning("7c", "terminators-form", "Giữa các dòng nơi nhận dùng đúng dấu của hướng dẫn", "The mark between recipients is the guideline's", $"{Hd05}, mục nơi nhận", Newest),
        Warning("7d", "last-terminator", "Dòng cuối của nơi nhận kết thúc bằng dấu chấm", "The last recipient ends with a full stop", $"{Both}, mục nơi nhận; {Nd30}, Phụ lục I", Every),
        Error("7e", "recipients-missing", "Có mục nơi nhận", "There are recipients", $"{Both}, thành phần thể thức bắt buộc; {Nd30}, Điều 8", Every),
        Warning("7f", "archive-words", "Nơi lưu của Đảng ghi \"Lưu Văn phòng …\", không dấu hai chấm, không \"VT\"", "Party papers write \"Lưu Văn phòng …\", no colon, no \"VT\"", $"{Both}, mục nơi nhận", Party),
        Warning("7g", "recipient-twice", "Mỗi nơi nhận ghi một lần", "A recipient is listed once", Practice, Every),
        Warning("8", "date-zero", "Ngày dưới 10 và tháng 1, 2 có số 0 ở trước", "Days below 10 and months 1, 2 have a leading zero", $"{Both}, mục địa danh và ngày, tháng, năm; {Nd30}, Phụ lục I", Every),
        Warning("9", "citation-incomplete", "Viện dẫn lần đầu đủ số, ký hiệu, ngày, tháng, năm", "A first citation has number and date", $"{Both}, mục nội dung; {Nd30}, Phụ lục I", Every),
        Warning("9b", "citation-unknown", "Số viện dẫn của cơ quan mình có trong sổ đăng ký", "An own number that is cited is in the register", Practice, Every),
        Warning("9c", "citation-date", "Ngày viện dẫn khớp sổ đăng ký", "The cited date is the register's", Practice, Every),
        Warning("9d", "citation-future", "Văn bản viện dẫn không sau ngày của văn bản", "What is cited is not younger than the paper", Practice, Every),
        Warning("10", "tasked-not-reached", "Nơi được giao việc có trong nơi nhận", "Who is given a task is among the recipients", Practice, Every),
        Warning("11", "abolished-body", "Không nhắc tổ chức đã chấm dứt hoạt động", "No body that has ceased to exist", "Luật Tổ chức chính quyền địa phương 2025; Quy định 399-QĐ/TW", Every),
        Error("11b", "recipient-ended", "Nơi nhận đang tồn tại trong danh bạ", "Recipients exist in the directory today", Practice, Every),
        Warning("12", "tone-style", "Dấu thanh của oa, oe, uy theo quy ước của cơ quan", "Tone marks of oa, oe, uy follow the house style", Practice, Every),
        Warning("12b", "tone-mixed", "Dấu thanh của oa, oe, uy viết thống nhất", "Tone marks of oa, oe, uy are written one way", Practice, Every),
        Error("13", "secrecy", "Không có dấu chỉ mức độ mật", "There is no secrecy mark", "Luật Bảo vệ bí mật nhà nước (117/2025/QH15); Quyết định 28/2018/QĐ-TTg, Điều 1", Every),
        Warning("14", "issue-before-signature", "Ngày văn bản không trước ngày ký", "The date is not before the signature", $"{Nd30}, Điều 15", Every),
        Warning("14b", "issue-late", "Phát hành trong ngày ký, chậm nhất ngày làm việc tiếp theo", "Issued on the day of signature or the next working day", $"{Nd30}, Điều 18", Every),
        Warning("15", "page-size", "Khổ giấy A4", "The sheet is A4", $"{Both}, mục khổ giấy; {Nd30}, Phụ lục I", Every),
        Warning("15b", "page-margins", "Lề trang đúng quy định", "The margins are as prescribed", $"{Both}, mục định lề; {Nd30}, Phụ lục I", Every),
        Warning("15c", "page-font", "Phông Times New Roman, cỡ chữ nội dung đúng quy định", "Times New Roman, body size as prescribed", $"{Both}, mục phông chữ; {Nd30}, Phụ lục I", Every),
    ];

    private static FormRule[] Second() =>
    [
        Error("16", "type-missing", "Nhận ra được loại văn bản", "The type can be told", $"{Both}, thành phần thể thức bắt buộc; {Nd30}, Điều 8", Every),
        Error("16b", "body-missing", "Có nội dung", "There is a body", $"{Both}, thành phần thể thức bắt buộc; {Nd30}, Điều 8", Every),
        Error("16c", "text-empty", "Văn bản không trống", "The text is not empty", Practice, Every),
        Error("16d", "text-too-long", "Văn bản không quá 1 MB", "The text is at most 1 MB", Practice, Every),
        Warning("16e", "head-incomplete", "Đủ tiêu đề, cơ quan, số và ký hiệu, địa danh, trích yếu", "Title, issuer, number, place and subject are there", $"{Both}, thành phần thể thức bắt buộc; {Nd30}, Điều 8", Every),
        Warning("16f", "signature-incomplete", "Đủ quyền hạn, chức vụ của người ký", "The signature names authority and position", $"{Both}, thành phần thể thức bắt buộc; {Nd30}, Điều 8", Every),
        Error("17", "placeholder", "Không còn chỗ trống của mẫu", "No placeholder of the template is left", Practice, Every),
        Error("18", "forbidden-character", "Không có ký tự ẩn hoặc đảo chiều chữ", "No hidden or direction-turning characters", "Unicode UAX #9; TCVN 6909:2001", Every),
        Warning("18b", "not-nfc", "Chữ Unicode dựng sẵn", "Letters are precomposed Unicode", "TCVN 6909:2001; Unicode UAX #15", Every),
        Warning("19", "subject-words", "Trích yếu công văn mở đầu theo quy ước của cơ quan", "The subject of a công văn begins as the house style says", $"{Hd05}, mục trích yếu", Party),
        Warning("20", "body-end", "Nội dung kết thúc bằng dấu chấm", "The body ends with a full stop", $"{Both}, mục nội dung; {Nd30}, Phụ lục I", Every),
        Warning("21", "subject-rule", "Dưới trích yếu có năm gạch nối", "Five hyphens stand under the subject", $"{Both}, mục trích yếu", Party),
        Warning("22", "double-blank", "Không thừa dấu cách", "No double blanks", Practice, Every),
        Warning("22b", "blank-before-mark", "Không có dấu cách trước dấu câu", "No blank before a punctuation mark", Practice, Every),
        Warning("22c", "blank-after-mark", "Có dấu cách sau dấu câu", "A blank follows a punctuation mark", Practice, Every),
        Warning("22d", "straight-quotes", "Dùng ngoặc kép “ ”", "Quotation marks are “ ”", Practice, Every),
        Warning("22e", "word-twice", "Không lặp từ", "No word stands twice by mistake", Practice, Every),
        Warning("23", "points-in-order", "Các mục đánh số liên tục", "Points are numbered without gap or repeat", Practice, Every),
        Warning("24", "weekday", "Thứ khớp với ngày", "The weekday is the date's", Practice, Every),
        Warning("24b", "impossible-date", "Ngày có thật trong lịch", "The date exists in the calendar", Practice, Every),
        Warning("25", "deadline-past", "Hạn giao việc không trước ngày văn bản", "A deadline is not before the paper's date", Practice, Every),
    ];

    private static FormRule Warning(string number, string code, string vietnamese, string english, string source, ImmutableArray<string> profiles) =>
        new(number, code, Severity.Warning, vietnamese, english, source, profiles);

    private static FormRule Error(string number, string code, string vietnamese, string english, string source, ImmutableArray<string> profiles) =>
        new(number, code, Severity.Error, vietnamese, english, source, profiles);
}
