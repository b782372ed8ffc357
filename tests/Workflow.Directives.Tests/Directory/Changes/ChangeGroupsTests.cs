using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;
using static Workflow.Directives.Tests.Directory.Changes.DirectoryDesk;

namespace Workflow.Directives.Tests.Directory.Changes;

/// <summary>Groups by rule, list, exception and post.</summary>
public sealed class ChangeGroupsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);
    private static readonly DateOnly InOldTerm = new(2021, 8, 31);

    [Theory]
    [InlineData("Department/under:UBND", "Sở Y tế", "Thanh tra tỉnh")]
    [InlineData("level:Commune/system:Party", "Đảng ủy xã An Lộc", "Ủy ban nhân dân xã An Lộc")]
    [InlineData("area:Ward/system:State", "Ủy ban nhân dân phường Bình Châu", "Ủy ban nhân dân xã An Lộc")]
    [InlineData("under:VPTU", "", "Phòng Tổng hợp Văn phòng Tỉnh ủy")]
    public async Task Rule_TakesInWhatFitsAllOfIt(string rule, string within, string without)
    {
        await using var office = await Province.OpenAsync();

        await office.PutAsync(DirectorySheet.Groups, Row(("name", "Nhóm thử"), ("rules", rule), ("valid_from", "2025-07-01")));

        var directory = await office.DirectoryAsync();
        var names = directory.MembersOn(directory.Groups.Single(group => group.Name == "Nhóm thử"), Today).Select(unit => unit.Name).ToList();
        Assert.True(within.Length == 0 ? names.Count == 0 : names.Contains(within), string.Join("; ", names));
        Assert.DoesNotContain(without, names);
    }

    [Theory]
    [InlineData("Phòng")]
    [InlineData("Department/")]
    [InlineData("under:KHONG-CO")]
    [InlineData("Department/Moon")]
    [InlineData("level:3")]
    public async Task Rule_ThatIsNotUnderstood_IsAProblem(string rule)
    {
        await using var office = await Province.OpenAsync();

        var preview = Walk.Done(await office.PreviewAsync(DirectoryWish.Of(DirectorySheet.Groups, Row(("name", "Các sở"), ("rules", "Department|" + rule)))));

        Assert.Contains("rules", Assert.Single(preview.Problems).Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAGroup_SaysWhoEntersAndLeavesOnTheDayAskedFor()
    {
        await using var office = await Province.OpenAsync();
        var wish = DirectoryWish.Of(DirectorySheet.Groups, Row(("name", "Các thành ủy"), ("rules", "DistrictParty/Town")));

        var then = Assert.Single(Walk.Done(await office.PreviewAsync(wish, InOldTerm)).Memberships);
        var now = Walk.Done(await office.PreviewAsync(wish, Today));

        Assert.Equal(("Các thành ủy", "Thị ủy Cửa Lân", "Thành ủy Bình Châu"), (then.Name, Assert.Single(then.Entering), Assert.Single(then.Leaving)));
        Assert.Empty(now.Memberships);
    }

    [Fact]
    public async Task Group_GivenANewName_IsFoundUnderIt()
    {
        await using var office = await Province.OpenAsync();

        await office.PutAsync(DirectorySheet.Groups, Row(1, "Các sở", ("name", "Các sở của tỉnh ta")));

        Assert.NotEmpty((await office.ResolveAsync("Các sở của tỉnh ta", Today)).Units);
        Assert.DoesNotContain((await office.DirectoryAsync()).Groups, group => group.Name == "Các sở");
    }

    [Fact]
    public async Task Unit_ListedAndExcepted_IsAProblem()
    {
        await using var office = await Province.OpenAsync();

        var preview = Walk.Done(await office.PreviewAsync(DirectoryWish.Of(DirectorySheet.Groups, Row(("name", "Các sở"), ("members", "SYT"), ("exceptions", "SYT")))));

        Assert.Contains("SYT", Assert.Single(preview.Problems).Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public async Task StandingCommittee_OnADay_IsWhoHeldThePostThen()
    {
        await using var office = await Province.OpenAsync();
        await office.PutAsync(DirectorySheet.Posts, Row(
            ("code", "BTTU"), ("holders", "TUV-K0-01 2020-10-20..2025-10-10|TUV-K1-01 2025-10-11..2026-02-28|TUV-K1-02 2026-03-01..")));

        Assert.Equal("Trần Thị Mộc Lan", Assert.Single((await office.ResolveAsync("Đ/c Bí thư Tỉnh ủy", Today)).Units).UnitName);
        Assert.Equal("Nguyễn Khải Định", Assert.Single((await office.ResolveAsync("Bí thư Tỉnh ủy", new DateOnly(2026, 2, 28))).Units).UnitName);
        Assert.Equal("Nguyễn Thế Lữ", Assert.Single((await office.ResolveAsync("Bí thư Tỉnh ủy", InOldTerm)).Units).UnitName);
        Assert.DoesNotContain("Nguyễn Khải Định", (await office.ResolveAsync("Thường trực Tỉnh ủy", Today)).Units.Select(unit => unit.UnitName));
        Assert.Equal(12, (await office.ResolveAsync("Các đồng chí Ủy viên Ban Thường vụ", Today)).Units.Count);
        Assert.Equal(6, (await office.ResolveAsync("Các đồng chí Ủy viên Ban Thường vụ", InOldTerm)).Units.Count);
    }

    [Fact]
    public async Task Post_HeldByNobodyOnTheDay_IsFlaggedAsVacant()
    {
        await using var office = await Province.OpenAsync();
        await office.PutAsync(DirectorySheet.Posts, Row(("code", "CVPTU"), ("holders", "TUV-K1-09 2025-10-11..2026-02-28")));

        var line = await office.ResolveAsync("Đ/c Chánh Văn phòng Tỉnh ủy", Today);

        Assert.Equal(RecipientProblemCode.Vacant, Assert.Single(line.Problems).Code);
        Assert.Empty(line.Units);
    }

    [Theory]
    [InlineData("SYT 2025-10-11..")]
    [InlineData("TUV-K1-01")]
    [InlineData("TUV-K1-01 2025-10-11..2025-10-01")]
    [InlineData("TUV-K1-01 2025-10-11..|TUV-K1-01 2026-01-01..")]
    public async Task Holder_ThatCannotBe_IsAProblem(string holders)
    {
        await using var office = await Province.OpenAsync();

        Assert.Single(Walk.Done(await office.PreviewAsync(DirectoryWish.Of(DirectorySheet.Posts, Row(("code", "BTTU"), ("holders", holders))))).Problems);
    }
}
