namespace Workflow.Directives;

/// <summary>The office that issues: section <c>Office</c> of appsettings.json.</summary>
public sealed record OfficeSettings
{
    /// <summary>Issuing organ as printed at the head. Unset: the sample province's committee.</summary>
    public string Issuer { get; init; } = "TỈNH ỦY NAM BÌNH";

    /// <summary>Place before the date. Unset: the sample province.</summary>
    public string Place { get; init; } = "Nam Bình";

    /// <summary>Organ symbol in numbers, as in 08-CT/<b>TU</b>. Unset: TU.</summary>
    public string OrganSymbol { get; init; } = "TU";

    /// <summary>Committee term whose series are open (numbers restart with each term). Unset: 2025-2030.</summary>
    public string Term { get; init; } = "2025-2030";

    /// <summary>First day of the term. Unset: 2025-10-01.</summary>
    public DateOnly TermFrom { get; init; } = new(2025, 10, 1);

    /// <summary>Working days a unit has to acknowledge, the day of issue counted as 0. Unset: 1.</summary>
    public int AcknowledgeWithinWorkingDays { get; init; } = 1;

    /// <summary>Hours a unit has to acknowledge a HỎA TỐC document. Unset: 2.</summary>
    public int AcknowledgeExpressWithinHours { get; init; } = 2;

    /// <summary>Days a link in a notice opens the document, 1 to 3650. Unset: 90.</summary>
    public int LinksOpenForDays { get; init; } = 90;

    /// <summary>Where the links in notices point. Unset: http://127.0.0.1:5080.</summary>
    public Uri PublicOrigin { get; init; } = new("http://127.0.0.1:5080");
}
