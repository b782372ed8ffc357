using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class CitationTests
{
    [Theory]
    [InlineData("Kết luận số 105-KL/TU ngày 15/6/2021 của Tỉnh ủy", "105-KL/TU", "2021-06-15")]
    [InlineData("Công văn số 969/TTg-KGVX, ngày 17-7-2021 của Thủ tướng", "969/TTg-KGVX", "2021-07-17")]
    [InlineData("Nghị quyết 68/NQ-CP của Chính phủ", "68/NQ-CP", null)]
    [InlineData("Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020", "30/2020/NĐ-CP", "2020-03-05")]
    [InlineData("Luật số 117/2025/QH15", "117/2025/QH15", null)]
    [InlineData("Công văn số 154 - CV/TU", "154-CV/TU", null)]
    [InlineData("Chỉ thị số 16/CT-TTg của Thủ tướng (từ ngày 19-7-2021)", "16/CT-TTg", null)]
    [InlineData("Kết luận số 5-KL/TU ngày 31/2/2021", "5-KL/TU", null)]
    public void Read_NumberedDocument_IsCitedWithTheDateBehindIt(string sentence, string symbol, string? date)
    {
        var citation = Assert.Single(DocumentReader.Read($"CHỈ THỊ\n\n1. Thực hiện {sentence}.\n").Citations);

        Assert.Equal((symbol, date), (citation.Symbol, citation.Date?.ToString("yyyy-MM-dd", null)));
    }

    [Theory]
    [InlineData("nghỉ lễ 30/4, 01/5 và nhiệm kỳ 2021-2026")]
    [InlineData("ở 12/15 xã, giai đoạn 2021 - 2030")]
    [InlineData("bệnh Covid-19, yêu cầu 5K, ca F0")]
    [InlineData("trực 24/24 giờ")]
    public void Read_OtherFigures_AreNoCitations(string sentence) =>
        Assert.Empty(DocumentReader.Read($"CHỈ THỊ\n\n1. Thực hiện {sentence}.\n").Citations);
}
