using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using static Workflow.Directives.Tests.Documents.Files.WordFile;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>What a Word document shows on its page is what is read, in the order in which it is seen.</summary>
public sealed class WordTextTests
{
    [Fact]
    public async Task Paragraphs_WithBreaksTabsAndSymbols_AreLines()
    {
        var text = await TextAsync(new WordFile(
            P("Kính gửi: Ban Tổ chức") + "<w:p><w:r><w:t>Một</w:t><w:br/><w:t>hai</w:t><w:tab/><w:t>ba</w:t><w:noBreakHyphen/><w:t>bốn</w:t></w:r></w:p>"
            + "<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/><w:t> xong</w:t></w:r></w:p>"));

        Assert.Equal("Kính gửi: Ban Tổ chức\nMột\nhai\tba-bốn\n✓ xong", text);
    }

    [Fact]
    public async Task LongParagraphs_WithRoomBetween_ArePartedByABlankLine()
    {
        const string Sentence = "Căn cứ Quy định của Ban Bí thư về thể loại và thể thức văn bản,";
        var gap = $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:pPr><w:spacing w:before=\"120\"/></w:pPr></w:style></w:styles>";

        var parted = await TextAsync(new WordFile(P(Sentence) + P("Ban Thường vụ") + P("ban hành")).With("styles", gap));
        var close = await TextAsync(new WordFile(P(Sentence) + P("Ban Thường vụ")));

        Assert.Equal($"{Sentence}\n\nBan Thường vụ\nban hành", parted);
        Assert.Equal($"{Sentence}\nBan Thường vụ", close);
    }

    [Fact]
    public async Task HeadTable_RowByRow_PutsCellsSideBySide()
    {
        var text = await TextAsync(new WordFile(
            $"<w:tbl><w:tblPr/><w:tblGrid/>{Row(P("TỈNH ỦY LÂM ĐỒNG") + P("*") + P("Số 12-CV/TU"), P("ĐẢNG CỘNG SẢN VIỆT NAM") + P("") + P("Đà Lạt, ngày 05 tháng 3 năm 2026"))}</w:tbl>"
            + P("Nội dung") + $"<w:tbl>{Row(P("Nơi nhận:") + P("- Như trên;") + P("- Lưu."), P("T/M BAN THƯỜNG VỤ") + P("BÍ THƯ") + P("") + P("Nguyễn Văn A"))}</w:tbl>"));

        Assert.Equal(
            "TỈNH ỦY LÂM ĐỒNG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\nSố 12-CV/TU\tĐà Lạt, ngày 05 tháng 3 năm 2026\nNội dung\n"
            + "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Như trên;\tBÍ THƯ\n- Lưu.\n\tNguyễn Văn A",
            text);
        var document = DocumentReader.Read(text);
        Assert.Equal(("12-CV/TU", "TỈNH ỦY LÂM ĐỒNG", new DateOnly(2026, 3, 5)), (document.Number, document.Issuer, document.Date));
        Assert.Equal(("T/M BAN THƯỜNG VỤ", "BÍ THƯ", "Nguyễn Văn A"), (document.Signature!.Authority, document.Signature.Position, document.Signature.Name));
        Assert.Equal(2, document.Recipients.Length);
        Assert.Empty(document.Unrecognised);
    }

    [Fact]
    public async Task TextBox_DrawnForNewAndOldPrograms_IsReadOnce()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>HỎA TỐC</w:t></w:r></w:p></w:txbxContent>";
        var text = await TextAsync(new WordFile(
            $"<w:p><w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><a:p><a:t>Hình 1</a:t></a:p><wps:txbx>{Box}</wps:txbx></w:drawing></mc:Choice>"
            + $"<mc:Fallback><w:pict><v:textbox>{Box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent><w:t>TỈNH ỦY</w:t></w:r></w:p>"));

