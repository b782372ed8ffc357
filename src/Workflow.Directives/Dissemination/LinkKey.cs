using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Dissemination;

/// <summary>
/// The key that secrets of links are derived from: a file outside the database, readable by the program's own account alone. A secret is
/// HMAC-SHA256 (RFC 2104) of the message's Message-ID, which names issue, unit and purpose, and of a generation. So nobody who reads the
/// database, a backup of it or the outbox can open a link; it is put into a message only while that is handed over, the same at each try.
/// Without the file, links sent before still open, for their hashes are kept; messages not sent yet would carry links that do not.
/// </summary>
public sealed partial class LinkKey
{
    private const int KeyBytes = 32;
    private readonly Lazy<byte[]> key;

    /// <summary>Reads the key when it is first needed, and makes it when there is none.</summary>
    /// <param name="path">The file.</param>
    public LinkKey(string path) => key = new(() => Open(path));

    /// <summary>The secret of a message's link, URL-safe base64.</summary>
    /// <param name="messageId">Message-ID of the message.</param>
    /// <param name="generation">Which of its secrets, from 1.</param>
    /// <exception cref="InvalidDataException">The key file is damaged.</exception>
    public string TokenOf(string messageId, int generation) => Base64Url.EncodeToString(
        HMACSHA256.HashData(key.Value, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{messageId}\n{generation}"))));

    /// <summary>A stored message with the secret in its links, as it is handed over; one without links as it is.</summary>
    /// <param name="content">The message as stored.</param>
    /// <exception cref="InvalidDataException">The key file is damaged.</exception>
    public byte[] Fill(ReadOnlyMemory<byte> content) => MailComposer.Refill(content, (messageId, text) => Placeholder().Replace(
        text, link => "/a/" + TokenOf(messageId, int.Parse(link.Groups["generation"].Value, CultureInfo.InvariantCulture))));

    private static byte[] Open(string path)
    {
        if (!File.Exists(path))
        {
            Make(path);
        }

        var bytes = File.ReadAllBytes(path);
        return bytes.Length == KeyBytes ? bytes : throw new InvalidDataException($"The key of links in {path} is damaged; restore it from the backup of the data directory.");
    }

    // Written aside and moved, so that there is never half a key; the permissions are there before the first byte.
    private static void Make(string path)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var options = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        var unfinished = path + ".part";
        File.Delete(unfinished);
        using (var file = new FileStream(unfinished, options))
        {
            file.Write(RandomNumberGenerator.GetBytes(KeyBytes));
            file.Flush(flushToDisk: true);
        }

        File.Move(unfinished, path, overwrite: false);
    }

    [GeneratedRegex(@"/a/\*{39}(?<generation>[0-9]{4})")]
    private static partial Regex Placeholder();
}
