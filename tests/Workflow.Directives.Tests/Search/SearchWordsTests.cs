using Workflow.Directives.Search;

namespace Workflow.Directives.Tests.Search;

public sealed class SearchWordsTests
{
    [Theory]
    [InlineData("08-CT/TU", "8 ct tu", "8 ct tu")]
    [InlineData("08ct", "8 ct", "8 ct")]
    [InlineData("Tỉnh uỷ", "tinh uy", "tỉnh ủy")]
    [InlineData("TỈNH ỦY", "tinh uy", "tỉnh ủy")]
    [InlineData("hoà, hòa", "hoa hoa", "hòa hòa")]
    [InlineData("quý thuý hoàn", "qui thuy hoan", "quí thúy hoàn")]
    [InlineData("kỹ kĩ quy qui", "ki ki qui qui", "kĩ kĩ qui qui")]
    [InlineData("Đảng", "dang", "đảng")]
    [InlineData("Covid-19", "covid 19", "covid 19")]
    [InlineData("000", "0", "0")]
    [InlineData("a\ud800b\0c", "a b c", "a b c")]
    public void Words_AreFoldedOneWay(string text, string plain, string marked)
    {
        Assert.Equal(plain, SearchWords.Stored(text, marked: false));
        Assert.Equal(marked, SearchWords.Stored(text, marked: true));
    }

    [Fact]
    [Trait("BadInput", "28")]
    public void Words_ComposedOrNot_AreTheSame() =>
        Assert.Equal(SearchWords.Stored("kiểm tra", marked: true), SearchWords.Stored("kiểm tra".Normalize(System.Text.NormalizationForm.FormD), marked: true));
}
