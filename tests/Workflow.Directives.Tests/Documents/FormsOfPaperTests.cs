using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

/// <summary>The forms that offices use beside the one laid down, each in the smallest text that shows it.</summary>
public sealed class FormsOfPaperTests
{
    public static TheoryData<string> PrintedTypes { get; } =
        [.. DocumentTypes.Everything().Where(type => type.Code != "CV").Select(type => type.Code)];

    public static TheoryData<string> LongTypes { get; } =
        [.. DocumentTypes.All.Where(type => type.Name.Length > 6 && type.Code != "CV").Select(type => type.Code)];

    [Theory]
    [MemberData(nameof(PrintedTypes))]
    public void Reader_TypePrintedInCapitals_IsKnown(string code)
    {
        var name = DocumentTypes.ByCode(code)!.Name;

        var read = DocumentReader.Read($"TỈNH ỦY NAM BÌNH\n*\n\n{name.ToUpperInvariant()}\nvề việc phòng cháy\n-----\n\n1. Làm ngay.\n");

        Assert.Equal((code, "về việc phòng cháy"), (read.Type?.Code, read.Subject));
    }

    [Theory]
    [MemberData(nameof(LongTypes))]
    public void Reader_TypeThatLostItsMarks_IsKnownWithADoubt(string code)
    {
        var slipped = VietnameseText.Bare(DocumentTypes.ByCode(code)!.Name).ToUpperInvariant();

        var read = DocumentReader.Read($"TỈNH ỦY NAM BÌNH\n*\n\n{slipped}\nvề việc phòng cháy\n-----\n\n1. Làm ngay.\n");

        Assert.Equal(code, read.Type?.Code);
        Assert.NotNull(Assert.Single(read.Parts, part => part.Kind == PartKind.Type).Doubt);
    }

    [Theory]
    [InlineData("- Sở Y tế;\n- Công an tỉnh;\n- Lưu: VT.")]
    [InlineData("- Sở Y tế,\n- Công an tỉnh,\n- Lưu: VT.")]
    [InlineData("- Sở Y tế.\n- Công an tỉnh.\n- Lưu: VT.")]
    [InlineData("- Sở Y tế\n- Công an tỉnh\n- Lưu: VT")]
    [InlineData("+ Sở Y tế;\n+ Công an tỉnh;\n+ Lưu: VT.")]
    [InlineData("• Sở Y tế;\n• Công an tỉnh;\n• Lưu: VT.")]
    [InlineData("* Sở Y tế;\n* Công an tỉnh;\n* Lưu: VT.")]
    [InlineData("–Sở Y tế;\n–Công an tỉnh;\n–Lưu: VT.")]
    [InlineData("Sở Y tế;\nCông an tỉnh;\nLưu: VT.")]
    [InlineData("Sở Y tế\nCông an tỉnh\nLưu: VT")]
    [InlineData("- Sở Y tế; - Công an tỉnh; - Lưu: VT.")]
    [InlineData("- Sở\nY tế;\n- Công an\ntỉnh;\n- Lưu: VT.")]
    public void Reader_RecipientsHoweverListed_AreTheSame(string list)
    {
        var read = DocumentReader.Read($"CHỈ THỊ\n-----\n1. Làm ngay.\n\nNơi nhận:\n{list}\n\nT/M BAN THƯỜNG VỤ\nBÍ THƯ\n\nNguyễn Văn An\n");

        Assert.Equal(["Sở Y tế", "Công an tỉnh", "Lưu: VT"], read.Recipients.Select(recipient => recipient.Text));
        Assert.Equal(new SignatureBlock("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Nguyễn Văn An"), read.Signature);
        Assert.Empty(read.Unrecognised);
    }

    [Theory]
    [InlineData("- Thường trực Tỉnh ủy, }\n- Văn phòng Trung ương Đảng, } (để báo cáo)\n- Sở Y tế.")]
    [InlineData("- Thường trực Tỉnh ủy, } (để báo cáo)\n- Văn phòng Trung ương Đảng, }\n- Sở Y tế.")]
    [InlineData("- Thường trực Tỉnh ủy,     }\n- Văn phòng Trung ương Đảng,     } (để báo cáo)\n- Sở Y tế.")]
    public void Reader_BraceInOrBesideTheList_SharesItsNote(string list)
    {
        var read = DocumentReader.Read($"Nơi nhận:\n{list}\n");

        Assert.Equal(["để báo cáo", "để báo cáo", null], read.Recipients.Select(recipient => recipient.Note));
        Assert.Equal("Thường trực Tỉnh ủy", read.Recipients[0].Text);
        Assert.Empty(read.Unrecognised);
    }

