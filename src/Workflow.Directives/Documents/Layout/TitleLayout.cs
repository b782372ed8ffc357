using System.Collections.Immutable;
using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Layout;

/// <summary>Type, subject and addressees, between the head and the text.</summary>
internal static class TitleLayout
{
    private const double WidestSubjectMm = 130;
    private const double LabelAtMm = 25;
    private const double GapPt = 12;
    private const double ShortRuleShare = 0.4;

    internal static bool IsLetter(DirectiveDocument d) => d.Type?.Code == "CV";

    internal static IEnumerable<FlowBlock> Of(DirectiveDocument d, FormProfile profile, Node root, double width)
    {
        if (!IsLetter(d) && (d.Type is not null || d.Subject is not null))
        {
            yield return new([Title(d, profile, root, width)], GapPt, KeepWithNext: true);
        }

        if (!d.Addressees.IsEmpty)
        {
            yield return new(Addressees(d, profile, root, width), GapPt, KeepWithNext: true);
        }
    }

    private static FlowLine Title(DirectiveDocument d, FormProfile profile, Node root, double width)
    {
        var column = new Column(profile, root, (width - Length.Mm(WidestSubjectMm)) / 2, Length.Mm(WidestSubjectMm));
        column.Centred(FormElement.TypeName, d.Type?.Name, type: "H1");
        var widest = column.Centred(FormElement.Subject, d.Subject, profile.Body.LinePt - 2);
        if (profile.Head.UnderSubject == HeadMark.Hyphens)
        {
            column.Ornament(Lettering.Of(profile[FormElement.Subject]), "-----", profile.Body.LinePt - 6);
        }
        else if (widest > 0 && profile.Head.UnderSubject == HeadMark.ShortRule)
        {
            column.Rule(ShortRuleShare * widest, 5);
        }

        return FlowLine.Solid(column.Height, column.Marks);
    }

    private static ImmutableArray<FlowLine> Addressees(DirectiveDocument d, FormProfile profile, Node root, double width)
    {
        var look = Lettering.Of(profile[FormElement.Addressees]);
        var label = $"{d.AddresseesLabel ?? "Kính gửi"}:";
        var at = Length.Mm(LabelAtMm) + look.Width(label + " ");
        FlowLine Line(IEnumerable<Mark> marks) => FlowLine.Of(profile.Body.LinePt, look, [.. marks]);
        if (d.Addressees is [var only])
        {
            var node = root.Add("P");
            var lines = LineBreaking.Greedy(Words.Of([new($"{label} {only.Text}.", look)], width - at), width - Length.Mm(LabelAtMm), at - Length.Mm(LabelAtMm));
            var centred = lines.Count == 1 ? Math.Max(0, (width - Words.Width(lines[0])) / 2) : Length.Mm(LabelAtMm);
            return [.. lines.Select((line, i) => Line(Words.Place(line, i == 0 ? centred : at, 0, 0, node)))];
        }

        var result = new List<FlowLine> { Line([new TextMark(Length.Mm(LabelAtMm), 0, root.Add("P"), label, look)]) };
        var list = root.Add("L");
        var dash = look.Width("- ");
        for (var i = 0; i < d.Addressees.Length; i++)
        {
            var node = list.Add("LI").Add("LBody");
            var text = $"- {d.Addressees[i].Text}{(i == d.Addressees.Length - 1 ? "." : profile.Foot.RecipientSeparator)}";
            var lines = LineBreaking.Greedy(Words.Of([new(text, look)], width - at - dash), width - at, dash);
            result.AddRange(lines.Select((line, k) => Line(Words.Place(line, at + (k == 0 ? 0 : dash), 0, 0, node))));
        }

        return [.. result];
    }
}
