namespace Workflow.Directives.Directory;

/// <summary>What a unit is. Recipient groups are built from these, so a kind never mixes bodies that a list would name apart.</summary>
public enum UnitKind
{
    /// <summary>A central body (Ban Bí thư, Văn phòng Trung ương Đảng, Văn phòng Chính phủ …).</summary>
    Central,

    /// <summary>The provincial committee itself (Tỉnh ủy).</summary>
    ProvincialCommittee,

    /// <summary>An advisory body of the provincial committee (ban, ủy ban kiểm tra, văn phòng Tỉnh ủy).</summary>
    PartyBody,

    /// <summary>Đảng ủy trực thuộc Tỉnh ủy that is not a territory (UBND tỉnh, các cơ quan Đảng, Quân sự, Công an …).</summary>
    PartyCommitteeDirect,

    /// <summary>Ban cán sự đảng; the last ones ended early in 2025.</summary>
    PartyCaucus,

    /// <summary>Đảng đoàn; the last ones ended early in 2025.</summary>
    PartyDelegation,

    /// <summary>The Party committee of a district, town or city (huyện ủy, thị ủy, thành ủy), ended on 30/6/2025.</summary>
    DistrictParty,

    /// <summary>The people's committee of a district, town or city, ended on 30/6/2025.</summary>
    DistrictGovernment,

    /// <summary>The Party committee of a commune, ward, township or special zone.</summary>
    CommuneParty,

    /// <summary>The people's committee of a commune, ward, township or special zone.</summary>
    CommuneGovernment,

    /// <summary>A provincial department (sở).</summary>
    Department,

    /// <summary>Another body of the provincial state: council, people's committee, its office, management boards, inspectorate.</summary>
    StateBody,

    /// <summary>A branch of a central authority seated in the province (thuế, kho bạc, tòa án …): the "ngành" of "sở, ban, ngành".</summary>
    SectorBody,

    /// <summary>The provincial Fatherland Front committee.</summary>
    Front,

    /// <summary>A socio-political organisation (công đoàn, nông dân, phụ nữ, thanh niên, cựu chiến binh): the "đoàn thể".</summary>
    MassOrganisation,

    /// <summary>Another association the Party and the state give tasks to (hội quần chúng).</summary>
    Association,

    /// <summary>Army, border guard, police at province level.</summary>
    Armed,

    /// <summary>A steering committee, its helping team or command centre.</summary>
    SteeringBody,

    /// <summary>Newspaper, radio and television.</summary>
    Press,

    /// <summary>A body of another province (its newspaper, its office) that lists here name. Never meant by "the newspapers of the province".</summary>
    OtherProvince,

    /// <summary>School, college, university.</summary>
    School,

    /// <summary>A room inside a unit (phòng). Never a member of a recipient group by rule.</summary>
    Section,

    /// <summary>A person who receives by office held, with a mailbox of their own (tỉnh ủy viên, thường trực).</summary>
    Person,
}

/// <summary>The kind of territory a unit governs.</summary>
public enum AreaKind
{
    /// <summary>Xã.</summary>
    Commune,

    /// <summary>Phường.</summary>
    Ward,

    /// <summary>Thị trấn; none since 1/7/2025.</summary>
    Township,

    /// <summary>Đặc khu; since 1/7/2025.</summary>
    SpecialZone,

    /// <summary>Huyện; none since 1/7/2025.</summary>
    District,

    /// <summary>Thị xã; none since 1/7/2025.</summary>
    Town,

    /// <summary>Thành phố under a province; none since 1/7/2025.</summary>
    City,
}

/// <summary>The branch of the political system a unit belongs to.</summary>
public enum UnitSystem
{
    /// <summary>The Party.</summary>
    Party,

    /// <summary>The state: councils, people's committees, departments, courts.</summary>
    State,

    /// <summary>The Fatherland Front and the organisations under it.</summary>
    Front,

    /// <summary>Army, border guard and police.</summary>
    Armed,

    /// <summary>Anything else.</summary>
    Other,
}