    [Theory]
    [InlineData("TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", "TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH")]
    [InlineData("TL. CHỦ TỊCH\nCHÁNH VĂN PHÒNG", "TL. CHỦ TỊCH", "CHÁNH VĂN PHÒNG")]
    [InlineData("TUQ. GIÁM ĐỐC\nTRƯỞNG PHÒNG TỔNG HỢP", "TUQ. GIÁM ĐỐC", "TRƯỞNG PHÒNG TỔNG HỢP")]
    [InlineData("Q. CHÁNH VĂN PHÒNG", "Q. CHÁNH VĂN PHÒNG", null)]
    [InlineData("T/M BAN THƯỜNG VỤ     PHÓ BÍ THƯ THƯỜNG TRỰC", "T/M BAN THƯỜNG VỤ", "PHÓ BÍ THƯ THƯỜNG TRỰC")]
    [InlineData("K/T TRƯỞNG BAN\nPHÓ TRƯỞNG BAN", "K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN")]
    public void Reader_SignatureBeforeOrAfterTheRecipients_IsTheSame(string head, string authority, string? position)
    {
        const string Recipients = "Nơi nhận:\n- Sở Y tế;\n- Lưu: VT.\n\n";
        var signature = $"{head}\n\n(Đã ký)\n\nNguyễn Văn An\n\n";

        var before = DocumentReader.Read("1. Làm ngay.\n\n" + signature + Recipients);
        var after = DocumentReader.Read("1. Làm ngay.\n\n" + Recipients + signature);

        var expected = new SignatureBlock(authority, position, "Nguyễn Văn An", "(Đã ký)");
        Assert.Equal((expected, expected), (before.Signature, after.Signature));
        Assert.Equal((2, 2), (before.Recipients.Length, after.Recipients.Length));
    }

    [Theory]
    [InlineData("ĐẢNG CỘNG SẢN\nVIỆT NAM", HeadTitle.Party)]
    [InlineData("CỘNG HÒA XÃ HỘI\nCHỦ NGHĨA VIỆT NAM", HeadTitle.State)]
    public void Reader_NationalTitleBrokenInTwo_IsNoPartOfTheIssuer(string lines, HeadTitle title)
    {
        var read = DocumentReader.Read($"TỈNH ỦY NAM BÌNH\n{lines}\nSố 12-CT/TU\n\nCHỈ THỊ\nvề việc phòng cháy\n-----\n\n1. Làm ngay.\n");

        Assert.Equal((title, "TỈNH ỦY NAM BÌNH"), (read.Title, read.Issuer));
    }

    [Fact]
    public void Reader_TwoSignersSideBySide_KeepsTheFirstAndShowsTheSecond()
    {
        var read = DocumentReader.Read("1. Làm ngay.\n\nNơi nhận:\n- Lưu: VT.\n\nGIÁM ĐỐC SỞ NỘI VỤ          TRƯỞNG BAN DÂN VẬN\nLê Văn Cường          Nguyễn Thị Mai\n");

        Assert.Equal(new SignatureBlock(null, "GIÁM ĐỐC SỞ NỘI VỤ", "Lê Văn Cường"), read.Signature);
        Assert.Equal(["TRƯỞNG BAN DÂN VẬN", "Nguyễn Thị Mai"], read.Unrecognised.Select(left => left.Text));
    }

    [Fact]
    public void Reader_SecondLabelOfAddressees_AddsToThem()
    {
        var read = DocumentReader.Read("Số 12-CV/TU\n\nKính gửi: Thường trực Tỉnh ủy,\nĐồng kính gửi: Ủy ban nhân dân tỉnh.\n\nThực hiện chỉ đạo trên.\n");

        Assert.Equal(["Thường trực Tỉnh ủy", "Ủy ban nhân dân tỉnh"], read.Addressees.Select(addressee => addressee.Text));
    }

    [Theory]
    [InlineData("V/v phòng cháy")]
    [InlineData("Về việc phòng cháy")]
    [InlineData("v/v phòng cháy")]
    [InlineData("“V/v phòng cháy”")]
    public void Reader_AbstractOfALetter_IsKnownByItsMark(string subject)
    {
        var read = DocumentReader.Read($"TỈNH ỦY NAM BÌNH\n*\nSố 12-CV/TU\n{subject}\n\nKính gửi: Sở Y tế.\n\nThực hiện chỉ đạo trên.\n");

        Assert.Equal((subject, "TỈNH ỦY NAM BÌNH", "CV"), (read.Subject, read.Issuer, read.Type?.Code));
    }
}
