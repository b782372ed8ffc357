namespace Workflow.Directives.Documents.Reading;

/// <summary>A choice a rule made: how sure it is, and what else the piece could be.</summary>
/// <param name="Confidence">Above 0 and below 1.</param>
/// <param name="Doubt">The other reading.</param>
internal sealed record Choice(double Confidence, ReadingDoubt Doubt)
{
    internal static Choice NearLabel(string label, params PartKind[] others) => Of(
        0.85, $"Đọc nhãn này là “{label}”; có thể máy quét đã đọc sai chữ.", $"Read as the label “{label}”; the scan may have a letter wrong.", others);

    internal static Choice NearType(string name) => Of(
        0.8, $"Đọc dòng này là tên loại “{name}”, dù có chữ khác; cũng có thể là trích yếu hoặc tên cơ quan.",
        $"Read as the type “{name}” though a letter differs; it could be the abstract or an organ.", PartKind.Subject, PartKind.Issuer);

    internal static Choice NearTitle() => Of(
        0.9, "Đọc dòng này là quốc hiệu, tiêu ngữ hoặc tên Đảng, dù có chữ khác.", "Read as the national title though a letter differs.",
        PartKind.Issuer, PartKind.Subject);

    internal static Choice NumberWithoutLabel() => Of(
        0.9, "Không có chữ “Số” trước số và ký hiệu; cũng có thể là số của văn bản khác.",
        "No “Số” stands before the number; it could be another document's.", PartKind.Subject, PartKind.Unrecognised);

    internal static Choice NumberBlank() => Of(
        0.9, "Số còn để trống; chỉ đọc được ký hiệu.", "The number is blank; only the symbol could be read.");

    internal static Choice DateUnreadable() => Of(
        0.9, "Ngày hoặc tháng còn trống hay không đọc được; chỉ lấy địa danh.", "Day or month is blank or cannot be read; only the place was taken.");

    internal static Choice OrganWithoutContext() => Of(
        0.8, "Đoán là tên cơ quan ban hành theo chữ in hoa và từ mở đầu.", "Taken for the issuing organ by its capitals and first word.",
        PartKind.SuperiorOrgan, PartKind.Subject);

    internal static Choice OrganLineContinues() => Of(
        0.85, "Đoán là phần tiếp của tên cơ quan ở dòng trên.", "Taken for the rest of the organ's name above.",
        PartKind.SuperiorOrgan, PartKind.Subject, PartKind.Unrecognised);

    internal static Choice OneOfSeveralOrgans(PartKind other) => Of(
        0.9, "Có nhiều dòng tên cơ quan: dòng cuối được coi là cơ quan ban hành, các dòng trên là cơ quan cấp trên.",
        "There are several organs: the last is taken for the issuer, those above it for its superior.", other);

    internal static Choice SubjectEndGuessed() => Of(
        0.8, "Không có gạch dưới trích yếu; coi trích yếu hết ở dòng này.", "No rule stands under the abstract; it is taken to end here.", PartKind.Preamble);

    internal static Choice SubjectWithoutMark() => Of(
        0.7, "Không có “V/v”; đoán là trích yếu vì nằm ở phần đầu công văn.", "There is no “V/v”; taken for the abstract as it stands in a letter's head.",
        PartKind.Issuer, PartKind.Unrecognised);

    internal static Choice AddresseeByPlace() => Of(
        0.85, "Dòng không có gạch đầu dòng; coi là nơi được gửi vì nằm dưới “Kính gửi”.",
        "The line has no bullet; taken for an addressee as it stands under the label.", PartKind.Preamble, PartKind.Unrecognised);

    internal static Choice Wrapped(PartKind same, double confidence) => Of(
        confidence, "Coi là phần tiếp của đoạn trên (dòng bị ngắt); có thể là đoạn riêng.",
        "Taken for the rest of the paragraph above (a wrapped line); it could be a paragraph of its own.", same);

    internal static Choice NumbersSkipped(string marker) => Of(
        0.85, $"Mục “{marker}” không nối tiếp mục trước; vẫn coi là một mục lớn.", $"Point “{marker}” does not follow the one before; still taken for a top-level point.",
        PartKind.Preamble);

