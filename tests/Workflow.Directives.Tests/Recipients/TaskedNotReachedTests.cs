using Workflow.Directives.Documents;
using Workflow.Directives.Recipients;
using Workflow.Directives.Tests.Documents;

namespace Workflow.Directives.Tests.Recipients;

public sealed class TaskedNotReachedTests
{
    private static readonly DateOnly Day = new(2026, 3, 2);

    [Theory]
    [InlineData("Sở Y tế chủ trì, phối hợp với Công an tỉnh kiểm tra các bến đò.", "- Sở Y tế;\n", "Công an tỉnh")]
    [InlineData("Giao Sở Y tế tham mưu kế hoạch.", "- Các sở;\n", null)]
    [InlineData("Giao Ban Tuyên giáo và Dân vận Tỉnh ủy định hướng tuyên truyền.", "- Các sở;\n", "Ban Tuyên giáo và Dân vận Tỉnh ủy")]
    [InlineData("Giao Văn phòng Tỉnh ủy theo dõi, đôn đốc.", "- Các sở;\n", null)]
    [InlineData("Các cấp ủy, tổ chức đảng quán triệt Chỉ thị này.", "- Các sở;\n", null)]
    public async Task Body_GivenATask_IsMissed_OnlyWhenNoLineReachesIt(string order, string lines, string? missed)
    {
        await using var office = await Province.OpenAsync();

        var findings = await FindAsync(office, Text(order, lines), Day);

        if (missed is null)
        {
            Assert.Empty(findings);
        }
        else
        {
            var finding = Assert.Single(findings);
            Assert.Equal(("tasked-not-reached", Severity.Warning, 11), (finding.Rule, finding.Severity, finding.Line));
            Assert.Contains(missed, finding.Vietnamese, StringComparison.Ordinal);
        }
    }

    [CorpusTheory]
    [InlineData("001", new[] { 35, 36 })]
    [InlineData("002", new[] { 37 })]
    public async Task RealDirective_ThatTasksABodyItDoesNotReach_IsFound(string document, int[] lines)
    {
        await using var office = await Province.OpenAsync();
        var folder = CorpusTheoryAttribute.Folder;

        var findings = await FindAsync(office, await File.ReadAllTextAsync(Path.Combine(folder, $"{document}.txt")), new DateOnly(2021, 8, 31));

        Assert.Superset(lines.ToHashSet(), findings.Select(finding => finding.Line).ToHashSet());
    }

    internal static string Text(string order, string lines) => $"""
        TỈNH ỦY NAM BÌNH
        *
        Số 05-CT/TU
        ĐẢNG CỘNG SẢN VIỆT NAM
        Nam Bình, ngày 02 tháng 3 năm 2026

        CHỈ THỊ
        về an toàn giao thông đường thủy
        -----

        1. {order}
        Chỉ thị này phổ biến đến chi bộ.

        Nơi nhận:
        {lines}- Lưu Văn phòng Tỉnh ủy.

        T/M BAN THƯỜNG VỤ
        BÍ THƯ

        Nguyễn Khải Định
        """;

    internal static Task<List<TextFinding>> FindAsync(Province office, string text, DateOnly day) => office.ReadAsync(async db =>
    {
        var document = DocumentReader.Read(text);
        return RecipientChecks.NotReached(document, await RecipientPlan.MakeAsync(db, null, document, day, default)).ToList();
    });
}
