using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class SourceMapTests
{
    [Theory]
    [MemberData(nameof(SampleTests.Samples), MemberType = typeof(SampleTests))]
    public void Parts_OfSample_HoldEveryLetterOfEveryLine(string sample)
    {
        var text = SampleTests.Text(sample);

        Assert.Null(Coverage.Fault(text, DocumentReader.Read(text)));
    }

    [CorpusTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Parts_OfRealDirective_HoldEveryLetterOfEveryLine(string document)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, document + ".txt"));

        Assert.Null(Coverage.Fault(text, DocumentReader.Read(text)));
    }

    [Fact]
    public void Parts_TwoColumnsOnALine_AreTwoInTheirOrder()
    {
        var read = DocumentReader.Read("TỈNH ỦY NAM BÌNH          ĐẢNG CỘNG SẢN VIỆT NAM\nSố 08-CT/TU     Nam Bình, ngày 02 tháng 8 năm 2026\n\nCHỈ THỊ\n");

        Assert.Equal(
            [(1, PartKind.Issuer), (1, PartKind.Title), (2, PartKind.Number), (2, PartKind.PlaceAndDate), (4, PartKind.Type)],
            read.Parts.Select(part => (part.Line, part.Kind)));
        Assert.All(read.Parts, part => Assert.Equal(1, part.Confidence));
    }

    [Theory]
    [InlineData("Nơi nhân:\n- Sở Y tế;\n- Lưu Văn phòng.", PartKind.RecipientsLabel)]
    [InlineData("CHÍ THỊ\nvề phòng cháy\n-----\n1. Làm ngay.", PartKind.Type)]
    [InlineData("Sô 08-CT/TU\n\nCHỈ THỊ", PartKind.Number)]
    [InlineData("Số      -CT/TU\n\nCHỈ THỊ", PartKind.Number)]
    [InlineData("Nam Bình, ngày     tháng     năm 2026\n\nCHỈ THỊ", PartKind.PlaceAndDate)]
    [InlineData("CHỈ THỊ\nvề phòng cháy\n\nThời gian qua đã làm tốt.", PartKind.Subject)]
    [InlineData("Nơi nhận:\nSở Y tế,\nBÍ THƯ\n\nNguyễn Văn An", PartKind.Recipient)]
    [InlineData("CHỈ THỊ\n-----\nThời gian qua nhiều địa phương trong tỉnh đã có cách làm sáng tạo\nvà hiệu quả.", PartKind.Preamble)]
    public void Parts_WhereTheReaderChose_CarryADoubt(string text, PartKind kind)
    {
        var doubtful = DocumentReader.Read(text).Parts.Where(part => part.Doubt is not null).ToList();

        var part = Assert.Single(doubtful, part => part.Kind == kind);
        Assert.InRange(part.Confidence, 0.5, 0.99);
    }
}
