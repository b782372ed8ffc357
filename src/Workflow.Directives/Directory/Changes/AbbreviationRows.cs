namespace Workflow.Directives.Directory.Changes;

/// <summary>Abbreviations as rows. The only list from which a row may be taken away: no document names an abbreviation.</summary>
internal sealed class AbbreviationRows : SheetRows
{
    private static readonly string[] Own = ["short", "words"];

    public override string KeyColumn => "short";

    public override string NameColumn => "words";

    public override string KeyOf(string written) => Field.Clean(written, Abbreviation.ShortLength) ?? "";

    public override bool Knows(string column) => Own.Contains(column);

    public override IReadOnlyList<string> Columns(DirectoryContent content) => Own;

    public override IEnumerable<(string Key, Dictionary<string, string> Fields)> All(DirectoryContent content) =>
        content.Abbreviations.Values.OrderBy(one => one.Short, StringComparer.Ordinal).Select(one => (one.Short, Of(one)));

    public override Dictionary<string, string>? Find(DirectoryContent content, string key) =>
        content.Abbreviations.GetValueOrDefault(key) is { } one ? Of(one) : null;

    public override void Begin(DirectoryContent content, RowReader row, string key)
    {
        if (content.Abbreviations.ContainsKey(key) || row.Text("short", Abbreviation.ShortLength, required: true) is not { } written)
        {
            return;
        }

        if (written.Any(char.IsWhiteSpace) || !written.Any(char.IsLetter) || !char.IsLetterOrDigit(written[0]) || !char.IsLetterOrDigit(written[^1]))
        {
            row.Problem(
                $"“{written}”: chữ viết tắt là một từ liền, bắt đầu và kết thúc bằng chữ hoặc số.",
                $"“{written}”: an abbreviation is one word that begins and ends with a letter or digit.");
            return;
        }

        _ = row.Text("words", Field.NameLength, required: true);
        content.Add(new Abbreviation { Short = written, Words = "" });
    }

    public override void Put(DirectoryContent content, RowReader row, string key)
    {
        if (content.Abbreviations.GetValueOrDefault(key) is { } one && row.Has("words") && row.Text("words", Field.NameLength, required: true) is { } words)
        {
            one.Words = words;
        }
    }

    public override bool Remove(DirectoryContent content, string key)
    {
        if (content.Abbreviations.GetValueOrDefault(key) is not { } one)
        {
            return false;
        }

        content.Remove(one);
        return true;
    }

    private static Dictionary<string, string> Of(Abbreviation one) => new(StringComparer.Ordinal) { ["short"] = one.Short, ["words"] = one.Words };
}
