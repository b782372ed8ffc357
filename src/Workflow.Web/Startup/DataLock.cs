namespace Workflow.Web.Startup;

/// <summary>
/// Holds the data directory for one process. Two processes on one SQLite file can corrupt it (the WAL-reset bug of SQLite before
/// 3.51.3), so the second one does not start.
/// </summary>
internal sealed class DataLock : IDisposable
{
    private readonly FileStream file;

    private DataLock(FileStream file) => this.file = file;

    /// <summary>Takes the directory, making it when it is missing.</summary>
    /// <exception cref="DataInUseException">Another process holds it.</exception>
    /// <exception cref="SettingsException">It cannot be made or written in.</exception>
    public static DataLock Take(string directory)
    {
        var path = Path.Combine(directory, "workflow.lock");
        try
        {
            System.IO.Directory.CreateDirectory(directory);
            return new DataLock(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, 1, FileOptions.None));
        }
        catch (IOException) when (File.Exists(path))
        {
            throw new DataInUseException(directory);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new SettingsException([new("Workflow:DataDirectory", directory, "a folder in which this program may write")]);
        }
    }

    public void Dispose() => file.Dispose();
}

/// <summary>Another process uses the data directory.</summary>
internal sealed class DataInUseException(string directory) : Exception(
    $"The data directory \"{directory}\" is in use by another running copy of this program. Stop that one, or set Workflow:DataDirectory to another folder.");
