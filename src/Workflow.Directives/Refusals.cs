namespace Workflow.Directives;

/// <summary>Refusals that every feature shares.</summary>
public static class Refusals
{
    /// <summary>Others kept changing the same rows.</summary>
    public static Refusal Busy { get; } = new(
        RefusalKind.Conflict,
        "busy",
        "Nhiều người cùng thao tác trên văn bản này. Hãy tải lại trang và thử lại.",
        "Several people act on this document at once. Reload the page and try again.");

    /// <summary>No such thing for this person.</summary>
    public static Refusal NotVisible { get; } = new(
        RefusalKind.NotVisible,
        "not-found",
        "Không tìm thấy nội dung này, hoặc đồng chí không được xem.",
        "There is no such thing here, or you may not see it.");

    /// <summary>A deadline falls in a year whose holidays nobody entered.</summary>
    /// <param name="missing">What is missing and where to enter it.</param>
    public static Refusal NoCalendar(string missing) => new(
        RefusalKind.Conflict,
        "calendar-missing",
        $"Chưa tính được thời hạn vì lịch nghỉ lễ thiếu năm cần tính; quản trị bổ sung rồi làm lại. {missing}",
        $"The deadline cannot be worked out: the holidays of a year are missing. An administrator adds them, then try again. {missing}");

    /// <summary>The person may see it but not do this.</summary>
    /// <param name="doing">What was tried, Vietnamese, lower case.</param>
    /// <param name="doingEnglish">The same in English.</param>
    public static Refusal NotAllowed(string doing, string doingEnglish) => new(
        RefusalKind.NotAllowed,
        "not-allowed",
        $"Đồng chí không có quyền {doing}.",
        $"You may not {doingEnglish}.");

    /// <summary>The person looked at an older revision.</summary>
    /// <param name="seen">Revision the person saw.</param>
    /// <param name="current">Revision now.</param>
    public static Refusal Stale(int seen, int current) => new(
        RefusalKind.Stale,
        "stale",
        $"Đã có bản mới: đồng chí xem bản {seen}, bản hiện tại là {current}. Hãy đọc lại trước khi quyết định.",
        $"There is a newer revision: you saw {seen}, the current one is {current}. Read it before deciding.");

    /// <summary>A required text is missing or too long.</summary>
    /// <param name="what">The field, Vietnamese.</param>
    /// <param name="whatEnglish">The field, English.</param>
    /// <param name="longest">Most characters allowed.</param>
    public static Refusal Field(string what, string whatEnglish, int longest) => new(
        RefusalKind.Invalid,
        "field",
        $"{what}: bắt buộc nhập, không quá {longest} ký tự, không có ký tự điều khiển.",
        $"{whatEnglish}: required, at most {longest} characters, no control characters.");
}
