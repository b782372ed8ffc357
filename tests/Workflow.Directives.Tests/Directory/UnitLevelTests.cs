using Workflow.Directives.Directory;

namespace Workflow.Directives.Tests.Directory;

public sealed class UnitLevelTests
{
    [Theory]
    [InlineData(UnitKind.Central, UnitLevel.Central)]
    [InlineData(UnitKind.Department, UnitLevel.Province)]
    [InlineData(UnitKind.OtherProvince, UnitLevel.Province)]
    [InlineData(UnitKind.DistrictParty, UnitLevel.District)]
    [InlineData(UnitKind.CommuneGovernment, UnitLevel.Commune)]
    [InlineData(UnitKind.Person, null)]
    [InlineData(UnitKind.Section, null)]
    public void Level_FollowsFromTheKind(UnitKind kind, UnitLevel? level) => Assert.Equal(level, kind.Level());

    [Fact]
    public void Kinds_ThatGovernATerritory_AreThoseOfDistrictsAndCommunes() =>
        Assert.Equal(
            [UnitKind.DistrictParty, UnitKind.DistrictGovernment, UnitKind.CommuneParty, UnitKind.CommuneGovernment],
            Enum.GetValues<UnitKind>().Where(kind => kind.GovernsTerritory()));
}
