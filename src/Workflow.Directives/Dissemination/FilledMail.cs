using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Dissemination;

/// <summary>The last step before the way out: puts the secrets into the links of each message.</summary>
/// <param name="transport">The way out.</param>
/// <param name="links">The key.</param>
internal sealed class FilledMail(IMailTransport transport, LinkKey links) : IMailTransport
{
    public async Task<IMailSession> ConnectAsync(CancellationToken cancellationToken) =>
        new Session(await transport.ConnectAsync(cancellationToken), links);

    public ValueTask DisposeAsync() => transport.DisposeAsync();

    private sealed class Session(IMailSession session, LinkKey links) : IMailSession
    {
        public bool IsUsable => session.IsUsable;

        public Task<MailOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            session.SendAsync(envelope, links.Fill(content), cancellationToken);

        public ValueTask DisposeAsync() => session.DisposeAsync();
    }
}
