using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class RecipientKindsTests
{
    [Theory]
    [InlineData("Sở Giáo dục và Đào tạo", RecipientKind.IndividualUnit)]
    [InlineData("Ban Chỉ đạo phòng, chống thiên tai tỉnh", RecipientKind.IndividualUnit)]
    [InlineData("Sở Văn hóa, Thể thao và Du lịch", RecipientKind.IndividualUnit)]
    [InlineData("Uỷ ban Kiểm tra Tỉnh uỷ", RecipientKind.IndividualUnit)]
    [InlineData("Công an tỉnh, Bộ Chỉ huy Quân sự tỉnh", RecipientKind.IndividualUnitsSeveral)]
    [InlineData("Tỉnh ủy, UBND tỉnh", RecipientKind.IndividualUnitsSeveral)]
    [InlineData("Các đảng ủy xã, phường, đặc khu", RecipientKind.UnitCategory)]
    [InlineData("Đảng ủy, UBND các xã, phường", RecipientKind.UnitCategory)]
    [InlineData("UBND các xã, phường", RecipientKind.UnitCategory)]
    [InlineData("Các sở, ngành và đoàn thể", RecipientKind.UnitCategory)]
    [InlineData("Các sở, ngành, Văn phòng UBND tỉnh", RecipientKind.Mixed)]
    [InlineData("Ban Tổ chức Tỉnh ủy và các đảng ủy trực thuộc", RecipientKind.Mixed)]
    [InlineData("Các đ/c Tỉnh ủy viên", RecipientKind.Persons)]
    [InlineData("Đồng chí Bí thư Tỉnh ủy", RecipientKind.Persons)]
    [InlineData("Lãnh đạo Văn phòng Tỉnh ủy", RecipientKind.Persons)]
    [InlineData("Như trên", RecipientKind.BackReference)]
    [InlineData("Như Điều 3", RecipientKind.BackReference)]
    [InlineData("Lưu Văn phòng Tỉnh ủy", RecipientKind.Archive)]
    [InlineData("Lưu: VT, TH", RecipientKind.Archive)]
    public void Read_RecipientLine_IsOfItsKind(string line, RecipientKind kind) =>
        Assert.Equal((line, kind), (Only(line).Text, Only(line).Kind));

    [Theory]
    [InlineData("Ban Bí thư (để báo cáo)", RecipientPurpose.Report, "để báo cáo")]
    [InlineData("Ban Bí thư (để b/c)", RecipientPurpose.Report, "để b/c")]
    [InlineData("Ban Bí thư để b/c", RecipientPurpose.Report, "để b/c")]
    [InlineData("Thường trực Tỉnh ủy (để chỉ đạo)", RecipientPurpose.Direct, "để chỉ đạo")]
    [InlineData("Công an tỉnh (để phối hợp)", RecipientPurpose.Coordinate, "để phối hợp")]
    [InlineData("Cổng thông tin điện tử (đăng tải)", RecipientPurpose.Publish, "đăng tải")]
    [InlineData("Sở Tài chính (để biết)", RecipientPurpose.Inform, "để biết")]
    [InlineData("Sở Tài chính (để thực hiện)", RecipientPurpose.Unspecified, "để thực hiện")]
    [InlineData("Sở Tài chính", RecipientPurpose.Unspecified, null)]
    [InlineData("Trạm Kiểm lâm số 2 (Đồng Văn)", RecipientPurpose.Unspecified, null)]
    public void Read_RecipientNote_TellsThePurpose(string line, RecipientPurpose purpose, string? note) =>
        Assert.Equal((purpose, note), (Only(line).Purpose, Only(line).Note));

    [Fact]
    public void Read_ListOnTheLabelsLine_IsParted() => Assert.Equal(
        ["Như trên", "Sở Tài chính", "Lưu: VT"],
        DocumentReader.Read("Nơi nhận: - Như trên; - Sở Tài chính; - Lưu: VT.").Recipients.Select(recipient => recipient.Text));

    [Fact]
    public void Read_LinesWithoutMarks_AreRecipientsAndTheNameIsNot()
    {
        var read = DocumentReader.Read("Nơi nhận:\nNhư trên;\nSở Tài chính;\nLưu Văn phòng Tỉnh ủy.\nBÍ THƯ\nLưu Văn Bình");

        Assert.Equal(["Như trên", "Sở Tài chính", "Lưu Văn phòng Tỉnh ủy"], read.Recipients.Select(recipient => recipient.Text));
        Assert.Equal(new SignatureBlock(null, "BÍ THƯ", "Lưu Văn Bình"), read.Signature);
    }

    private static RecipientLine Only(string line) => Assert.Single(DocumentReader.Read($"Nơi nhận:\n- {line}.").Recipients);
}
