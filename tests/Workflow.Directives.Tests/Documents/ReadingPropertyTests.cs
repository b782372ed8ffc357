using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

/// <summary>What holds for every directive and for every text at all.</summary>
public sealed class ReadingPropertyTests
{
    private const int Draws = 1_000;

    /// <summary>Words of the form and pieces that mean something to a rule, in any order.</summary>
    private static readonly string[] Pieces =
    [
        "\n", "\n\n", "\r\n", "\r", "   ", "\t", " ", ": ", "- ", "; ", ", ", ".", "./.", "* ", "**", "-----", "} ", "(để b/c)", "| ", "\u0301", "\u200B",
        "Số ", "08-CT/TU", "16/CT-TTg", "CHỈ THỊ", "CHÍ THỊ", "CÔNG ĐIỆN", "Kính gửi", "Nơi nhận", "Nơi nhân", "V/v ", "Căn cứ ", "T/M BAN THƯỜNG VỤ",
        "KT. CHỦ TỊCH", "PHÓ BÍ THƯ", "(Đã ký)", "Nguyễn Văn An", "TỈNH ỦY NAM BÌNH", "ĐẢNG CỘNG SẢN VIỆT NAM", "Độc lập - Tự do - Hạnh phúc",
        "Nam Bình, ngày 01 tháng 8 năm 2026", "HỎA TỐC", "MẬT", "DỰ THẢO LẦN 1", "1. ", "I- ", "a) ", "Điều 1. ", "Chương I", "PHỤ LỤC", "ĐẾN", "Số: 12", "Ngày: 1/2/2026",
        "Các sở, ban, ngành", "Như trên", "Lưu VT", "Nguyễn Văn An - Văn phòng - 10:20 1/2/2026", "2", "thực hiện nghiêm", "Sở Y tế",
    ];

    private static Arbitrary<string> Mosaics { get; } = Arb.From(
        from pieces in Gen.ArrayOf(Gen.Elements(Pieces)).Resize(60)
        select string.Concat(pieces), _ => []);

    private static Arbitrary<string> Strings { get; } = Arb.From(
        from letters in Gen.ArrayOf(Gen.Choose(0, char.MaxValue)).Resize(200)
        select string.Concat(letters.Select(code => (char)code)));

    [Fact]
    public void Reader_DocumentAsWritten_ReadsBackTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(WrittenDocuments.Any, document =>
        {
            var text = PlainText.Write(document);

            Assert.Equal(ReadingComparison.Of(document), ReadingComparison.Of(DocumentReader.Read(text)));
        }));

    [Fact]
    public void Reader_DocumentAsWritten_LeavesNothingOver() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(WrittenDocuments.Any, document =>
        {
            var text = PlainText.Write(document);
            var read = DocumentReader.Read(text);

            Assert.Empty(read.Unrecognised);
            Assert.Null(Coverage.Fault(text, read));
        }));

    [Fact]
    public void Reader_WordsOfTheFormInAnyOrder_LosesNothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws * 3), Prop.ForAll(Mosaics, LosesNothing));

    [Fact]
    public void Reader_AnyStringAtAll_LosesNothing() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(Strings, LosesNothing));

    [Fact]
    public void Reader_AnyNormalForm_GivesTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(WrittenDocuments.Any, document =>
        {
            var text = PlainText.Write(document);

            Assert.Equal(
                ReadingComparison.Of(DocumentReader.Read(text)),
                ReadingComparison.Of(DocumentReader.Read(text.Normalize(NormalizationForm.FormD).ReplaceLineEndings("\r\n"))));
        }));

    private static void LosesNothing(string text)
    {
        var read = DocumentReader.Read(text);

        Assert.True(Coverage.Fault(text, read) is null, Coverage.Fault(text, read));
        Assert.NotNull(PlainText.Write(read));
        Assert.NotNull(CorpusJson.Write(read));
    }
}
