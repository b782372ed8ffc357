using Workflow.Directives.Directory;
using Workflow.Directives.Documents;
using Workflow.Directives.Orders;

namespace Workflow.Directives.Recipients;

/// <summary>What the directory has to say against a text: checks of form that need to know who exists today.</summary>
public static class RecipientChecks
{
    private const int UnitsNamed = 4;

    /// <summary>
    /// Rule <c>recipient-ended</c> (error): a line that nobody has settled names bodies that no longer exist, such as "Các huyện ủy" after
    /// 30/6/2025; the sentence names who took over.
    /// </summary>
    /// <param name="plan">What the lines mean on the day.</param>
    public static IEnumerable<TextFinding> Ended(RecipientPlan plan)
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

    /// <summary>
    /// Rule <c>tasked-not-reached</c> (warning): the text gives a task to a body that no line of Kính gửi or Nơi nhận reaches, so it
    /// would never learn of it.
    /// </summary>
    /// <param name="document">The document.</param>
    /// <param name="plan">What its lines mean on the day.</param>
    public static IEnumerable<TextFinding> NotReached(DirectiveDocument document, RecipientPlan plan)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(plan);
        var reached = plan.Recipients.Select(recipient => recipient.UnitId).ToHashSet();
        var addressees = RecipientText.AddresseesOf(document);
        foreach (var (line, body) in OrderReader.Read(document).SelectMany(order => order.Bodies.Select(body => (order.BodiesLine, body.Text))).Distinct())
        {
            var meant = RecipientResolver.Resolve(plan.Directory, new RecipientText(line, body), plan.Day, addressees).Units;
            var missed = meant.Where(unit => !reached.Contains(unit.UnitId) && !IsIssuer(document, unit)).ToList();
            if (missed.Count > 0)
            {
                yield return Missed(line, body, missed, all: missed.Count == meant.Count);
            }
        }
    }

    // "Giao Văn phòng Tỉnh ủy …" in a paper of the office itself: the file copy is its copy.
    private static bool IsIssuer(DirectiveDocument document, ResolvedUnit unit) =>
        document.Recipients.Any(line => line.Kind == RecipientKind.Archive
            && VietnameseFold.Plain(line.Text).Contains(VietnameseFold.Plain(unit.UnitName), StringComparison.Ordinal));

    private static TextFinding Missed(int line, string body, List<ResolvedUnit> missed, bool all)
    {
        var names = RecipientProblems.Shortened(missed.Select(unit => unit.UnitName), UnitsNamed, ", ");
        return new TextFinding(
            "tasked-not-reached", Severity.Warning, line,
            all ? $"Văn bản giao việc cho “{body}” nhưng không dòng nơi nhận nào gửi đến. Hãy thêm vào Nơi nhận."
                : $"Văn bản giao việc cho “{body}” nhưng nơi nhận còn thiếu: {names}.",
            all ? $"The text gives “{body}” a task, but no recipient line reaches it. Add it to Nơi nhận."
                : $"The text gives “{body}” a task, but the list misses {names}.");
    }
}
