using System.Globalization;

namespace Workflow.Directives.Directory;

/// <summary>The sentences of every problem and suggestion, in one place.</summary>
internal static class RecipientProblems
{
    private const int NamesShown = 5;

    public static RecipientProblem Empty(string line) => new(
        RecipientProblemCode.Empty,
        "Dòng không ghi nơi nhận nào; hãy ghi tên đơn vị hoặc xóa dòng.",
        "The line names no recipient; write a unit's name or remove the line.",
        line);

    public static RecipientProblem Unknown(string part) => new(
        RecipientProblemCode.Unknown,
        $"Danh bạ không có “{part}”; hãy chọn đơn vị, sửa chữ hoặc bỏ khỏi nơi nhận.",
        $"The directory knows no “{part}”; choose a unit, correct the text or take it off the list.",
        part);

    public static RecipientProblem Ambiguous(string part, IReadOnlyCollection<Unit> units) => new(
        RecipientProblemCode.Ambiguous,
        $"“{part}” có thể là {units.Count} đơn vị: {Names(units)}; hãy chọn một.",
        $"“{part}” may be any of {units.Count} units: {Names(units)}; choose one.",
        part);

    public static RecipientProblem Ended(string part, IReadOnlyCollection<Unit> ended, DateOnly lastDay, IReadOnlyCollection<Unit> heirs)
    {
        var (what, whatEnglish) = ended.Count == 1
            ? ($"{ended.First().Name} đã kết thúc hoạt động", $"{ended.First().Name} ended")
            : ($"cả {ended.Count} đơn vị của nhóm đã kết thúc hoạt động", $"all {ended.Count} units of the group ended");
        var (next, nextEnglish) = heirs.Count == 0
            ? ("không có đơn vị kế thừa trong danh bạ", "the directory names no successor")
            : heirs.Count <= NamesShown
                ? ($"kế thừa: {Names(heirs)}", $"succeeded by {Names(heirs)}")
                : ($"{heirs.Count} đơn vị kế thừa: {Names(heirs)}", $"succeeded by {heirs.Count} units: {Names(heirs)}");
        return new RecipientProblem(
            RecipientProblemCode.Ended,
            $"“{part}”: {what} (ngày cuối {Day(lastDay)}); {next}.",
            $"“{part}”: {whatEnglish} (last day {Day(lastDay)}); {nextEnglish}.",
            part);
    }

    public static RecipientProblem NotYet(string part, Unit next) => new(
        RecipientProblemCode.NotYet,
        $"“{part}”: {next.Name} đến {Day(next.ValidFrom)} mới hoạt động.",
        $"“{part}”: {next.Name} exists only from {Day(next.ValidFrom)}.",
        part);

    public static RecipientProblem NoLiveMember(string part, UnitGroup group, DateOnly at) => new(
        RecipientProblemCode.NoLiveMember,
        $"“{part}”: nhóm “{group.Name}” không có đơn vị nào vào ngày {Day(at)}.",
        $"“{part}”: the group “{group.Name}” has no unit on {Day(at)}.",
        part);

    public static RecipientProblem Vacant(string part, Post post, DateOnly at) => new(
        RecipientProblemCode.Vacant,
        $"“{part}”: không ai giữ chức danh “{post.Name}” vào ngày {Day(at)}; hãy ghi tên người nhận hoặc cập nhật danh bạ.",
        $"“{part}”: nobody holds the post “{post.Name}” on {Day(at)}; name the recipient or bring the directory up to date.",
        part);

    public static RecipientProblem NoContact(string part, Unit unit) => new(
        RecipientProblemCode.NoContact,
        $"{unit.Name} chưa có hộp thư nhận văn bản; hãy thêm đầu mối hoặc gửi bản giấy.",
        $"{unit.Name} has no mailbox; add a contact or send paper.",
        part);

    public static RecipientProblem NoAddressees(string part) => new(
        RecipientProblemCode.NoAddressees,
        $"“{part}” nhưng văn bản không có Kính gửi; hãy ghi rõ nơi nhận.",
        $"“{part}” refers to addressees, but the document has none; name the recipients.",
        part);

    public static RecipientProblem Note(string note) => new(
        RecipientProblemCode.Note,
        $"Không hiểu ghi chú “({note})”, có thể làm thay đổi nơi nhận; hãy kiểm tra danh sách đơn vị của dòng này.",
        $"The note “({note})” is not understood and may change who is meant; check the units of this line.",
        note);

    public static Suggestion Heirs(string part, DateOnly lastDay, IReadOnlyCollection<Unit> heirs) => new(
        part,
        Names(heirs),
        [.. heirs.Select(heir => heir.Id)],
        $"Kế thừa từ sau ngày {Day(lastDay)}",
        $"Took over after {Day(lastDay)}");

    public static Suggestion OneOfSeveral(string part, Unit unit) => new(
        part, unit.Name, [unit.Id], $"Cùng tên, mã {unit.Code}", $"Same name, code {unit.Code}");

    public static Suggestion Near(string part, string name, IReadOnlyCollection<Unit> units) => new(
        part, name, [.. units.Select(unit => unit.Id)], "Tên gần giống trong danh bạ", "A similar name in the directory");

    public static Suggestion NearEnded(string part, Unit ended, IReadOnlyCollection<Unit> heirs) => new(
        part,
        Names(heirs),
        [.. heirs.Select(heir => heir.Id)],
        $"Kế thừa {ended.Name} (tên gần giống, đã kết thúc {Day(ended.ValidUntil!.Value)})",
        $"Succeeded {ended.Name} (a similar name, ended {Day(ended.ValidUntil!.Value)})");

    /// <summary>The first names of a list and how many more there are.</summary>
    internal static string Shortened(IEnumerable<string> names, int most, string separator)
    {
        var all = names.ToList();
        var shown = string.Join(separator, all.Take(most));
        return all.Count <= most ? shown : $"{shown} (+{all.Count - most})";
    }

    private static string Names(IReadOnlyCollection<Unit> units) => Shortened(units.Select(unit => unit.Name), NamesShown, ", ");

    private static string Day(DateOnly day) => day.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);
}
