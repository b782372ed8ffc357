using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Reading;

namespace Workflow.Directives.Tests.Documents;

/// <summary>Directives put together at random from the words of the field, as a careful office would write them.</summary>
internal static class WrittenDocuments
{
    private const int LatestYear = 2027;

    private static readonly string[] Committees = ["TỈNH ỦY NAM BÌNH", "ĐẢNG ỦY XÃ YÊN HÒA", "BAN TỔ CHỨC TỈNH ỦY", "VĂN PHÒNG TỈNH ỦY", "ỦY BAN KIỂM TRA TỈNH ỦY"];
    private static readonly string[] Offices = ["ỦY BAN NHÂN DÂN TỈNH NAM BÌNH", "SỞ NÔNG NGHIỆP VÀ MÔI TRƯỜNG", "VĂN PHÒNG CHÍNH PHỦ", "HỘI ĐỒNG NHÂN DÂN TỈNH"];
    private static readonly string[] Superiors = ["ĐẢNG BỘ TỈNH NAM BÌNH", "ĐẢNG ỦY CÁC CƠ QUAN TỈNH", "BAN CHẤP HÀNH TRUNG ƯƠNG"];
    private static readonly string[] Places = ["Nam Bình", "Hà Nội", "Thành phố Hồ Chí Minh", "Yên Hòa", "Đắk Lắk", "Bà Rịa - Vũng Tàu"];
    private static readonly string[] Topics = ["phòng cháy, chữa cháy rừng", "chuyển đổi số trong cơ quan đảng", "an toàn giao thông dịp Tết", "sắp xếp đơn vị sự nghiệp", "bầu cử đại biểu Quốc hội khóa XVI"];

    private static readonly string[] Sentences =
    [
        "Thời gian qua, các cấp, các ngành đã có nhiều cố gắng.", "Tuy nhiên, ở một số nơi việc thực hiện còn chậm; trách nhiệm chưa rõ.",
        "Thực hiện Chỉ thị số 16/CT-TTg ngày 31/3/2026 của Thủ tướng Chính phủ, Ban Thường vụ yêu cầu:",
        "Căn cứ Kết luận số 105-KL/TU ngày 15/6/2026 của Ban Chấp hành Đảng bộ tỉnh;", "Kiểm tra xong trước ngày 30/9/2026, báo cáo kết quả bằng văn bản.",
        "Theo Nghị định số 30/2020/NĐ-CP và Công văn số 969/TTg-KGVX, việc lưu trữ do văn thư làm.", "Phấn đấu đạt 95% chỉ tiêu (năm 2025: 87,5%)!",
    ];

    private static readonly string[] Heads =
    [
        "Mục tiêu: Giữ vững thành quả đã đạt được.", "Nhiệm vụ trọng tâm:", "Giao Sở Y tế chủ trì.", "Các cấp ủy lãnh đạo thực hiện tốt.",
        "Về tổ chức thực hiện: Bắt đầu từ quý III năm 2026.",
    ];

    private static readonly string[] Units =
    [
        "Sở Y tế", "Các sở, ban, ngành, đoàn thể tỉnh", "Văn phòng Trung ương Đảng", "Các đồng chí Tỉnh ủy viên", "Ủy ban nhân dân các xã, phường",
        "Báo và Đài Phát thanh và Truyền hình tỉnh", "Thường trực Tỉnh ủy", "Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh", "Đảng ủy, UBND các xã, phường",
    ];

    private static readonly string?[] Notes = [null, "để báo cáo", "để b/c", "để biết", "để thực hiện", "phối hợp"];
    private static readonly string[] Names = ["Nguyễn Văn An", "Trần Thị Bích Ngọc", "Y Thông Niê", "Lê Minh Hoàng", "Phạm Văn D'Ôn"];

    internal static Arbitrary<DirectiveDocument> Any { get; } = Arb.From(
        from isState in Gen.Elements(false, false, true)
        from head in Head(isState)
        from preamble in Gen.ArrayOf(Gen.Elements(Sentences)).Resize(3).Where(all => all.Length > 0)
        from sections in Sections()
        from tail in Tail(isState)
        select Complete(head, preamble, sections, tail));