        Assert.Equal("TỈNH ỦY\nHỎA TỐC", text);
    }

    [Fact]
    public async Task AutomaticNumbers_OfEveryKind_ComeOutAsText()
    {
        var file = new WordFile(
            P("Mở đầu", InList(1)) + P("Nhiệm vụ", InList(1)) + P("Con", InList(1, 1)) + P("Cháu", InList(1, 2)) + P("Cháu", InList(1, 2)) + P("Con", InList(1, 1))
            + P("Kết", InList(1)) + P("Con", InList(1, 1)) + P("Gạch", InList(2)) + P("Mục", InList(3)) + P("Tiếp", InList(4)) + P("Mới", InList(5)))
            .WithNumbering(
                $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "upperRoman", "%1-")}{Level(1, "decimal", "%1.%2.", "<w:isLgl/>")}{Level(2, "lowerLetter", "%3)")}</w:abstractNum>"
                + $"<w:abstractNum w:abstractNumId=\"1\">{Level(0, "bullet", "\uF0B7")}</w:abstractNum>"
                + $"<w:abstractNum w:abstractNumId=\"2\">{Level(0, "decimal", "Điều %1.")}</w:abstractNum>"
                + Number(1, 0) + Number(2, 1) + Number(3, 2) + Number(4, 2)
                + "<w:num w:numId=\"5\"><w:abstractNumId w:val=\"2\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>");

        Assert.Equal(
            ["I- Mở đầu", "II- Nhiệm vụ", "2.1. Con", "a) Cháu", "b) Cháu", "2.2. Con", "III- Kết", "3.1. Con", "• Gạch", "Điều 1. Mục", "Điều 2. Tiếp", "Điều 1. Mới"],
            (await TextAsync(file)).Split('\n'));
    }

    [Fact]
    public async Task NumberOfAStyle_AndNoneAgain_AreFollowed()
    {
        var file = new WordFile(P("Có số", "<w:pStyle w:val=\"Con\"/>") + P("Không số", "<w:pStyle w:val=\"Con\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") + P("Có số", "<w:pStyle w:val=\"Con\"/>"))
            .With("styles", $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"Goc\"><w:pPr>{InList(7)}</w:pPr></w:style>"
                + "<w:style w:type=\"paragraph\" w:styleId=\"Con\"><w:basedOn w:val=\"Goc\"/><w:rPr><w:caps/></w:rPr></w:style></w:styles>")
            .WithNumbering($"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "decimal", "%1.")}</w:abstractNum>{Number(7, 0)}");

        Assert.Equal("1. CÓ SỐ\nKHÔNG SỐ\n2. CÓ SỐ", await TextAsync(file));
    }

    [Fact]
    public async Task TrackedChanges_KeepWhatWasPutInAndDropWhatWasTakenOut()
    {
        var read = await ReadAsync(new WordFile(
            "<w:p><w:r><w:t xml:space=\"preserve\">Giao </w:t></w:r><w:ins w:id=\"1\"><w:r><w:t>Ban Tổ chức</w:t></w:r></w:ins>"
            + "<w:del w:id=\"2\"><w:r><w:tab/><w:delText>Ban Dân vận</w:delText></w:r></w:del></w:p>"
            + "<w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr><w:r><w:t xml:space=\"preserve\">Đoạn này </w:t></w:r></w:p>" + P("nối liền")
            + $"<w:tbl>{Row(P("giữ"))}<w:tr><w:trPr><w:del w:id=\"4\"/></w:trPr><w:tc>{P("bỏ")}</w:tc></w:tr></w:tbl>"
            + "<w:p><w:pPr><w:pPrChange w:id=\"5\"><w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:pPrChange></w:pPr><w:r><w:t>không còn số</w:t></w:r></w:p>")
            .WithNumbering($"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "decimal", "%1.")}</w:abstractNum>{Number(1, 0)}"));

        Assert.Equal("Giao Ban Tổ chức\nĐoạn này nối liền\ngiữ\nkhông còn số", read.Text);
        Assert.Contains(read.Notes, note => note.English.Contains("tracked changes", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Fields_GiveTheirResultOnly()
    {
        const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>";
        const string Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
        const string End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
        var text = await TextAsync(new WordFile(
            $"<w:p>{R("Ngày ")}{Begin}<w:r><w:instrText>QUOTE c:\\\\cmd</w:instrText></w:r>{Begin}{R("trong")}{Separate}{R("lệnh")}{End}{Separate}{R("05/3")}{End}{R(" đó")}</w:p>"
            + "<w:p><w:fldSimple w:instr=\"DATE\"><w:r><w:t>2026</w:t></w:r></w:fldSimple></w:p>"));

        Assert.Equal("Ngày 05/3 đó\n2026", text);
    }

    [Fact]
    public async Task Footnotes_StandAtTheEnd_AndMarginsAreNamedInANote()
    {
        var file = new WordFile("<w:p><w:r><w:t>Theo nghị quyết</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>" + P("Hết."))
            .With("footnotes", $"<w:footnotes {Namespaces}><w:footnote w:type=\"separator\" w:id=\"0\">{P("---")}</w:footnote><w:footnote w:id=\"2\">{P("Số 18-NQ/TW.")}</w:footnote></w:footnotes>")
            .With("header", $"<w:hdr {Namespaces}>{P("2")}{P("Tài liệu nội bộ")}</w:hdr>", "header1");
        var read = await ReadAsync(file);

        Assert.Equal("Theo nghị quyết[1]\nHết.\n\n[1] Số 18-NQ/TW.", read.Text);
        Assert.Contains("Tài liệu nội bộ", Assert.Single(read.Notes).Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task OldFonts_HiddenTextAndCapitals_ReadAsTheyArePrinted()
    {
        var read = await ReadAsync(new WordFile(
            "<w:p>" + R("chØ thÞ", "<w:rFonts w:ascii=\".VnTimeH\"/>") + R(" ") + R("vÒ c«ng t¸c", "<w:rFonts w:ascii=\".VnTime\"/>") + "</w:p>"
            + "<w:p>" + R("Tænh u", "<w:rFonts w:ascii=\"VNI-Times\"/>") + R("ûy", "<w:rFonts w:ascii=\"VNI-Times\"/><w:b/>") + "</w:p>"
            + "<w:p>" + R("Mật", "<w:vanish/>") + R("thông báo", "<w:caps/>") + R(" này", "<w:caps w:val=\"0\"/>") + "</w:p>"));

        Assert.Equal("CHỈ THỊ về công tác\nTỉnh ủy\nTHÔNG BÁO này", read.Text);
        Assert.Equal(3, read.Notes.Length);
    }

    [Fact]
    public async Task Document_UnderAnotherName_IsFoundByItsRelation() =>
        Assert.Equal("Văn bản", (await new SourceFileReader().ReadAsync("a.docx", new WordFile(P("Văn bản"), "word/document2.xml").ToBytes(), default)).Value.Text);

    private static string Number(int id, int pattern) => $"<w:num w:numId=\"{id}\"><w:abstractNumId w:val=\"{pattern}\"/></w:num>";

    private static async Task<string> TextAsync(WordFile file) => (await ReadAsync(file)).Text;

    private static async Task<SourceText> ReadAsync(WordFile file)
    {
        var result = await new SourceFileReader().ReadAsync("du-thao.docx", file.ToBytes(), default);
        Assert.Null(result.Refusal);
        Assert.Equal(SourceFormat.Word, result.Value.Format);
        return result.Value;
    }
}