    internal static Choice HeadingGuessed() => Of(
        0.85, "Đoán dòng này là tiêu đề của mục vì ngắn và không kết thúc như một câu.",
        "Taken for the point's heading as it is short and does not end like a sentence.");

    internal static Choice ClosingByWords(PartKind other) => Of(
        0.9, "Coi là phần kết theo từ mở đầu; cũng có thể thuộc mục cuối.", "Taken for the closing by its first words; it could belong to the last point.", other);

    internal static Choice RecipientWithoutLabel() => Of(
        0.75, "Không có nhãn “Nơi nhận” phía trên; đoán là nơi nhận vì có gạch đầu dòng ở cuối văn bản.",
        "No label stands above; taken for a recipient as it is a bullet at the end of the text.", PartKind.Section, PartKind.Annex);

    internal static Choice RecipientWithoutBullet() => Of(
        0.8, "Dòng không có gạch đầu dòng; đoán là nơi nhận theo từ mở đầu hoặc dấu cuối dòng.",
        "The line has no bullet; taken for a recipient by its first word or its end.", PartKind.SignatureName, PartKind.SignaturePosition);

    internal static Choice RecipientWrapped() => Of(
        0.85, "Coi là phần tiếp của nơi nhận ở dòng trên.", "Taken for the rest of the recipient above.", PartKind.Recipient, PartKind.SignatureName);

    internal static Choice CapitalsUnderAuthority(PartKind other) => Of(
        0.75, "Chữ in hoa dưới thẩm quyền ký: đoán theo vị trí, không theo từ quen thuộc.",
        "Capitals under the signing authority: told by their place, not by a known word.", other, PartKind.Unrecognised);

    internal static Choice NameByShape() => Of(
        0.6, "Đoán là tên người ký chỉ theo dạng chữ, vì không có thẩm quyền hay chức vụ phía trên.",
        "Taken for the signer's name by its shape alone; no authority or position stands above.", PartKind.Recipient, PartKind.Unrecognised);

    internal static Choice NameInCapitals() => Of(
        0.8, "Đoán là tên người ký viết in hoa.", "Taken for the signer's name in capitals.", PartKind.SignaturePosition);

    internal static Choice SecondSigner(PartKind kind) => Of(
        0.5, "Có vẻ là người ký thứ hai của văn bản liên tịch; chỉ người ký thứ nhất được ghi vào khối chữ ký.",
        "Seems to be the second signer of a joint document; only the first is put into the signature block.", kind, PartKind.Recipient);

    internal static Choice BareNumber() => Of(
        0.8, "Dòng chỉ có số: coi là số trang.", "A line of digits alone: taken for a page number.", PartKind.Section, PartKind.Unrecognised);

    internal static Choice WatermarkPiece() => Of(
        0.9, "Coi là một phần của dấu người xem in đè trên trang.", "Taken for a piece of the reader mark laid over the page.", PartKind.Section);

    internal static Choice StampOwner() => Of(
        0.85, "Coi là tên cơ quan trên dấu ĐẾN; cũng có thể là cơ quan ban hành.", "Taken for the organ on the arrival stamp; it could be the issuer.", PartKind.Issuer);

    internal static Choice CannotFollow(PartKind asked, string vietnamese, string english) => Of(
        0.5, $"Không đọc được như đã chỉ định: {vietnamese}", $"Could not be read as told: {english}", asked);

    /// <summary>The piece that no rule could place, with what it could be where it stands.</summary>
    internal static SourcePart Unplaced(SourcePart part, int body, int tail)
    {
        PartKind[] others = part.Line <= body ? [PartKind.Subject, PartKind.Issuer, PartKind.Number, PartKind.Preamble, PartKind.Ornament]
            : part.Line <= tail ? [PartKind.Section, PartKind.Closing, PartKind.Ornament]
            : [PartKind.Recipient, PartKind.SignatureName, PartKind.SignaturePosition, PartKind.Closing, PartKind.Ornament];
        var choice = Of(0.5, "Không nhận ra phần này thuộc đâu.", "Could not tell what this belongs to.", others);
        return part with { Confidence = choice.Confidence, Doubt = choice.Doubt };
    }

    private static Choice Of(double confidence, string vietnamese, string english, params PartKind[] others) =>
        new(confidence, new ReadingDoubt(vietnamese, english, [.. others]));
}
