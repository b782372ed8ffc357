namespace Workflow.Directives.Directory.Changes;

/// <summary>How one list of the directory is written as rows, and how a row is put into it.</summary>
internal abstract class SheetRows
{
    protected const char Separator = '|';

    /// <summary>The column that tells rows apart.</summary>
    public abstract string KeyColumn { get; }

    /// <summary>The column that names a row to people.</summary>
    public abstract string NameColumn { get; }

    public static SheetRows Of(DirectorySheet sheet) => sheet switch
    {
        DirectorySheet.Units => new UnitRows(),
        DirectorySheet.Groups => new GroupRows(),
        DirectorySheet.Posts => new PostRows(),
        DirectorySheet.Abbreviations => new AbbreviationRows(),
        _ => throw new ArgumentOutOfRangeException(nameof(sheet), sheet, null),
    };

    /// <summary>The key as it is compared: two rows with the same are the same row.</summary>
    public abstract string KeyOf(string written);

    /// <summary>Whether a file may have the column.</summary>
    public abstract bool Knows(string column);

    /// <summary>The columns of an export, in order.</summary>
    public abstract IReadOnlyList<string> Columns(DirectoryContent content);

    /// <summary>Every row by its key, in the order of an export.</summary>
    public abstract IEnumerable<(string Key, Dictionary<string, string> Fields)> All(DirectoryContent content);

    /// <summary>One row as it stands, or null.</summary>
    public abstract Dictionary<string, string>? Find(DirectoryContent content, string key);

    /// <summary>Brings a row into being, so that other rows of the same file can name it; does nothing when it is there.</summary>
    public abstract void Begin(DirectoryContent content, RowReader row, string key);

    /// <summary>Sets what the row says.</summary>
    public abstract void Put(DirectoryContent content, RowReader row, string key);

    /// <summary>Looks at a row once every row is in.</summary>
    public virtual void Check(DirectoryContent content, RowReader row, string key)
    {
    }

    /// <summary>Takes a row away; false when this list lets nothing be taken away or there is no such row.</summary>
    public virtual bool Remove(DirectoryContent content, string key) => false;

    protected static string Joined(IEnumerable<string> entries) => string.Join(Separator, entries);

    /// <summary>Makes a list hold just these texts; entries that stay are the same objects.</summary>
    protected static void Match<T>(List<T> list, IReadOnlyCollection<string> texts, Func<T, string> textOf, Func<string, T> make)
    {
        list.RemoveAll(entry => !texts.Contains(textOf(entry)));
        list.AddRange(texts.Where(text => !list.Exists(entry => textOf(entry) == text)).ToList().ConvertAll(text => make(text)));
    }

    protected static void CheckDays(RowReader row, DateOnly from, DateOnly? until)
    {
        if (until < from)
        {
            row.Problem("Ngày cuối (valid_until) trước ngày đầu (valid_from).", "The last day (valid_until) is before the first (valid_from).");
        }
    }
}
