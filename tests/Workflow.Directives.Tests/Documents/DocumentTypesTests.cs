using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class DocumentTypesTests
{
    [Fact]
    public void All_IsTheTwentyFiveTypesOfTheRule() => Assert.Equal(25, DocumentTypes.All.Select(type => type.Code).Distinct().Count());

    [Theory]
    [InlineData("CT", "Chỉ thị")]
    [InlineData("TT", "Thông tri")]
    [InlineData("TTr", "Tờ trình")]
    [InlineData("QĐ", "Quyết định")]
    [InlineData("QyĐ", "Quy định")]
    [InlineData("GM", "Giấy mời")]
    public void ByCode_Symbol_FindsItsType(string code, string name) => Assert.Equal(name, DocumentTypes.ByCode(code)?.Name);

    [Theory]
    [InlineData("CHỈ THỊ", "CT")]
    [InlineData("kế  hoạch", "KH")]
    [InlineData("Quy định", "QĐi")]
    public void ByName_AnyCase_FindsItsType(string name, string code) => Assert.Equal(code, DocumentTypes.ByName(name)?.Code);

    [Fact]
    public void SymbolOf_Regulation_IsThatOfADecision() => Assert.Equal("QĐ", DocumentTypes.SymbolOf(DocumentTypes.ByName("Quy định")!));

    [Fact]
    public void SymbolOf_TypeWithoutALaidDownSymbol_IsNull() => Assert.Null(DocumentTypes.SymbolOf(DocumentTypes.ByName("Thông cáo")!));

    [Fact]
    public void ByCode_Unknown_IsNull() => Assert.Null(DocumentTypes.ByCode("ct"));
}
