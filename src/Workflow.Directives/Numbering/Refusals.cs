namespace Workflow.Directives.Numbering;

/// <summary>Refusals about numbers.</summary>
public static class NumberingRefusals
{
    /// <summary>The number cannot be voided now.</summary>
    public static Refusal NotVoidable { get; } = new(
        RefusalKind.Conflict,
        "number.not-voidable",
        "Số này không hủy được: văn bản chưa có số, đã phát hành, hoặc số đã hủy. Văn bản đã phát hành thì thu hồi.",
        "This number cannot be voided: there is none, the document was issued, or it is void already. An issued document is recalled.");

    /// <summary>Nobody proposed it, or the same person would decide.</summary>
    public static Refusal NotProposed { get; } = new(
        RefusalKind.Conflict,
        "number.void-not-proposed",
        "Hủy số cần hai người: văn thư đề nghị có lý do, Chánh Văn phòng đồng ý.",
        "Voiding a number takes two people: the registry proposes with a reason, the Chief of Office agrees.");

    /// <summary>The date is outside what the register allows.</summary>
    /// <param name="date">Date asked for.</param>
    /// <param name="signedOn">Day of the signature.</param>
    /// <param name="last">Date of the last number.</param>
    /// <param name="today">Today.</param>
    public static Refusal DateNotAllowed(DateOnly date, DateOnly signedOn, DateOnly? last, DateOnly today)
    {
        var from = last is { } earlier && earlier > signedOn ? earlier : signedOn;
        return new Refusal(
            RefusalKind.Invalid,
            "number.date",
            $"Ngày {date:dd/MM/yyyy} không hợp lệ: phải từ {from:dd/MM/yyyy} (ngày ký và ngày của số trước) đến hôm nay {today:dd/MM/yyyy}.",
            $"{date:dd/MM/yyyy} is not allowed: it must be from {from:dd/MM/yyyy} (signature and last number) to today, {today:dd/MM/yyyy}.");
    }
}
