using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class CorrectionTests
{
    private const string Text = """
        TỈNH ỦY NAM BÌNH     ĐẢNG CỘNG SẢN VIỆT NAM
        Số 8/CT của Tỉnh ủy
        Khẩn trương
        Làm tại Nam Bình, 02/8/2026

        CHỈ THỊ
        về công tác phòng cháy
        -----
        Thời gian qua, các địa phương đã làm tốt.
        1. Kiểm tra ngay.
        2. Báo cáo trước ngày 15.
        Ai nhận thì ghi ở đây
        Sở Y tế
        T/M BAN THƯỜNG VỤ     - Như trên;
        BÍ THƯ
        nguyễn văn an
        """;

    [Fact]
    public void Read_NoCorrection_IsTheSameAsWithout()
    {
        var (plain, corrected) = (DocumentReader.Read(Text), DocumentReader.Read(Text, []));

        Assert.Equal(ReadingComparison.Of(plain), ReadingComparison.Of(corrected));
        Assert.True(plain.Parts.SequenceEqual(corrected.Parts));
    }

    [Fact]
    public void Read_LineCorrectedToAField_GoesThere()
    {
        Assert.Equal("KHẨN TRƯƠNG", Read(new Correction(3, PartKind.Urgency)).Urgency);
        Assert.Equal(new DateOnly(2026, 8, 2), Read(new Correction(4, PartKind.PlaceAndDate)).Date);
        Assert.Equal("về công tác phòng cháy Thời gian qua, các địa phương đã làm tốt.", Read(new Correction(9, PartKind.Subject)).Subject);
        Assert.Equal("nguyễn văn an", Read(new Correction(16, PartKind.SignatureName)).Signature?.Name);
        Assert.Equal(["Sở Y tế", "Như trên"], Read(new Correction(13, PartKind.Recipient)).Recipients.Select(line => line.Text));
    }

    [Fact]
    public void Read_LabelCorrected_OpensTheListUnderIt()
    {
        var read = Read(new Correction(12, PartKind.RecipientsLabel));

        Assert.Equal(["Sở Y tế", "Như trên"], read.Recipients.Select(line => line.Text));
        Assert.Equal(2, read.Sections.Length);
    }

    [Fact]
    public void Read_TypeCorrected_PartsTheHeadFromTheBody()
    {
        const string Slipped = "TỈNH ỦY NAM BÌNH\nCHI TNỊ\nvề phòng cháy\n-----\nThời gian qua đã làm tốt.\n";

        var read = DocumentReader.Read(Slipped.Replace("CHI TNỊ", "QUY ĐlNH!", StringComparison.Ordinal));
        var corrected = DocumentReader.Read(Slipped, [new(2, PartKind.Type)]);

        Assert.Null(read.Type);
        Assert.Equal(("CT", "về phòng cháy"), (corrected.Type?.Code, corrected.Subject));
        Assert.Single(corrected.Preamble);
    }

    [Fact]
    public void Read_PieceOfALineCorrected_LeavesTheRestToTheRules()
    {
        var read = Read(new Correction(1, PartKind.SuperiorOrgan, "TỈNH ỦY NAM BÌNH"));

        Assert.Equal(("TỈNH ỦY NAM BÌNH", null, HeadTitle.Party), (read.SuperiorOrgan, read.Issuer, read.Title));
    }

    [Fact]
    public void Read_BodyLineCorrected_IsAParagraphOfItsOwn()
    {
        var read = Read(new Correction(10, PartKind.Preamble), new Correction(11, PartKind.Closing));

        Assert.Equal(["Thời gian qua, các địa phương đã làm tốt.", "Kiểm tra ngay."], read.Preamble.Take(2).Select(paragraph => paragraph.Text));
        Assert.Equal(["Báo cáo trước ngày 15."], read.Closing.Select(paragraph => paragraph.Text));
    }

    [Theory]
    [InlineData(PartKind.Number, "16/CT-TTg")]
    [InlineData(PartKind.PlaceAndDate, "ngày 01 tháng 8 năm 2026")]
    [InlineData(PartKind.Title, "title")]
    [InlineData(PartKind.Type, "type")]
    public void Read_CorrectionThatCannotBeFollowed_LeavesThePieceWithTheReason(PartKind kind, string reason)
    {
        var read = Read(new Correction(15, kind));

        var part = Assert.Single(read.Parts, part => part.Line == 15);
        Assert.Equal(PartKind.Unrecognised, part.Kind);
        Assert.Contains(reason, part.Doubt!.English, StringComparison.Ordinal);
        Assert.Contains((15, "BÍ THƯ"), read.Unrecognised);
    }

    [Theory]
    [InlineData(PartKind.Ornament)]
    [InlineData(PartKind.Watermark)]
    [InlineData(PartKind.PageNumber)]
    public void Read_LineCorrectedAway_IsNoPartOfTheDocument(PartKind kind)
    {
        var read = Read(new Correction(9, kind));

        Assert.Empty(read.Preamble);
        Assert.Equal(kind, Assert.Single(read.Parts, part => part.Line == 9).Kind);
    }

    [Fact]
    public void Read_TwoCorrectionsOfALine_TheLastCounts() =>
        Assert.Equal("KHẨN TRƯƠNG", Read(new Correction(3, PartKind.Secrecy), new Correction(3, PartKind.Urgency)).Urgency);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(5)]
    [InlineData(99)]
    public void Read_CorrectionOfALineThatIsNotThere_ChangesNothing(int line) =>
        Assert.True(DocumentReader.Read(Text).Parts.SequenceEqual(Read(new Correction(line, PartKind.Closing)).Parts));

    [Theory]
    [MemberData(nameof(SampleTests.Samples), MemberType = typeof(SampleTests))]
    public void Read_AnyLineCorrectedToAnyKind_LosesNothing(string sample)
    {
        var text = SampleTests.Text(sample);
        var lines = DocumentReader.Read(text).Parts.Select(part => part.Line).Distinct().ToList();
        foreach (var correction in lines.SelectMany(line => Enum.GetValues<PartKind>().Select(kind => new Correction(line, kind))))
        {
            var read = DocumentReader.Read(text, [correction]);

            Assert.True(Coverage.Fault(text, read) is null, $"{correction}: {Coverage.Fault(text, read)}");
            var kinds = read.Parts.Where(part => part.Line == correction.Line).Select(part => part.Kind).ToList();
            Assert.True(kinds.Contains(correction.Kind) || kinds.Contains(PartKind.Unrecognised), $"{correction} became {string.Join(' ', kinds)}");
        }
    }

    private static DirectiveDocument Read(params Correction[] corrections) => DocumentReader.Read(Text, corrections);
}
