using Workflow.Directives.Directory.Changes;

namespace Workflow.Directives.Directory;

/// <summary>Refusals about the directory.</summary>
public static class DirectoryRefusals
{
    private const int MostProblems = 200;

    /// <summary>Somebody changed the directory after the preview.</summary>
    public static Refusal Stale { get; } = new(
        RefusalKind.Stale,
        "directory.stale",
        "Danh bạ đã thay đổi sau khi đồng chí xem trước. Hãy xem trước lại rồi mới áp dụng.",
        "The directory has changed since you previewed this. Preview again before you apply it.");

    /// <summary>Nothing would change.</summary>
    public static Refusal NothingChanges { get; } = new(
        RefusalKind.Conflict,
        "directory.nothing-changes",
        "Danh bạ đã đúng như vậy, không có gì để thay đổi.",
        "The directory is so already; there is nothing to change.");

    /// <summary>The import was applied before.</summary>
    public static Refusal Applied { get; } = new(
        RefusalKind.Conflict,
        "directory.import-applied",
        "Tệp này đã được áp dụng.",
        "This file has been applied already.");

    /// <summary>More rows than one change may have.</summary>
    public static Refusal TooManyRows { get; } = new(
        RefusalKind.TooLarge,
        "directory.too-many-rows",
        $"Mỗi lần tối đa {DirectoryWish.MostRows} dòng. Hãy chia thành nhiều tệp.",
        $"At most {DirectoryWish.MostRows} rows at a time. Split the file.");

    /// <summary>Rows that cannot be put into the directory; nothing was changed.</summary>
    /// <param name="problems">What is wrong, by row.</param>
    public static Refusal Rows(IReadOnlyList<TextProblem> problems) => new(
        RefusalKind.Invalid,
        "directory.rows",
        $"Có {problems.Count} chỗ cần sửa, chưa thay đổi gì.",
        $"{problems.Count} places need correction; nothing was changed.",
        [.. problems.Take(MostProblems)]);

    /// <summary>A file that cannot be read as a table.</summary>
    /// <param name="why">Why, Vietnamese.</param>
    /// <param name="whyEnglish">Why, English.</param>
    public static Refusal File(string why, string whyEnglish) => new(
        RefusalKind.Invalid, "directory.file", $"Không đọc được tệp: {why}", $"The file cannot be read: {whyEnglish}");

    /// <summary>A file larger than one may be.</summary>
    /// <param name="why">What is too large, Vietnamese.</param>
    /// <param name="whyEnglish">What is too large, English.</param>
    public static Refusal FileTooLarge(string why, string whyEnglish) => new(
        RefusalKind.TooLarge, "directory.file-too-large", $"Tệp quá lớn: {why}", $"The file is too large: {whyEnglish}");
}
