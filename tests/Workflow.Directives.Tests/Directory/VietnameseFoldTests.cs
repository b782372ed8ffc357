using System.Text;
using Workflow.Directives.Directory;

namespace Workflow.Directives.Tests.Directory;

public sealed class VietnameseFoldTests
{
    [Theory]
    [InlineData("ủy", "uỷ")]
    [InlineData("hòa", "hoà")]
    [InlineData("quy", "qui")]
    [InlineData("quý", "quí")]
    [InlineData("kỹ", "kĩ")]
    [InlineData("THỦY", "thuỷ")]
    [InlineData("Khoẻ", "khỏe")]
    public void Word_InTwoSpellings_FoldsToTheSame(string one, string other)
    {
        Assert.Equal(VietnameseFold.Word(one), VietnameseFold.Word(other));
        Assert.Equal(VietnameseFold.Word(one), VietnameseFold.Word(other.Normalize(NormalizationForm.FormD)));
    }

    [Theory]
    [InlineData("tỉnh", "tĩnh")]
    [InlineData("đảng", "dảng")]
    [InlineData("tay", "tai")]
    [InlineData("sơn", "son")]
    public void Word_OfAnotherMeaning_FoldsApart(string one, string other) =>
        Assert.NotEqual(VietnameseFold.Word(one), VietnameseFold.Word(other));

    [Fact]
    public void Plain_TakesEveryMarkOff() =>
        Assert.Equal("uy ban mat tran to quoc dac khu", VietnameseFold.Plain("Ủy ban Mặt trận Tổ quốc ĐẶC KHU".Normalize(NormalizationForm.FormD)));
}
