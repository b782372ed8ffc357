namespace Workflow.Directives.Dissemination.Mail.Smtp;

/// <summary>
/// Submits messages to a mail server: SMTP (RFC 5321) with STARTTLS (RFC 3207) or TLS from the first byte (RFC 8314) and AUTH PLAIN or LOGIN (RFC 4954) over TLS only. Holds no connection itself; each session is one.
/// </summary>
/// <param name="settings">Where and how; must be free of <see cref="SmtpSettings.Validate">problems</see>.</param>
/// <param name="clock">Measures the timeouts.</param>
public sealed class SmtpMailTransport(SmtpSettings settings, TimeProvider clock) : IMailTransport
{
    /// <inheritdoc />
    public async Task<IMailSession> ConnectAsync(CancellationToken cancellationToken)
    {
        var phase = MailPhase.Connect;
        SmtpConnection? connection = null;
        SmtpHandshake? handshake = null;
        try
        {
            var timeout = TimeSpan.FromSeconds(settings.ConnectTimeoutSeconds);
            connection = await SmtpConnection.OpenAsync(settings.Host, settings.Port, timeout, clock, cancellationToken);
            handshake = new SmtpHandshake(connection, settings);
            await handshake.RunAsync(cancellationToken);
            var session = new SmtpSession(connection, settings, handshake, clock);
            connection = null;
            return session;
        }
        catch (SmtpBrokenException e)
        {
            throw new MailConnectException(handshake?.Phase ?? phase, null, e.Message, e);
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
