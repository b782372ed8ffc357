using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination.Mail;

public sealed class FileMailTransportTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-mail-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task SendAsync_SameMessageTwice_LeavesOneIdenticalFile()
    {
        var message = Letters.Message("xa@example.vn");
        await using var transport = new FileMailTransport(Path.Combine(folder, "data", "mail"));
        var session = await transport.ConnectAsync(CancellationToken.None);
        var envelope = new MailEnvelope("vanthu@tinhuy.example.vn", message.ToAddress, message.Id, message.CreatedAt);
        Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(envelope, message.Content, CancellationToken.None));
        Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(envelope, message.Content, CancellationToken.None));

        var file = Assert.Single(System.IO.Directory.GetFiles(Path.Combine(folder, "data", "mail")));
        Assert.Equal($"20261123-091530-{message.Id:N}.eml", Path.GetFileName(file));
        Assert.Equal(message.Content, await File.ReadAllBytesAsync(file));
    }

    [Fact]
    public async Task ConnectAsync_FolderCannotBeMade_SaysSo()
    {
        var file = Path.Combine(folder, "taken");
        await File.WriteAllTextAsync(file, "");
        await using var transport = new FileMailTransport(Path.Combine(file, "mail"));
        await Assert.ThrowsAsync<MailConnectException>(() => transport.ConnectAsync(CancellationToken.None));
    }

    [Fact]
    public async Task SendAsync_FileCannotBeWritten_IsDeferred()
    {
        var message = Letters.Message("xa@example.vn");
        var envelope = new MailEnvelope("vanthu@tinhuy.example.vn", message.ToAddress, message.Id, message.CreatedAt);
        System.IO.Directory.CreateDirectory(Path.Combine(folder, FileMailTransport.FileNameOf(envelope)));
        await using var transport = new FileMailTransport(folder);
        Assert.IsType<MailOutcome.Deferred>(await transport.SendAsync(envelope, message.Content, CancellationToken.None));
    }
}
