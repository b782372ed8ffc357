using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Tests.Documents;

public sealed class TextRulesTests
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    /// <summary>Rule, weight, sample that passes it, and the change after which it no longer does.</summary>
    public static TheoryData<string, Severity, string, string, string> Breaches { get; } = new()
    {
        { "type-missing", Severity.Error, "cong-van-hoa-toc", "Số 88-CV/TU\n", "" },
        { "recipients-missing", Severity.Error, "cong-van-hoa-toc", "Nơi nhận:\n|- Như trên;\n|- Thường trực Tỉnh ủy (để báo cáo);\n|- Bộ Chỉ huy Quân sự tỉnh (để phối hợp);\n|- Lưu Văn phòng Tỉnh ủy.\n", "||||" },
        { "archive-last", Severity.Warning, "chi-thi", "- Lưu Văn phòng Tỉnh ủy.\n", "" },
        { "as-above-without-addressees", Severity.Error, "cong-van-hoa-toc", "Kính gửi: Các đảng ủy xã, phường ven biển.\n", "" },
        { "addressees-without-as-above", Severity.Warning, "cong-van-hoa-toc", "- Như trên;\n", "" },
        { "addressees-on-type", Severity.Warning, "chi-thi", "-----\n", "-----\n\nKính gửi: Các đảng ủy trực thuộc Tỉnh ủy.\n" },
        { "addressees-on-type", Severity.Warning, "cong-van-hoa-toc", "Kính gửi", "Kính trình" },
        { "deputy-for-committee", Severity.Error, "chi-thi", "T/M BAN THƯỜNG VỤ", "K/T BÍ THƯ" },
        { "deputy-for-committee", Severity.Error, "chi-thi", "T/M BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ\nK/T BÍ THƯ" },
        { "authority-form", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ", "TM. BAN THƯỜNG VỤ" },
        { "position-with-committee", Severity.Warning, "chi-thi", "PHÓ BÍ THƯ", "PHÓ BÍ THƯ TỈNH ỦY" },
        { "title-before-name", Severity.Warning, "chi-thi", "Trần Minh Khoa", "TS. Trần Minh Khoa" },
        { "terminators-mixed", Severity.Warning, "chi-thi", "trực thuộc Tỉnh ủy;", "trực thuộc Tỉnh ủy," },
        { "last-terminator", Severity.Warning, "chi-thi", "- Lưu Văn phòng Tỉnh ủy.", "- Lưu Văn phòng Tỉnh ủy;" },
        { "abolished-body", Severity.Warning, "chi-thi", "- Các đảng ủy trực thuộc Tỉnh ủy;", "- Các huyện uỷ, thị ủy;" },
        { "abolished-body", Severity.Warning, "chi-thi", "Các đảng ủy xã, phường", "Đảng ủy các xã, thị trấn" },
        { "abolished-body", Severity.Warning, "chi-thi", "2. Đảng ủy Ủy ban", "2. Ban cán sự đảng Ủy ban" },
        { "citation-incomplete", Severity.Warning, "chi-thi", "số 21-KL/TU, ngày 14/5/2026 của", "số 21-KL/TU của" },
        { "citation-incomplete", Severity.Warning, "chi-thi", "Kết luận số 21-KL/TU, ngày", "Kết luận ngày" },
        { "secrecy", Severity.Error, "chi-thi", "Số 09-CT/TU", "Số 09-CT/TU\nMẬT" },
        { "secrecy", Severity.Error, "chi-thi", "Số 09-CT/TU", "Số 09-CT/TU          TỐI MẬT" },
        { "secrecy", Severity.Error, "chi-thi", "Số 09-CT/TU", "Số 09-CT/TU\n**T U Y Ệ T  M Ậ T**" },
        { "secrecy", Severity.Error, "chi-thi", "Trần Minh Khoa", "Trần Minh Khoa\n\n(Mật)" },
        { "secrecy", Severity.Error, "chi-thi", "Số 09-CT/TU", "Số 09-CT/TU\nĐộ mật: Mật" },
        { "secrecy", Severity.Error, "chi-thi", "Số 09-CT/TU", "Số 09-CT/TU\nM\u200BẬT" },
        { "secrecy", Severity.Error, "chi-thi", "Số 09-CT/TU", "Số 09-CT/TU\nMÂ\u0323T" },
        { "secrecy", Severity.Error, "chi-thi", "mùa mưa năm nay.", "mùa mưa năm nay theo văn bản MẬT kèm theo." },
        { "forbidden-character", Severity.Error, "chi-thi", "Quán triệt", "Quán\u202Etriệt" },
        { "forbidden-character", Severity.Error, "chi-thi", "Quán triệt", "Quán\u2067triệt" },
        { "forbidden-character", Severity.Error, "chi-thi", "Quán triệt", "Quán\0triệt" },
        { "forbidden-character", Severity.Error, "chi-thi", "Quán triệt", "Quán\u001Btriệt" },
        { "placeholder", Severity.Error, "chi-thi", "trước ngày 20/7/2026", "trước ngày [ngày/tháng/năm]" },
        { "placeholder", Severity.Error, "chi-thi", "Trần Minh Khoa", "{signerName}" },
        { "placeholder", Severity.Error, "chi-thi", "trước ngày 20/7/2026", "trước ngày […]" },
        { "date-zero", Severity.Warning, "chi-thi", "ngày 06 tháng 7", "ngày 6 tháng 7" },
        { "date-zero", Severity.Warning, "chi-thi", "ngày 06 tháng 7", "ngày 06 tháng 07" },
        { "date-zero", Severity.Warning, "cong-van", "tháng 02 năm", "tháng 2 năm" },
        { "number-form", Severity.Warning, "chi-thi", "Số 09-CT/TU", "Số 9-CT/TU" },
        { "number-label", Severity.Warning, "chi-thi", "Số 09-CT/TU", "Số: 09-CT/TU" },
        { "number-label", Severity.Warning, "chi-thi-nha-nuoc", "Số: ", "Số " },
        { "number-type", Severity.Warning, "chi-thi", "Số 09-CT/TU", "Số 09-TB/TU" },
        { "type-for-issuer", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ", "T/M BAN CHẤP HÀNH" },
        { "type-for-issuer", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ", "T/M TỈNH ỦY" },
        { "type-for-issuer", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ", "T/L BAN THƯỜNG VỤ|CHÁNH VĂN PHÒNG" },
        { "type-for-issuer", Severity.Warning, "chi-thi", "TỈNH ỦY AN GIANG", "ĐẢNG ỦY XÃ AN GIANG" },
        { "type-for-issuer", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ\n|PHÓ BÍ THƯ", "|CHÁNH VĂN PHÒNG" },
        { "authority-for-signer", Severity.Warning, "chi-thi", "PHÓ BÍ THƯ", "CHÁNH VĂN PHÒNG" },
        { "authority-for-signer", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ", "T/L BAN THƯỜNG VỤ" },
        { "authority-for-signer", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ", "TUQ. BAN THƯỜNG VỤ" },
        { "authority-for-signer", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ|PHÓ BÍ THƯ", "T/M VĂN PHÒNG|CHÁNH VĂN PHÒNG" },
        { "authority-missing", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ\n", "" },
        { "addressees-on-type", Severity.Warning, "to-trinh", "Kính trình:|ngày 03 tháng 3 năm 2026", "Kính gửi:|ngày 03 tháng 7 năm 2026" },
        { "terminators-form", Severity.Warning, "chi-thi", ";\n", ",\n" },
        { "archive-words", Severity.Warning, "chi-thi", "- Lưu Văn phòng Tỉnh ủy.", "- Lưu: VT, VPTU." },
        { "recipient-twice", Severity.Warning, "chi-thi", "- Các đồng chí Tỉnh ủy viên;\n", "- Các đồng chí Tỉnh ủy viên;\n- Các đồng chí Tỉnh uỷ viên;\n" },
        { "citation-future", Severity.Warning, "chi-thi", "ngày 14/5/2026 của", "ngày 14/5/2027 của" },
        { "tone-mixed", Severity.Warning, "chi-thi", "- Lưu Văn phòng Tỉnh ủy.", "- Lưu Văn phòng Tỉnh uỷ." },
        { "head-incomplete", Severity.Warning, "chi-thi", "ĐẢNG CỘNG SẢN VIỆT NAM\n", "" },
        { "head-incomplete", Severity.Warning, "chi-thi", "Số 09-CT/TU\n", "" },
        { "signature-incomplete", Severity.Warning, "chi-thi", "PHÓ BÍ THƯ\n", "" },
        { "signature-incomplete", Severity.Warning, "chi-thi", "T/M BAN THƯỜNG VỤ\nPHÓ BÍ THƯ\n(Đã ký)\nTrần Minh Khoa", "" },
        { "not-nfc", Severity.Warning, "chi-thi", "Quán triệt", "Qua\u0301n triệt" },
        { "body-missing", Severity.Error, "cong-van-hoa-toc", "Theo dự báo, chiều ngày 22/10/2026 bão số 5 đổ bộ vào địa bàn tỉnh với sức gió giật cấp 14. Thường trực Tỉnh ủy yêu cầu:|1. Hoàn thành di dời dân khỏi vùng nguy hiểm trước 17 giờ ngày 21/10/2026.|2. Trực 24/24 giờ, báo cáo mỗi 3 giờ về Văn phòng Tỉnh ủy theo số điện thoại trực ban.", "||" },
        { "body-end", Severity.Warning, "chi-thi", "phổ biến đến chi bộ.", "phổ biến đến chi bộ" },
        { "subject-rule", Severity.Warning, "chi-thi", "-----", "---" },
        { "double-blank", Severity.Warning, "chi-thi", "Quán triệt và", "Quán triệt  và" },
        { "blank-before-mark", Severity.Warning, "chi-thi", "di dời.", "di dời ." },
        { "blank-after-mark", Severity.Warning, "chi-thi", "Rà soát, cắm", "Rà soát,cắm" },
        { "blank-after-mark", Severity.Warning, "chi-thi", "giao thông. Một", "giao thông.Một" },
        { "straight-quotes", Severity.Warning, "chi-thi", "nhiệm vụ trọng tâm", "nhiệm vụ \"trọng tâm\"" },
        { "word-twice", Severity.Warning, "chi-thi", "của nhân dân", "của của nhân dân" },
        { "points-in-order", Severity.Warning, "chi-thi", "3. Tổ chức", "5. Tổ chức" },
        { "points-in-order", Severity.Warning, "chi-thi", "3. Tổ chức", "2. Tổ chức" },
        { "weekday", Severity.Warning, "chi-thi", "trước ngày 20/7/2026", "trước thứ Ba, ngày 20/7/2026" },
        { "weekday", Severity.Warning, "chi-thi", "trước ngày 20/7/2026", "trước ngày 20 tháng 7 năm 2026 (thứ Sáu)" },
        { "impossible-date", Severity.Warning, "chi-thi", "trước ngày 20/7/2026", "trước ngày 31/6/2026" },
        { "deadline-past", Severity.Warning, "chi-thi", "trước ngày 20/7/2026", "trước ngày 20/6/2026" },
    };

    [Theory]
    [MemberData(nameof(Breaches))]
    public void Check_AfterABreach_NamesTheRuleAndItsLine(string rule, Severity severity, string sample, string old, string changed)
    {
        var before = SampleTests.Text(sample);
        var after = Broken(sample, old, changed);

        Assert.DoesNotContain(rule, Rules(before));
        var finding = Findings(after).First(finding => finding.Rule == rule);
        Assert.Equal(severity, finding.Severity);
        Assert.InRange(finding.Line, 0, after.Split('\n').Length);
        Assert.Equal(severity, finding.Entry.Severity);
        Assert.NotEmpty(finding.Vietnamese);
        Assert.NotEmpty(finding.English);
        if (finding.Span is { } span)
        {
            Assert.InRange(span.Start + span.Length, 1, after.Normalize().Split('\n')[finding.Line - 1].Length);
        }
    }

    [Theory]
    [InlineData("1. Quán triệt", "1. Sinh hoạt chi bộ thứ Hai, ngày 20/7/2026; quán triệt")]
    [InlineData("1. Quán triệt", "1. Họp ngày 20/7/2026 (thứ 2); quán triệt")]
    [InlineData("1. Quán triệt", "1. Theo số liệu tính đến ngày 29/02/2024; quán triệt")]
    [InlineData("mùa mưa năm nay.", "mùa mưa năm nay (Công văn số 5-CV/TU, ngày 01/6/2026 của Ban Thường vụ Tỉnh ủy); tỷ lệ 3,5%; lúc 7:30.")]
    [InlineData("mùa mưa năm nay.", "mùa mưa năm nay, kể cả các đơn vị thành lập trước ngày 01/01/2020; xem a.b@nambinh.vn, https://nambinh.vn/x,y.")]
    [InlineData("kiểm tra hằng tuần.", "kiểm tra hằng tuần; quý III, quý IV; quốc lộ 1; xuý xoá; hoà.")]
    [InlineData("3. Tổ chức thực hiện:", "3. Tổ chức thực hiện (từ từ, dần dần, xanh xanh):")]
    public void Check_SentenceWithoutFault_IsLeftAlone(string old, string changed)
    {
        var rules = Rules(Replace(SampleTests.Text("chi-thi"), old, changed)).Where(rule => rule != "tone-mixed");

        Assert.Empty(rules);
    }

    [Theory]
    [InlineData("V/v ", LetterSubjectWording.InFull, "Về việc ")]
    [InlineData("V/v ", LetterSubjectWording.Bare, "")]
    [InlineData("Về việc ", LetterSubjectWording.Abbreviated, "V/v ")]
    public void Subject_OtherThanTheHouseStyle_IsToldAndMended(string typed, LetterSubjectWording wanted, string mended)
    {
        var text = Replace(SampleTests.Text("cong-van-hoa-toc"), "V/v ", typed);
        var settings = new FormSettings { LetterSubject = wanted };

        var finding = Assert.Single(TextRules.Check(text, DocumentReader.Read(text), Today, settings));

        Assert.Equal("subject-words", finding.Rule);
        Assert.Equal($"{mended}ứng phó khẩn cấp với bão số 5", Assert.Single(finding.Fix!.Edits).New[0]);
    }

    [Theory]
    [InlineData("trực ban.", BodyEnding.FullStopAndSlash, "trực ban./.")]
    [InlineData("trực ban./.", BodyEnding.FullStop, "trực ban.")]
    public void End_OtherThanTheHouseStyle_IsToldAndMended(string typed, BodyEnding wanted, string mended)
    {
        var text = Replace(SampleTests.Text("cong-van-hoa-toc"), "trực ban.", typed);
        var settings = new FormSettings { Ending = wanted };

        var finding = Assert.Single(TextRules.Check(text, DocumentReader.Read(text), Today, settings));

        Assert.Equal("body-end", finding.Rule);
        Assert.EndsWith(mended, Assert.Single(finding.Fix!.Edits).New[0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ToneSpelling.FirstVowel, false)]
    [InlineData(ToneSpelling.SecondVowel, true)]
    public void Tone_OtherThanTheHouseStyle_IsToldOnceForTheWholeText(ToneSpelling wanted, bool told)
    {
        var text = SampleTests.Text("chi-thi");

        var findings = TextRules.Check(text, DocumentReader.Read(text), Today, new FormSettings { Spelling = wanted });

        Assert.Equal(told ? ["tone-style"] : [], findings.Select(finding => finding.Rule));
    }

    [Fact]
    public void Check_StatePaper_IsNotHeldToThePartysForm() =>
        Assert.DoesNotContain(Rules(SampleTests.Text("chi-thi-nha-nuoc")), rule => rule is "authority-form" or "archive-words" or "number-label");

    [Theory]
    [InlineData("1. Quán triệt", "1. Bảo vệ bí mật nhà nước, mật độ dân cư, bảo mật thông tin; quán triệt")]
    [InlineData("về tăng cường", "VỀ BẢO VỆ BÍ MẬT NHÀ NƯỚC VÀ tăng cường")]
    [InlineData("3. Tổ chức thực hiện:", "3. TĂNG CƯỜNG BẢO MẬT THÔNG TIN:")]
    [InlineData("1. Quán triệt", "1. Hoa chanh, mật ong là đặc sản; quán triệt")]
    public void Check_WordMatInASentence_IsNoMark(string old, string changed) =>
        Assert.DoesNotContain("secrecy", Rules(Replace(SampleTests.Text("chi-thi"), old, changed)));

    [Fact]
    public void Check_SecrecyMark_GivesItsLine()
    {
        var text = Replace(SampleTests.Text("chi-thi"), "Số 09-CT/TU", "Số 09-CT/TU\nMẬT");

        Assert.Equal(7, Findings(text).Single(finding => finding.Rule == "secrecy").Line);
    }

    [Fact]
    public void Check_HiddenCharacter_GivesItsLineOncePerLine()
    {
        var text = SampleTests.Text("chi-thi").Replace("Từ đầu", "Từ\u202E\u202D đầu", StringComparison.Ordinal);

        Assert.Equal(13, Findings(text).Single(finding => finding.Rule == "forbidden-character").Line);
    }

    [Fact]
    public void Check_HalfASurrogatePair_IsForbidden() => Assert.Contains(
        "forbidden-character", Rules(Replace(SampleTests.Text("chi-thi"), "Quán triệt", "Quán" + (char)0xD800 + "triệt")));

    [Fact]
    public void Check_FootnoteAndSignedMark_AreNoPlaceholders()
    {
        var text = Replace(SampleTests.Text("chi-thi"), "(Đã ký)", "[Đã ký]").Replace("mùa mưa năm nay", "mùa mưa năm nay [1]", StringComparison.Ordinal);

        Assert.DoesNotContain("placeholder", Rules(text));
    }

    [Fact]
    public void Check_DraftMark_IsFine() =>
        Assert.Empty(Findings(Replace(SampleTests.Text("chi-thi"), "Số 09-CT/TU", "Số      -CT/TU\nDự thảo lần 1")));

    [Fact]
    public void Check_CleanDirective_FindsNothing() => Assert.Empty(Findings(SampleTests.Text("chi-thi")));

    [Fact]
    public void Check_SignatureBesideTheLastRecipient_DoesNotHideItsStop() => Assert.DoesNotContain(
        "last-terminator",
        Rules(Replace(SampleTests.Text("chi-thi"), "- Lưu Văn phòng Tỉnh ủy.", "- Lưu Văn phòng Tỉnh ủy.          T/M BAN THƯỜNG VỤ")));

    [Fact]
    public void Check_DistrictsInADirectiveOfTheirTime_AreFine()
    {
        var old = Replace(SampleTests.Text("chi-thi"), "- Các đảng ủy trực thuộc Tỉnh ủy;", "- Các huyện ủy;")
            .Replace("tháng 7 năm 2026", "tháng 7 năm 2021", StringComparison.Ordinal);

        Assert.DoesNotContain("abolished-body", Rules(old));
    }

    [Fact]
    public void Check_DeputyChiefOfAnOffice_MaySignForTheChief() =>
        Assert.DoesNotContain("deputy-for-committee", Rules(SampleTests.Text("to-trinh")));

    [Fact]
    public void Check_SecondMentionWithoutDate_IsFine() => Assert.DoesNotContain(
        "citation-incomplete",
        Rules(Replace(SampleTests.Text("chi-thi"), "kiểm tra hằng tuần.", "kiểm tra hằng tuần theo Kết luận 21-KL/TU.")));

    [Theory]
    [InlineData("")]
    [InlineData(" \n\u200B\n\t\n")]
    public void Check_EmptyText_SaysOnlyThat(string text) => Assert.Equal(["text-empty"], Rules(text));

    [Fact]
    public void Check_HeadWithoutBody_IsAnError() =>
        Assert.Contains("body-missing", Rules("Số 01-CT/TU\n\nCHỈ THỊ\nvề một việc\n-----\n\nNơi nhận:\n- Lưu Văn phòng Tỉnh ủy.\n"));

    [Fact]
    public void Check_MoreThanOneMegabyte_IsRefusedBeforeAnythingElse()
    {
        var text = new string('ậ', (TextRules.LongestText / 3) + 1);

        Assert.Equal(["text-too-long"], TextRules.Check(text, new DirectiveDocument(), Today).Select(finding => finding.Rule));
    }

    /// <summary>A sample after a breach: parts with | between, each put in place of its like.</summary>
    internal static string Broken(string sample, string old, string changed) =>
        old.Split('|').Zip(changed.Split('|')).Aggregate(SampleTests.Text(sample), (text, pair) => Replace(text, pair.First, pair.Second));

    private static IReadOnlyList<TextFinding> Findings(string text) => TextRules.Check(text, DocumentReader.Read(text), Today);

    private static IEnumerable<string> Rules(string text) => Findings(text).Select(finding => finding.Rule);

    private static string Replace(string text, string old, string changed)
    {
        Assert.Contains(old, text, StringComparison.Ordinal);
        return text.Replace(old, changed, StringComparison.Ordinal);
    }
}
