using System.Text;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>Plain text in each way Vietnamese letters were stored, and files that are no text.</summary>
public sealed class TextFilesTests
{
    private const string Text = "TỈNH ỦY LÂM ĐỒNG\nSố 12-CV/TU\n\nCHỈ THỊ\nvề công tác dân vận ở vùng đồng bào dân tộc thiểu số\n\nBan Thường vụ Tỉnh ủy yêu cầu các đảng ủy trực thuộc thực hiện nghiêm những nội dung sau đây.\n";

    // The same words as they were typed for .VnTime and for VNI-Times, capitals with marks as far as the table has them.
    private const string Tcvn3 = "TØnh ñy L©m §ång\nSè 12-CV/TU\n\nCHØ THÞ\nvÒ c«ng t¸c d©n vËn ë vïng ®ång bµo d©n téc thiÓu sè\n";
    private const string FromTcvn3 = "Tỉnh ủy Lâm Đồng\nSố 12-CV/TU\n\nCHỈ THỊ\nvề công tác dân vận ở vùng đồng bào dân tộc thiểu số\n";
    private const string Vni = "Tænh uûy Laâm Ñoàng\nSoá 12-CV/TU\n\nCHÆ THÒ\nveà coâng taùc daân vaän ôû vuøng ñoàng baøo daân toäc thieåu soá, giöõ vöõng kyû luaät\n";
    private const string FromVni = "Tỉnh ủy Lâm Đồng\nSố 12-CV/TU\n\nCHỈ THỊ\nvề công tác dân vận ở vùng đồng bào dân tộc thiểu số, giữ vững kỷ luật\n";

