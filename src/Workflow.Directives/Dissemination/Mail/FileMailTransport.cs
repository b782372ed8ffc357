using System.Globalization;
using Workflow.Directives.Deadlines;

namespace Workflow.Directives.Dissemination.Mail;

/// <summary>
/// "Sends" by writing each message to a file that any mail program opens: for the first run, for training, and for offices whose mail leaves by another way. The name is
/// <c>yyyyMMdd-HHmmss-id.eml</c> in Vietnam time and comes from the outbox row, so an attempt made again overwrites its own file.
/// </summary>
/// <param name="folder">Folder, made when missing.</param>
public sealed class FileMailTransport(string folder) : IMailTransport, IMailSession
{
    /// <inheritdoc />
    public bool IsUsable => true;

    /// <inheritdoc />
    public Task<IMailSession> ConnectAsync(CancellationToken cancellationToken)
    {
        try
        {
            System.IO.Directory.CreateDirectory(folder);
            return Task.FromResult<IMailSession>(this);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new MailConnectException(MailPhase.Connect, null, "The folder for mail cannot be made: " + e.Message, e);
        }
    }

    /// <inheritdoc />
    public async Task<MailOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var name = FileNameOf(envelope);
        var path = Path.Combine(folder, name);
        var unfinished = path + ".part";
        try
        {
            await using (var file = new FileStream(unfinished, FileMode.Create, FileAccess.Write, FileShare.None))
            {
                await file.WriteAsync(content, cancellationToken);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
            return new MailOutcome.Accepted(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new MailOutcome.Deferred(MailPhase.Content, null, "The file could not be written: " + e.Message);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    /// <summary>The name of a message's file, without its folder.</summary>
    /// <param name="envelope">The envelope of the message.</param>
    public static string FileNameOf(MailEnvelope envelope)
    {
        ArgumentNullException.ThrowIfNull(envelope);
        var written = WorkingCalendar.ToVietnam(envelope.CreatedAt);
        return string.Create(CultureInfo.InvariantCulture, $"{written:yyyyMMdd-HHmmss}-{envelope.Id:N}.eml");
    }
}
