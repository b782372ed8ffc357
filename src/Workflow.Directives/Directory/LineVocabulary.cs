namespace Workflow.Directives.Directory;

/// <summary>The few words of a recipient line that are grammar rather than names: territories, "Như trên", "Lưu".</summary>
internal static class LineVocabulary
{
    private static readonly string[][] Territories =
        [.. new[] { "thị trấn", "thị xã", "thành phố", "đặc khu", "xã", "phường", "huyện", "quận" }.Select(RecipientWords.FoldAll)];

    private static readonly HashSet<string> BackReferences =
        [.. new[] { "như trên", "như kính gửi", "như kính trình" }.Select(text => string.Join(' ', RecipientWords.FoldAll(text)))];

    private static readonly string Archive = VietnameseFold.Word("lưu");

    // "Lưu" is also a family name, so a place of keeping must follow, or nothing at all ("Lưu: …").
    private static readonly string[][] ArchivePlaces =
        [.. new[] { "văn phòng", "văn thư", "vt", "hồ sơ", "hs", "phòng", "ban", "tổ", "kho", "th" }.Select(RecipientWords.FoldAll)];

    /// <summary>The territory word the words begin with, or null.</summary>
    public static string[]? Territory(IReadOnlyList<string> words) => Array.Find(Territories, territory => StartsWith(words, territory));

    /// <summary>Whether the words are a territory word and nothing else.</summary>
    public static bool IsBareTerritory(string[] words) => Territory(words)?.Length == words.Length;

    /// <summary>How many words stand before the first territory word; 0 when there is none or nothing before it.</summary>
    public static int HeadLength(IReadOnlyList<string> words)
    {
        for (var start = Territory(words) is null ? 1 : words.Count; start < words.Count; start++)
        {
            if (Territory([.. words.Skip(start)]) is not null)
            {
                return start;
            }
        }

        return 0;
    }

    /// <summary>Whether the text speaks of several: "các …".</summary>
    public static bool IsPlural(string text) => text.StartsWith("các ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the key is "Như trên" or a form of it.</summary>
    public static bool IsBackReference(string key) => BackReferences.Contains(key);

    /// <summary>Whether the words begin the archive line.</summary>
    public static bool IsArchive(IReadOnlyList<string> words) =>
        words.Count > 0 && words[0] == Archive
        && (words.Count == 1 || Array.Exists(ArchivePlaces, place => StartsWith([.. words.Skip(1)], place)));

    private static bool StartsWith(IReadOnlyList<string> words, string[] start) =>
        words.Count >= start.Length && start.SequenceEqual(words.Take(start.Length));
}
