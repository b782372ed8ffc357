using Workflow.Directives.Documents.Form;

namespace Workflow.Directives.Documents.Layout;

/// <summary>Lays a directive out on pages.</summary>
internal static class DirectiveLayout
{
    private const double GapUnderHeadPt = 14;

    internal static LaidDocument Of(DirectiveDocument d, FormProfile profile, LayoutOptions o)
    {
        var worded = PrintedWording.Apply(d, profile);
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
