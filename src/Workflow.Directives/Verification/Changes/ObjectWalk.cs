using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;

namespace Workflow.Directives.Verification.Changes;

/// <summary>Goes through everything that values lead to, each object once.</summary>
internal static class ObjectWalk
{
    /// <summary>Walks.</summary>
    /// <param name="revision">The state of the file in which references are followed.</param>
    /// <param name="roots">Where to begin.</param>
    /// <param name="follow">Which object numbers are followed.</param>
    /// <param name="each">Called for each dictionary, also a stream's.</param>
    /// <returns>Every object number that was referred to, followed or not, there or not.</returns>
    public static HashSet<int> From(PdfRevision revision, IEnumerable<PdfValue> roots, Func<int, bool> follow, Action<PdfDictionary>? each = null)
    {
        var referred = new HashSet<int>();
        var open = new Stack<PdfValue>(roots);
        while (open.TryPop(out var value))
        {
            switch (value)
            {
                case PdfReference reference when referred.Add(reference.Number) && follow(reference.Number) && revision.Get(reference) is { } target:
                    open.Push(target);
                    break;
                case PdfArray array:
                    Push(open, array.Items);
                    break;
                case PdfStream stream:
                    open.Push(stream.Dictionary);
                    break;
                case PdfDictionary dictionary:
                    each?.Invoke(dictionary);
                    Push(open, dictionary.Select(entry => entry.Value));
                    break;
                default:
                    break;
            }
        }

        return referred;
    }

    private static void Push(Stack<PdfValue> open, IEnumerable<PdfValue> values)
    {
        foreach (var value in values)
        {
            open.Push(value);
        }
    }
}
