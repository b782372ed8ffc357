using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination.Mail;

public sealed class RetryScheduleTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 5)]
    [InlineData(3, 15)]
    [InlineData(4, 30)]
    [InlineData(5, 60)]
    [InlineData(6, 120)]
    [InlineData(7, 240)]
    [InlineData(8, 240)]
    [InlineData(40, 240)]
    public void DelayAfter_EachAttempt_IsWithinAFifthOfItsStep(int attempts, int minutes)
    {
        var delays = Enumerable.Range(0, 200).Select(i => RetrySchedule.DelayAfter(attempts, $"<{i}@a.vn>").TotalMinutes).ToList();
        Assert.All(delays, delay => Assert.InRange(delay, minutes * 0.8, minutes * 1.2));
        Assert.True(delays.Max() - delays.Min() > minutes * 0.3, "messages deferred together must spread out");
    }

    [Fact]
    public void DelayAfter_SameMessageAndAttempt_IsTheSame() =>
        Assert.Equal(RetrySchedule.DelayAfter(3, "<x@a.vn>"), RetrySchedule.DelayAfter(3, "<x@a.vn>"));
}
