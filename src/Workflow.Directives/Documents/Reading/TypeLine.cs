namespace Workflow.Directives.Documents.Reading;

/// <summary>The line that prints the type's name, alone or with the abstract running on behind it.</summary>
internal static class TypeLine
{
    /// <summary>Below this length one letter's difference may make another word.</summary>
    private const int ShortestNearName = 7;

    private static readonly (DocumentType Type, string Name)[] Names =
        [.. DocumentTypes.Everything().Select(type => (type, VietnameseText.FoldTones(type.Name))).OrderByDescending(pair => pair.Item2.Length)];

    /// <summary>The type a line prints; <paramref name="rest"/> is what follows the name.</summary>
    internal static DocumentType? Read(SourceLine line, out string rest)
    {
        var folded = VietnameseText.FoldTones(line.Text);
        foreach (var (type, name) in Names)
        {
            if (folded == name || (folded.StartsWith(name, StringComparison.Ordinal) && IsPrinted(line.Text, name.Length)))
            {
                rest = line.Text[name.Length..].Trim(' ', ':', '.');
                return type;
            }
        }

        rest = "";
        return VietnameseText.IsCapitals(line.Text) ? Array.Find(Names, pair => IsNear(folded, pair.Name)).Type : null;
    }

    private static bool IsPrinted(string text, int length) =>
        VietnameseText.IsCapitals(text[..length]) && !char.IsLetter(text[length]);

    private static bool IsNear(string folded, string name) =>
        name.Length >= ShortestNearName && VietnameseText.IsNear(VietnameseText.Bare(folded), VietnameseText.Bare(name));
}
