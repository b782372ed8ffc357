namespace Workflow.Directives.People;

/// <summary>The nine roles of a provincial office. A person may hold several, each from a day and until a day.</summary>
public enum Role
{
    /// <summary>Chuyên viên: drafts.</summary>
    Drafter,

    /// <summary>Lãnh đạo phòng: reviews for the unit (ký nháy).</summary>
    UnitHead,

    /// <summary>Chánh Văn phòng (or deputy holding the pen): checks, approves for signing, signs T/L.</summary>
    ChiefOfOffice,

    /// <summary>Phó Bí thư: signs T/M.</summary>
    DeputySecretary,

    /// <summary>Bí thư: signs T/M.</summary>
    Secretary,

    /// <summary>Văn thư: checks form, numbers, seals, issues.</summary>
    Registry,

    /// <summary>Clerk of a recipient unit: acknowledges.</summary>
    RecipientClerk,

    /// <summary>Quản trị: runs the installation, holds no business role.</summary>
    Administrator,

    /// <summary>Kiểm toán: reads the record, writes nothing.</summary>
    Auditor,
}
