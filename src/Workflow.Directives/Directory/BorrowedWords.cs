namespace Workflow.Directives.Directory;

/// <summary>
/// The ways a segment may be completed with words that a contracted list writes only once: the end of a later segment ("Các huyện, thành ủy"),
/// the beginning of the name before it ("Sở Y tế, Tài chính"), or both ("Ban Tổ chức, Nội chính Tỉnh ủy").
/// </summary>
internal static class BorrowedWords
{
    /// <summary>Every completion, the likeliest first. The caller takes the first that is exactly a name.</summary>
    /// <param name="own">The segment's own words.</param>
    /// <param name="previous">The words of the name accepted before it; empty at the start of a line.</param>
    /// <param name="later">The segments after it.</param>
    public static IEnumerable<string[]> Completions(string[] own, string[] previous, IEnumerable<LineSegment> later)
    {
        List<string[]> endings = [.. later.SelectMany(Endings)];
        var beginnings = Enumerable.Range(1, Math.Max(0, previous.Length - 1)).Reverse().Select(length => previous[..length]).ToList();
        foreach (var ending in endings)
        {
            yield return [.. own, .. ending];
        }

        foreach (var beginning in beginnings)
        {
            yield return [.. beginning, .. own];
        }

        foreach (var beginning in beginnings)
        {
            foreach (var ending in endings)
            {
                yield return [.. beginning, .. own, .. ending];
            }
        }
    }

    /// <summary>Longest first. A bare territory is no ending: "Đảng ủy, … UBND các xã, phường" would lose its second half.</summary>
    private static IEnumerable<string[]> Endings(LineSegment segment) =>
        Enumerable.Range(1, Math.Max(0, segment.Words.Count - 1))
            .Select(start => segment.Words.Skip(start).ToArray())
            .Where(ending => !LineVocabulary.IsBareTerritory(ending));
}
