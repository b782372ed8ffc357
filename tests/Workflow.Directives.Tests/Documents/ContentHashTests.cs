using System.Text;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class ContentHashTests
{
    [Fact]
    public void Of_KnownText_IsItsSha256() => Assert.Equal(
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", ContentHash.Of("abc"));

    [Theory]
    [InlineData("Chỉ thị\r\nsố 1")]
    [InlineData("Chỉ thị\rsố 1")]
    [InlineData("Chỉ thị  \t\nsố 1 ")]
    public void Of_InvisibleDifference_IsTheSame(string text) => Assert.Equal(ContentHash.Of("Chỉ thị\nsố 1"), ContentHash.Of(text));

    [Fact]
    public void Of_DecomposedLetters_IsTheSame() => Assert.Equal(
        ContentHash.Of("Chỉ thị"), ContentHash.Of("Chỉ thị".Normalize(NormalizationForm.FormD)));

    [Theory]
    [InlineData(" Chỉ thị\nsố 1")]
    [InlineData("Chỉ thị\n\nsố 1")]
    [InlineData("chỉ thị\nsố 1")]
    [InlineData("Chỉ thị\nsố\u200B 1")]
    public void Of_VisibleOrHiddenDifference_Differs(string text) =>
        Assert.NotEqual(ContentHash.Of("Chỉ thị\nsố 1"), ContentHash.Of(text));
}