    private static Gen<DirectiveDocument> Head(bool isState) =>
        from code in Gen.Elements("CT", "NQ", "QĐ", "KL", "QC", "TT", "HD", "TB", "BC", "KH", "CTr", "ĐA", "PA", "TTr", "BB", "CV", "GM")
        from number in Gen.Choose(1, 12_000)
        from hasNumber in Gen.Elements(true, true, true, false)
        from issuer in Gen.Elements(isState ? Offices : Committees)
        from superior in Gen.Elements([null, null, .. Superiors])
        from place in Gen.Elements(Places)
        from day in Gen.Choose(0, 364)
        from year in Gen.Choose(2018, LatestYear)
        from urgency in Gen.Elements(null, null, "KHẨN", "THƯỢNG KHẨN", "HỎA TỐC")
        from draft in Gen.Elements(null, null, null, "DỰ THẢO", "DỰ THẢO LẦN 2")
        from topic in Gen.Elements(Topics)
        from addressees in Gen.ArrayOf(Gen.Elements(Units)).Resize(4)
        let symbol = isState ? $"{(code == "CV" ? "SNNMT" : code)}-{(code == "CV" ? "VP" : "UBND")}" : $"{code}/TU"
        let isAddressed = code is "CV" or "TTr"
        select new DirectiveDocument
        {
            Title = isState ? HeadTitle.State : HeadTitle.Party,
            Type = DocumentTypes.ByCode(code),
            Symbol = symbol,
            Number = hasNumber ? $"{number:00}{(isState ? "/" : "-")}{symbol}" : null,
            SuperiorOrgan = superior,
            Issuer = issuer,
            Place = place,
            Date = hasNumber ? new DateOnly(year, 1, 1).AddDays(day) : null,
            Urgency = urgency,
            DraftMark = draft,
            Subject = code == "CV" ? $"V/v {topic}" : $"về {topic}",
            AddresseesLabel = isAddressed ? (code == "CV" ? "Kính gửi" : "Kính trình") : null,
            Addressees = isAddressed ? [.. addressees.DefaultIfEmpty(Units[0]).Select(unit => new Addressee(unit, RecipientKinds.KindOf(unit), 0))] : [],
        };

    private static Gen<Section[]> Sections() =>
        from family in Gen.Elements("1.", "I.", "1.", "I-", "Điều 1.")
        from sections in Gen.ArrayOf(SectionGen(family)).Resize(5)
        select sections.Select((section, i) => section with { Marker = family.Replace("1", $"{i + 1}").Replace("I", Roman(i + 1)) }).ToArray();

    private static Gen<Section> SectionGen(string family) =>
        from head in Gen.Elements(Heads)
        from items in Gen.ArrayOf(Gen.Elements(Sentences)).Resize(4)
        from marker in Gen.Elements("-", "+", null, "a)")
        let colon = head.IndexOf(':', StringComparison.Ordinal)
        select new Section(family, colon < 0 ? null : head[..colon],
            [new Paragraph(head, null, 0), .. items.Select(item => new Paragraph(item, marker, 0))]);

    private static string Roman(int number) => new[] { "I", "II", "III", "IV", "V", "VI" }[number - 1];

    private static Gen<DirectiveDocument> Tail(bool isState) =>
        from closing in Gen.Elements(null, "Chỉ thị này được phổ biến đến chi bộ.", "Trên đây là ý kiến của Thường trực Tỉnh ủy.")
        from units in Gen.ArrayOf(Gen.Elements(Units)).Resize(6)
        from note in Gen.Elements(Notes)
        from authority in Gen.Elements(isState ? [null, "TM. ỦY BAN NHÂN DÂN", "KT. GIÁM ĐỐC", "TL. CHỦ TỊCH"] : new[] { "T/M BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ", "K/T CHÁNH VĂN PHÒNG", null })
        from position in Gen.Elements("BÍ THƯ", "PHÓ BÍ THƯ", "CHÁNH VĂN PHÒNG", "PHÓ CHÁNH VĂN PHÒNG", "CHỦ TỊCH", "PHÓ GIÁM ĐỐC")
        from name in Gen.Elements(Names)
        from signed in Gen.Elements(null, "(Đã ký)")
        from annex in Gen.Elements<string[]>([], [], ["PHỤ LỤC I", "Chỉ tiêu từng năm", "Năm 2026: ba nghìn héc-ta."])
        select new DirectiveDocument
        {
            Closing = closing is null ? [] : [new Paragraph(closing, null, 0)],
            Recipients = [.. units.Select(unit => Line(unit, note)), Line(isState ? "Lưu: VT" : "Lưu Văn phòng Tỉnh ủy", null)],
            Signature = new SignatureBlock(authority, position, name, signed),
            Annex = [.. annex.Select(line => new Paragraph(line, null, 0))],
        };

    private static RecipientLine Line(string text, string? note) =>
        new(text, RecipientKinds.KindOf(text), RecipientKinds.PurposeOf(RecipientKinds.KindOf(text), note), 0, note);

    private static DirectiveDocument Complete(DirectiveDocument head, string[] preamble, Section[] sections, DirectiveDocument tail)
    {
        var whole = head with
        {
            Preamble = [.. preamble.Select(text => new Paragraph(text, null, 0))],
            Sections = [.. sections],
            Closing = tail.Closing,
            Recipients = tail.Recipients,
            Signature = tail.Signature,
            Annex = tail.Annex,
        };
        return whole with { Citations = [.. whole.BodyParagraphs().SelectMany(paragraph => Cited(paragraph.Text))] };
    }

    private static IEnumerable<Citation> Cited(string text) =>
        text.Contains("16/CT-TTg", StringComparison.Ordinal) ? [new("16/CT-TTg", new DateOnly(2026, 3, 31), 0)]
        : text.Contains("105-KL/TU", StringComparison.Ordinal) ? [new("105-KL/TU", new DateOnly(2026, 6, 15), 0)]
        : text.Contains("969/TTg", StringComparison.Ordinal) ? [new("30/2020/NĐ-CP", null, 0), new("969/TTg-KGVX", null, 0)]
        : [];
}