    private static readonly Encoding Latin = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public async Task Unicode_InEachForm_IsReadWithItsName()
    {
        await ReadsAsync(new UTF8Encoding(false).GetBytes(Text), Text, "UTF-8");
        await ReadsAsync([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(Text)], Text, "UTF-8");
        await ReadsAsync([.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Text)], Text, "UTF-16");
        await ReadsAsync([.. Encoding.BigEndianUnicode.Preamble, .. Encoding.BigEndianUnicode.GetBytes(Text)], Text, "UTF-16");
        await ReadsAsync(Encoding.Unicode.GetBytes(Text), Text, "UTF-16");
        await ReadsAsync(Encoding.BigEndianUnicode.GetBytes(Text), Text, "UTF-16");
        await ReadsAsync(Encoding.UTF8.GetBytes(Text.Normalize(NormalizationForm.FormD).Replace("\n", "\r\n", StringComparison.Ordinal)), Text, "UTF-8");
    }

    [Fact]
    public async Task OldTables_AreToldByTheirLettersAndConverted()
    {
        await ReadsAsync(Latin.GetBytes(Tcvn3), FromTcvn3, "TCVN3", converted: true);
        await ReadsAsync(Latin.GetBytes(Vni), FromVni, "VNI", converted: true);
        await ReadsAsync(Windows1258(Text), Text, "windows-1258", converted: true);
    }

    [Fact]
    public void PastedText_OfAnOldFontOrDecodedWrongly_IsMended()
    {
        Assert.Equal(FromTcvn3, SourceFileReader.Pasted(Tcvn3).Value.Text);
        Assert.Equal(FromVni, SourceFileReader.Pasted(Vni).Value.Text);
        Assert.Equal(Text, SourceFileReader.Pasted(Latin.GetString(Encoding.UTF8.GetBytes(Text))).Value.Text);
        Assert.Equal("VNI", SourceFileReader.Pasted(Vni).Value.Encoding);
    }

    [Theory]
    [InlineData(Text)]
    [InlineData("Résumé déjà présenté à l’élève; façade, naïve, Noël, crème brûlée")]
    [InlineData("Москва приняла решение о порядке работы")]
    [InlineData("§ 5 · 20 °C – “Nghị quyết” số 18-NQ/TW")]
    [InlineData("abc")]
    public void PastedText_ThatIsUnicode_StaysAsItIs(string text)
    {
        var pasted = SourceFileReader.Pasted(text).Value;
        Assert.Equal((text, null), (pasted.Text, pasted.Encoding));
        Assert.Empty(pasted.Notes);
    }

    [Fact]
    public void CapitalsOfTcvn3_AreRaisedAmongCapitalsOnly() => Assert.Equal(
        "Đà Lạt, Hà Nội, Vũ Đình Á\nĐẢNG BỘ TỈNH\nỦY BAN Ở XÃ\nvề công tác đó và những việc khác",
        SourceFileReader.Pasted("§µ L¹t, Hµ Néi, Vò §×nh ¸\n§¶NG Bé TØNH\nñY BAN ë X·\nvÒ c«ng t¸c ®ã vµ nh÷ng viÖc kh¸c").Value.Text.Replace("Đình á", "Đình Á", StringComparison.Ordinal));

    [Fact]
    public async Task Bytes_ThatAreNoVietnamese_AreRefusedRatherThanGuessed()
    {
        await RefusedAsync("a.txt", Latin.GetBytes("Résumé déjà présenté à l’élève; façade, naïve, Noël, crème brûlée"), FileRefusals.EncodingUnknown);
        await RefusedAsync("a.txt", [0xC3, 0x28, 0xE9, 0x20], FileRefusals.EncodingUnknown);
    }

    [Theory]
    [InlineData("a.pdf", "văn bản")]
    [InlineData("a.docx", "văn bản")]
    [InlineData("a.docx", "%PDF-1.7\n")]
    [InlineData("a.txt", "%PDF-1.7\n")]
    [InlineData("a.txt", "PK\u0003\u0004")]
    [InlineData("a.pdf", "PK\u0003\u0004")]
    [InlineData("a.txt", "\u007fELF\0\0")]
    [InlineData("a.docx", "MZ\0\0\u0001")]
    [InlineData("a.txt", "a\0b")]
    [InlineData("a.pdf", "<html>")]
    public async Task Name_ThatSaysOtherThanTheContent_IsRefused(string name, string content) =>
        await RefusedAsync(name, Encoding.UTF8.GetBytes(content), FileRefusals.NameDiffers);

    [Fact]
    public async Task OtherFormats_AreRefusedWithWhatToDo()
    {
        byte[] ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0, 0];
        await RefusedAsync("a.doc", ole, FileRefusals.OldWord);
        await RefusedAsync("a.docx", ole, FileRefusals.OldWord);
        await RefusedAsync("a.xls", ole, FileRefusals.Unsupported);
        await RefusedAsync("a.png", [0x89, (byte)'P', (byte)'N', (byte)'G'], FileRefusals.Picture);
        await RefusedAsync("a.jpg", [0xFF, 0xD8, 0xFF, 0xE0], FileRefusals.Picture);
        await RefusedAsync("a.rtf", "{\\rtf1 x}"u8.ToArray(), FileRefusals.Unsupported);
        await RefusedAsync("a.txt", "{\\rtf1 x}"u8.ToArray(), FileRefusals.Unsupported);
        await RefusedAsync("", "<!DOCTYPE html><p>x"u8.ToArray(), FileRefusals.Unsupported);
        await RefusedAsync("a.csv", "a;b"u8.ToArray(), FileRefusals.Unsupported);
        await RefusedAsync("a.xlsx", "PK\u0003\u0004"u8.ToArray(), FileRefusals.Unsupported);
    }

    [Fact]
    public async Task Nothing_OrTooMuch_IsRefused()
    {
        await RefusedAsync("a.txt", [], FileRefusals.Empty);
        await RefusedAsync("a.txt", " \n\t\n"u8.ToArray(), FileRefusals.Empty);
        await RefusedAsync("a.txt", new byte[SourceFileReader.LargestFile + 1], FileRefusals.TooLarge);
        await RefusedAsync("a.txt", Encoding.UTF8.GetBytes(new string('ô', (TextRules.LongestText / 2) + 1)), FileRefusals.TextTooLong);
        Assert.Equal(FileRefusals.TextTooLong, SourceFileReader.Pasted(new string('a', TextRules.LongestText + 1)).Refusal);
        using var endless = new MemoryStream(new byte[SourceFileReader.LargestFile + 1]);
        Assert.Equal(FileRefusals.TooLarge, (await new SourceFileReader().ReadAsync("a.txt", endless, default)).Refusal);
    }

    [Theory]
    [InlineData("../a.txt")]
    [InlineData("con.txt")]
    [InlineData("a.docx\0.txt")]
    [InlineData("")]
    [InlineData("văn bản số 1.2.md")]
    public async Task AnyName_IsOnlyAskedForItsEnding(string name) =>
        Assert.Equal("chỉ thị", (await new SourceFileReader().ReadAsync(name, Encoding.UTF8.GetBytes("chỉ thị"), default)).Value.Text);

    // Windows-1258 has the vowels and writes the tones after them.
    private static byte[] Windows1258(string text)
    {
        var parted = new StringBuilder();
        foreach (var letter in text.Normalize(NormalizationForm.FormC))
        {
            var marks = letter.ToString().Normalize(NormalizationForm.FormD);
            parted.Append(string.Concat(marks.Where(mark => !IsTone(mark))).Normalize(NormalizationForm.FormC)).Append(string.Concat(marks.Where(IsTone)));
        }

        return CodePagesEncodingProvider.Instance.GetEncoding(1258)!.GetBytes(parted.ToString());
    }

    private static bool IsTone(char mark) => mark is '\u0300' or '\u0301' or '\u0303' or '\u0309' or '\u0323';

    private static async Task ReadsAsync(byte[] file, string text, string encoding, bool converted = false)
    {
        var result = await new SourceFileReader().ReadAsync("du-thao.txt", file, default);
        Assert.Null(result.Refusal);
        Assert.Equal((text, SourceFormat.PlainText, encoding), (result.Value.Text, result.Value.Format, result.Value.Encoding));
        Assert.Equal(converted, !result.Value.Notes.IsEmpty);
    }

    private static async Task RefusedAsync(string name, byte[] file, Refusal refusal) =>
        Assert.Equal(refusal, (await new SourceFileReader().ReadAsync(name, file, default)).Refusal);
}
