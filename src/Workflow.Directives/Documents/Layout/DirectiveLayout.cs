using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Layout;

/// <summary>Lays a directive out on pages.</summary>
internal static class DirectiveLayout
{
    private const double GapUnderHeadPt = 14;

    /// <summary>A last page filled no further than this is worth sparing.</summary>
    private const double LittleShare = 0.45;

    internal static LaidDocument Of(DirectiveDocument d, FormProfile profile, LayoutOptions o)
    {
        var worded = PrintedWording.Apply(d, profile);
        var laid = Of(worded, profile, profile.Body.LinePt, o);
        if (laid.Pages.Length < 2 || laid.EndOfText > LittleShare * Length.Mm(profile.Sheet.HeightMm))
        {
            return laid;
        }

        for (var line = profile.Body.LinePt - 1; line >= profile.Body.LeastLinePt; line--)
        {
            var closer = Of(worded, profile, line, o);
            if (closer.Pages.Length < laid.Pages.Length)
            {
                return closer;
            }
        }

        return laid;
    }

    private static LaidDocument Of(DirectiveDocument worded, FormProfile given, double line, LayoutOptions o)
    {
        var profile = given with { Body = given.Body with { LinePt = line } };
        var root = new Node("Document");
        var width = Length.Mm(profile.Sheet.WidthMm - profile.Sheet.LeftMm - profile.Sheet.RightMm);
        var body = new BodyLayout(profile, root, width);
        var blocks = new List<FlowBlock> { new([HeadLayout.Of(worded, profile, o, root, width)], 0, KeepWithNext: true) };
        blocks.AddRange(TitleLayout.Of(worded, profile, root, width));
        var title = blocks.Count;
        blocks.AddRange(body.Body(worded));
        if (title < blocks.Count)
        {
            blocks[title] = blocks[title] with { GapBefore = GapUnderHeadPt };
        }

        var foot = new FootLayout(profile, root, width).Of(worded, o).ToList();
        if (foot.Count > 0)
        {
            KeepWithFoot(blocks, title);
        }

        blocks.AddRange(foot);
        blocks.AddRange(body.Annex(worded));
        var (pages, end) = new PageFlow(profile).Fill(blocks);
        return new(root, pages, end);
    }

    // A signature alone on a page could be put under any text: at least two lines of the text go with it.
    private static void KeepWithFoot(List<FlowBlock> blocks, int title)
    {
        var last = blocks.Count - 1;
        blocks[last] = blocks[last] with { KeepWithNext = true };
        if (blocks[last].Lines.Length < 2 && last > title)
        {
            blocks[last - 1] = blocks[last - 1] with { KeepWithNext = true };
        }
    }
}
