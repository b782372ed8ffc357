using Workflow.Directives.Deadlines;
using Workflow.Directives.Issuing;

namespace Workflow.Directives.Tests.Issuing;

public sealed class IssueChecksTests
{
    private static readonly WorkingCalendar Calendar = WorkingCalendar.Shipped();

    /// <summary>Signed on Friday 6/11/2026, 15:00 in Vietnam.</summary>
    private static readonly DateTime Signed = new(2026, 11, 6, 8, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData(6, 9)]
    [InlineData(8, 3)]
    [InlineData(9, 16)]
    public void Issue_ByTheNextWorkingDay_IsInTime(int day, int hour) =>
        Assert.Empty(IssueChecks.Of(Signed, new DateOnly(2026, 11, 6), new DateTime(2026, 11, day, hour, 0, 0, DateTimeKind.Utc), Calendar));

    [Theory]
    [InlineData(9, 17)]
    [InlineData(12, 3)]
    public void Issue_AfterTheNextWorkingDay_IsLate(int day, int hour)
    {
        var finding = Assert.Single(IssueChecks.Of(Signed, new DateOnly(2026, 11, 6), new DateTime(2026, 11, day, hour, 0, 0, DateTimeKind.Utc), Calendar));

        Assert.Equal(("issue-late", "14b"), (finding.Rule, finding.Entry.Number));
        Assert.Contains("09/11/2026", finding.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void Number_DatedBeforeTheSignature_IsTold() => Assert.Equal(
        ["issue-before-signature"], IssueChecks.Of(Signed, new DateOnly(2026, 11, 5), Signed, Calendar).Select(finding => finding.Rule));

    [Fact]
    public void Unsigned_HasNothingToCompare() => Assert.Empty(IssueChecks.Of(null, new DateOnly(2026, 11, 5), Signed, Calendar));
}
