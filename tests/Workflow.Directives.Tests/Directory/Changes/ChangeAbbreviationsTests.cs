using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;
using static Workflow.Directives.Tests.Directory.Changes.DirectoryDesk;

namespace Workflow.Directives.Tests.Directory.Changes;

/// <summary>Abbreviations are data: lines are read with what the directory holds.</summary>
public sealed class ChangeAbbreviationsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Theory]
    [InlineData("đ/c")]
    [InlineData("b/c")]
    [InlineData("TW")]
    [InlineData("BCĐ")]
    [InlineData("BCD")]
    [InlineData("BCS")]
    [InlineData("ĐT")]
    [InlineData("ĐUTT")]
    [InlineData("TTTU")]
    [InlineData("PCD")]
    [InlineData("MTTQ")]
    [InlineData("PT-TH")]
    [InlineData("TUV")]
    [InlineData("CVP")]
    [InlineData("PCVP")]
    public async Task NewDirectory_HasTheUsualOnes(string text)
    {
        await using var office = await Province.OpenAsync();

        Assert.True(await office.ReadAsync(db => db.Set<Abbreviation>().Any(one => one.Short == text)));
    }

    [Fact]
    public async Task Abbreviation_Added_IsRead_AndRemoved_IsNot()
    {
        await using var office = await Province.OpenAsync();
        Assert.Equal(RecipientProblemCode.Unknown, Assert.Single((await office.ResolveAsync("SYTT", Today)).Problems).Code);

        await office.PutAsync(DirectorySheet.Abbreviations, Row(("short", "SYTT"), ("words", "Sở Y tế")));
        Assert.Equal("Sở Y tế", Assert.Single((await office.ResolveAsync("SYTT", Today)).Units).UnitName);
        Assert.False((await office.ResolveAsync("sytt", Today)).Clear);

        await office.PutAsync(new DirectoryWish(DirectorySheet.Abbreviations, [], ["SYTT"]));
        Assert.False((await office.ResolveAsync("SYTT", Today)).Clear);
    }

    [Fact]
    public async Task Abbreviation_Changed_ChangesWhatALineMeans()
    {
        await using var office = await Province.OpenAsync();
        Assert.Equal("Bảo hiểm xã hội tỉnh", Assert.Single((await office.ResolveAsync("BHXH tỉnh", Today)).Units).UnitName);

        await office.PutAsync(DirectorySheet.Abbreviations, Row(("short", "BHXH"), ("words", "Công an")));

        Assert.Equal("Công an tỉnh", Assert.Single((await office.ResolveAsync("BHXH tỉnh", Today)).Units).UnitName);
    }

    [Theory]
    [InlineData("hai từ")]
    [InlineData("-X")]
    [InlineData("123456789012345678901")]
    [InlineData("42")]
    public async Task Abbreviation_ThatIsNoWord_IsAProblem(string text)
    {
        await using var office = await Province.OpenAsync();

        Assert.NotEmpty(Walk.Done(await office.PreviewAsync(DirectoryWish.Of(DirectorySheet.Abbreviations, Row(("short", text), ("words", "Sở Y tế"))))).Problems);
    }

    [Theory]
    [InlineData(DirectorySheet.Units, "SYT")]
    [InlineData(DirectorySheet.Groups, "Các sở")]
    [InlineData(DirectorySheet.Posts, "BTTU")]
    [InlineData(DirectorySheet.Abbreviations, "KHÔNG-CÓ")]
    public async Task Removal_OfAnythingElse_IsRefused(DirectorySheet sheet, string key)
    {
        await using var office = await Province.OpenAsync();
        var wish = new DirectoryWish(sheet, [], [key]);
        var seen = Walk.Done(await office.PreviewAsync(wish)).Seen;

        await Refused.ChangesNothingAsync(office, "directory.rows", () => office.ChangeAsync(wish, seen));
    }
}
