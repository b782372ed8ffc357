using Workflow.Directives.Directory;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Recipients;

/// <summary>What the directory has to say against a text: checks of form that need to know who exists today.</summary>
public static class RecipientChecks
{
    /// <summary>
    /// Rule <c>recipient-ended</c> (error): a line that nobody has settled names bodies that no longer exist, such as "Các huyện ủy" after
    /// 30/6/2025; the sentence names who took over.
    /// </summary>
    /// <param name="plan">What the lines mean on the day.</param>
    public static IEnumerable<TextFinding> Check(RecipientPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Lines
            .Where(line => !line.Settled)
            .SelectMany(line => line.Resolution.Problems
                .Where(problem => problem.Code is RecipientProblemCode.Ended or RecipientProblemCode.NoLiveMember)
                .Select(problem => new TextFinding(
                    "recipient-ended", Severity.Error, line.Line,
                    problem.Vietnamese + " Hãy chọn đơn vị ở mục Nơi nhận hoặc sửa dòng này.",
                    problem.English + " Choose the units under Nơi nhận or change the line.")));
    }
}
