namespace Workflow.Directives.Documents.Reading;

/// <summary>The line that prints the type's name, alone or with the abstract running on behind it.</summary>
internal static class TypeLine
{
    /// <summary>Below this length one letter's difference may make another word.</summary>
    private const int ShortestNearName = 7;

    private static readonly (DocumentType Type, string Folded, string Bare)[] Names =
    [
        .. DocumentTypes.Everything()
            .Select(type => (type, Folded: VietnameseText.FoldTones(type.Name), VietnameseText.Bare(type.Name)))
            .OrderByDescending(name => name.Folded.Length),
    ];

    private static readonly int LongestName = Names[0].Folded.Length;

    /// <summary>The type a line prints; <paramref name="rest"/> is what follows the name, as a piece of the line's end.</summary>
    internal static DocumentType? Read(SourceLine line, out string rest)
    {
        var text = line.Text;
        rest = "";
        if (text.Length < 2 || !char.IsUpper(text[0]))
        {
            return null;
        }

        var front = VietnameseText.FoldTones(text[..Math.Min(text.Length, LongestName + 1)]);
        foreach (var (type, name, _) in Names)
        {
            if (front.StartsWith(name, StringComparison.Ordinal) && (text.Length == name.Length || IsPrinted(text, name.Length)))
            {
                rest = text[name.Length..].TrimStart(' ', ':', '.');
                return type;
            }
        }

        return VietnameseText.IsCapitals(text) ? Nearest(text) : null;
    }

    /// <summary>The type whose name differs by at most one letter without marks; null when there is none or the name is too short to tell.</summary>
    internal static DocumentType? Nearest(string text)
    {
        if (text.Length > LongestName + 1)
        {
            return null;
        }

        var bare = VietnameseText.Bare(text);
        return Array.Find(Names, name => name.Bare.Length >= ShortestNearName && bare == name.Bare).Type
            ?? Array.Find(Names, name => name.Bare.Length >= ShortestNearName && VietnameseText.IsNear(bare, name.Bare)).Type;
    }

    /// <summary>Whether the line prints the type's name letter for letter.</summary>
    internal static bool IsExact(SourceLine line, DocumentType type) =>
        VietnameseText.FoldTones(line.Text).StartsWith(VietnameseText.FoldTones(type.Name), StringComparison.Ordinal);

    private static bool IsPrinted(string text, int length) =>
        VietnameseText.IsCapitals(text[..length]) && !char.IsLetter(text[length]);
}
