namespace Workflow.Directives.Drafting;

/// <summary>Urgency as printed under the number (HD 05 §1.4).</summary>
public static class UrgencyMarks
{
    /// <summary>The urgency a printed mark means; none for no mark.</summary>
    /// <param name="mark">Mark in capitals, or null.</param>
    public static Urgency Of(string? mark) => mark switch
    {
        "KHẨN" => Urgency.Urgent,
        "THƯỢNG KHẨN" => Urgency.VeryUrgent,
        "HỎA TỐC" or "HOẢ TỐC" => Urgency.Express,
        _ => Urgency.None,
    };

    /// <summary>The mark to print, or null.</summary>
    /// <param name="urgency">The urgency.</param>
    public static string? Mark(this Urgency urgency) => urgency switch
    {
        Urgency.Urgent => "KHẨN",
        Urgency.VeryUrgent => "THƯỢNG KHẨN",
        Urgency.Express => "HỎA TỐC",
        _ => null,
    };
}
