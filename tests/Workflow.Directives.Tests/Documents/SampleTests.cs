using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class SampleTests
{
    internal static readonly string[] Names =
    [
        "chi-thi", "cong-van", "thong-bao-ket-luan", "thong-bao-y-kien", "cong-van-hoa-toc", "nghi-quyet",
        "chi-thi-nha-nuoc", "to-trinh", "hong",
    ];

    public static TheoryData<string> Samples { get; } = [.. Names];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Documents", "Samples");

    internal static string Text(string sample) => File.ReadAllText(Path.Combine(Folder, sample + ".txt"));

    [Theory]
    [MemberData(nameof(Samples))]
    public void Reader_Sample_GivesExpectedFields(string sample)
    {
        var expected = File.ReadAllText(Path.Combine(Folder, sample + ".json"));

        Assert.Equal(expected.Trim(), CorpusJson.Write(DocumentReader.Read(Text(sample))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Reader_Sample_LeavesNothingOver(string sample) => Assert.Empty(DocumentReader.Read(Text(sample)).Unrecognised);

    [Theory]
    [MemberData(nameof(Samples))]
    public void PlainText_OfSample_ReadsBackTheSame(string sample)
    {
        var read = DocumentReader.Read(Text(sample));

        Assert.Equal(ReadingComparison.Of(read), ReadingComparison.Of(DocumentReader.Read(PlainText.Write(read))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void TextRules_Sample_FindsNoError(string sample)
    {
        var text = Text(sample);

        var findings = TextRules.Check(text, DocumentReader.Read(text), new DateOnly(2026, 11, 2));

        Assert.DoesNotContain(findings, finding => finding.Severity == Severity.Error);
    }

    [Fact]
    public void Reader_NationalTitleOfState_IsToldFromTheParty()
    {
        Assert.Equal(HeadTitle.State, DocumentReader.Read(Text("chi-thi-nha-nuoc")).Title);
        Assert.Equal(HeadTitle.Party, DocumentReader.Read(Text("chi-thi")).Title);
    }

    [Fact]
    public void Reader_OfficeUnderACommittee_KnowsSuperiorAndIssuer()
    {
        var read = DocumentReader.Read(Text("to-trinh"));

        Assert.Equal(("TỈNH ỦY TÂY NINH", "VĂN PHÒNG", "Kính trình"), (read.SuperiorOrgan, read.Issuer, read.AddresseesLabel));
    }

    [Fact]
    public void Reader_AnnexUnderTheSignature_IsKeptApart()
    {
        var read = DocumentReader.Read(Text("nghi-quyet"));

        Assert.Equal(["PHỤ LỤC I", "Chỉ tiêu theo từng năm", "Năm 2026: ba nghìn héc-ta."], read.Annex.Select(line => line.Text));
    }

    [Fact]
    public void Reader_BraceOverTwoLines_SharesTheNote()
    {
        var read = DocumentReader.Read(Text("thong-bao-y-kien"));

        Assert.Equal(["để thực hiện", "để thực hiện", "để b/c", null], read.Recipients.Select(recipient => recipient.Note));
    }

    [Fact]
    public void Reader_StampOnTheFirstPage_IsNotTheNumber()
    {
        var read = DocumentReader.Read(Text("hong"));

        var stamp = Assert.Single(read.ArrivalStamps);
        Assert.Equal(("771", "Phòng Kỹ thuật", "BAN QUẢN LÝ RỪNG ĐẶC DỤNG"), (stamp.Number, stamp.ForwardTo, stamp.Receiver));
        Assert.Null(read.Number);
        Assert.Equal("CT/TU", read.Symbol);
    }
}
