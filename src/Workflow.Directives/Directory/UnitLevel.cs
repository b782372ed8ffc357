namespace Workflow.Directives.Directory;

/// <summary>
/// The level of government a unit belongs to. It follows from <see cref="UnitKind"/>, so it is never entered and cannot disagree with it.
/// </summary>
public enum UnitLevel
{
    /// <summary>Trung ương.</summary>
    Central,

    /// <summary>Tỉnh; bodies of other provinces too.</summary>
    Province,

    /// <summary>Huyện, thị xã, thành phố under a province; none since 1/7/2025 (Nghị quyết 203/2025/QH15).</summary>
    District,

    /// <summary>Xã, phường, thị trấn, đặc khu.</summary>
    Commune,
}

/// <summary>What follows from a kind of unit.</summary>
public static class UnitKindFacts
{
    /// <summary>The level of a kind; null for rooms and persons, which are no level of government.</summary>
    /// <param name="kind">The kind.</param>
    public static UnitLevel? Level(this UnitKind kind) => kind switch
    {
        UnitKind.Section or UnitKind.Person => null,
        UnitKind.Central => UnitLevel.Central,
        UnitKind.DistrictParty or UnitKind.DistrictGovernment => UnitLevel.District,
        UnitKind.CommuneParty or UnitKind.CommuneGovernment => UnitLevel.Commune,
        _ => UnitLevel.Province,
    };

    /// <summary>Whether units of the kind govern a territory, and so have an <see cref="AreaKind"/>.</summary>
    /// <param name="kind">The kind.</param>
    public static bool GovernsTerritory(this UnitKind kind) => kind.Level() is UnitLevel.District or UnitLevel.Commune;
}
