using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Documents.Pdf;

/// <summary>Tells which parts of which page make up each element of the document (ISO 32000-1, 14.7).</summary>
internal sealed class StructureTree(IPdfObjects objects, Node document)
{
    private readonly PdfReference root = objects.Reserve();
    private readonly Dictionary<Node, PdfReference> elements = [];
    private readonly Dictionary<Node, List<PdfValue>> kids = [];
    private readonly Dictionary<Node, PdfReference> pageOf = [];
    private readonly SortedDictionary<int, PdfValue> parents = [];
    private readonly Dictionary<int, List<PdfValue>> marked = [];
    private int nextParent;

    /// <summary>A key of the parent tree for a page.</summary>
    internal int TakePage()
    {
        marked.Add(nextParent, []);
        return nextParent++;
    }

    /// <summary>The next marked content of a page; it belongs to the node.</summary>
    internal int Take(Node node, int page, PdfReference sheet)
    {
        var ids = marked[page];
        ids.Add(Of(node));
        var id = ids.Count - 1;
        Kids(node).Add(pageOf.TryAdd(node, sheet) || pageOf[node] == sheet
            ? new PdfNumber(id)
            : new PdfDictionary { { "Type", new PdfName("MCR") }, { "Pg", sheet }, { "MCID", new PdfNumber(id) } });
        return id;
    }

    /// <summary>A widget that belongs to the node; gives its key of the parent tree.</summary>
    internal int Take(Node node, PdfReference widget, PdfReference sheet)
    {
        parents.Add(nextParent, Of(node));
        Kids(node).Add(new PdfDictionary { { "Type", new PdfName("OBJR") }, { "Obj", widget }, { "Pg", sheet } });
        return nextParent++;
    }

    internal PdfReference Write()
    {
        foreach (var (key, ids) in marked)
        {
            parents.Add(key, new PdfArray([.. ids]));
        }

        Write(document, root);
        var numbers = parents.SelectMany(parent => new[] { new PdfNumber(parent.Key), parent.Value });
        objects.Set(root, new PdfDictionary
        {
            { "Type", new PdfName("StructTreeRoot") },
            { "K", Of(document) },
            { "ParentTree", objects.Add(new PdfDictionary { { "Nums", new PdfArray([.. numbers]) } }) },
            { "ParentTreeNextKey", new PdfNumber(nextParent) },
        });
        return root;
    }

    // A node that came to stand on no page, such as an empty list, is left out.
    private bool Write(Node node, PdfReference parent)
    {
        var self = Of(node);
        var parts = node.Children.Where(child => Write(child, self)).Select(PdfValue (child) => Of(child)).Concat(Kids(node)).ToList();
        if (parts.Count == 0 && node != document)
        {
            objects.Set(self, PdfKeyword.Null);
            return false;
        }

        var element = new PdfDictionary
        {
            { "Type", new PdfName("StructElem") },
            { "S", new PdfName(node.Type) },
            { "P", parent },
            { "K", new PdfArray(parts) },
        };
        element["Pg"] = pageOf.GetValueOrDefault(node);
        objects.Set(self, element);
        return true;
    }

    private PdfReference Of(Node node)
    {
        if (!elements.TryGetValue(node, out var element))
        {
            element = objects.Reserve();
            elements.Add(node, element);
        }

        return element;
    }

    private List<PdfValue> Kids(Node node)
    {
        if (!kids.TryGetValue(node, out var list))
        {
            list = [];
            kids.Add(node, list);
        }

        return list;
    }
}
