using System.Security.Cryptography;

namespace Workflow.Directives.Data;

/// <summary>
/// Files that never change, each under the SHA-256 of its bytes. A file is on the disk, flushed, before the row that names it is
/// saved; a file that no row names is harmless. What is read is compared with its name, so that a changed byte is never handed out.
/// </summary>
/// <param name="folder">Folder of the files, made when first needed.</param>
public sealed class FileStore(string folder)
{
    /// <summary>Keeps a file.</summary>
    /// <param name="bytes">Its bytes.</param>
    /// <param name="ct">Cancels; nothing half written stays under a name.</param>
    /// <returns>SHA-256, lower-case hexadecimal: the name to keep in a row.</returns>
    public async Task<string> KeepAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        var hash = HashOf(bytes.Span);
        var path = PathOf(hash);
        if (File.Exists(path))
        {
            return hash;
        }

        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var unfinished = $"{path}.{Path.GetRandomFileName()}";
        await using (var file = new FileStream(unfinished, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(bytes, ct);
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: true);
        return hash;
    }

    /// <summary>Reads a file.</summary>
    /// <param name="hash">Its name.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="DamagedFileException">The file is missing, or its bytes are not the ones that were kept.</exception>
    public async Task<byte[]> ReadAsync(string hash, CancellationToken ct)
    {
        var path = PathOf(hash);
        if (!File.Exists(path))
        {
            throw new DamagedFileException(hash, "is missing");
        }

        var bytes = await File.ReadAllBytesAsync(path, ct);
        return HashOf(bytes) == hash ? bytes : throw new DamagedFileException(hash, "has changed on the disk");
    }

    /// <summary>SHA-256 of some bytes, lower-case hexadecimal.</summary>
    /// <param name="bytes">The bytes.</param>
    public static string HashOf(ReadOnlySpan<byte> bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    /// <summary>Where a file lies.</summary>
    /// <param name="hash">Its name.</param>
    /// <exception cref="ArgumentException">It is no such name.</exception>
    public string PathOf(string hash) =>
        hash is { Length: 2 * SHA256.HashSizeInBytes } && hash.All(char.IsAsciiHexDigitLower)
            ? Path.Combine(folder, hash[..2], hash)
            : throw new ArgumentException("A file's name is a SHA-256 in lower-case hexadecimal.", nameof(hash));
}

/// <summary>A kept file is missing or damaged: restore it from the backup.</summary>
/// <param name="hash">Its name.</param>
/// <param name="what">What is wrong with it.</param>
public sealed class DamagedFileException(string hash, string what)
    : Exception($"The file {hash} {what}. Restore it from the backup; nothing was sent or changed.");
