using System.Globalization;
using System.Text;

namespace Workflow.Directives.Dissemination.Mail.Smtp;

/// <summary>From the open connection to a session that takes messages: greeting, EHLO, STARTTLS, AUTH.</summary>
internal sealed class SmtpHandshake(SmtpConnection connection, SmtpSettings settings)
{
    private readonly TimeSpan commandTimeout = TimeSpan.FromSeconds(settings.CommandTimeoutSeconds);
    private readonly TimeSpan connectTimeout = TimeSpan.FromSeconds(settings.ConnectTimeoutSeconds);
    private IReadOnlyList<string> extensions = [];

    /// <summary>How far the handshake came; for the report when it fails.</summary>
    public MailPhase Phase { get; private set; } = MailPhase.Connect;

    /// <summary>The server's own limit on a message in bytes (RFC 1870), or 0 when it names none.</summary>
    public long SizeLimit =>
        extensions.FirstOrDefault(line => HasKeyword(line, "SIZE")) is { Length: > 5 } line
        && long.TryParse(line.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var limit)
            ? limit
            : 0;

    /// <summary>Whether the server understands SIZE= on MAIL.</summary>
    public bool KnowsSize => Offers("SIZE");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (settings.Security == "Tls")
        {
            await connection.StartTlsAsync(settings.Host, settings.PinnedFingerprint, connectTimeout, cancellationToken);
        }

        Phase = MailPhase.Greeting;
        var greeting = await connection.ReadReplyAsync(commandTimeout, cancellationToken);
        Require(greeting.Code == 220, greeting);
        await HelloAsync(cancellationToken);
        if (settings.Security is "StartTls" or "StartTlsWhenAvailable")
        {
            await UpgradeAsync(cancellationToken);
        }

        if (settings.UserName.Length > 0)
        {
            await AuthenticateAsync(cancellationToken);
        }
    }

    private async Task HelloAsync(CancellationToken cancellationToken)
    {
        Phase = MailPhase.Hello;
        var reply = await AskAsync("EHLO " + settings.EffectiveHeloName, cancellationToken);
        Require(reply.Code == 250, reply);
        extensions = [.. reply.Lines.Skip(1)];
    }

    private async Task UpgradeAsync(CancellationToken cancellationToken)
    {
        Phase = MailPhase.StartTls;
        if (!Offers("STARTTLS"))
        {
            if (settings.Security == "StartTls")
            {
                throw new MailConnectException(Phase, null, "The server does not offer STARTTLS, which Mail:Security requires; nothing was sent.");
            }

            return;
        }

        var reply = await AskAsync("STARTTLS", cancellationToken);
        Require(reply.Code == 220, reply);
        await connection.StartTlsAsync(settings.Host, settings.PinnedFingerprint, connectTimeout, cancellationToken);

        // What was said in clear counts for nothing now (RFC 3207 §4.2).
        await HelloAsync(cancellationToken);
    }

    private async Task AuthenticateAsync(CancellationToken cancellationToken)
    {
        Phase = MailPhase.Authenticate;
        if (!connection.IsEncrypted)
        {
            throw new MailConnectException(Phase, null, "The connection is not encrypted, so the password was not sent.");
        }

        SmtpReply reply;
        if (OffersMechanism("PLAIN"))
        {
            reply = await AskAsync("AUTH PLAIN " + Base64("\0" + settings.UserName + "\0" + settings.Password), cancellationToken);
        }
        else if (OffersMechanism("LOGIN"))
        {
            reply = await AskAsync("AUTH LOGIN", cancellationToken);
            RequireAuth(reply.Code == 334, reply);
            reply = await AskAsync(Base64(settings.UserName), cancellationToken);
            RequireAuth(reply.Code == 334, reply);
            reply = await AskAsync(Base64(settings.Password), cancellationToken);
        }
        else
        {
            throw new MailConnectException(Phase, null, "The server offers neither AUTH PLAIN nor AUTH LOGIN.");
        }

        RequireAuth(reply.Code == 235, reply);
    }

    private async Task<SmtpReply> AskAsync(string command, CancellationToken cancellationToken)
    {
        await connection.WriteLineAsync(command, commandTimeout, cancellationToken);
        return await connection.ReadReplyAsync(commandTimeout, cancellationToken);
    }

    private void Require(bool good, SmtpReply reply)
    {
        if (!good)
        {
            throw new MailConnectException(Phase, reply.Code, reply.Text);
        }
    }

    // Some servers repeat the command they refuse, and here the command is the password.
    private void RequireAuth(bool good, SmtpReply reply)
    {
        if (!good)
        {
            throw new MailConnectException(Phase, reply.Code, "The server refused the user or the password: " + reply.CodesOnly);
        }
    }

    private bool Offers(string keyword) => extensions.Any(line => HasKeyword(line, keyword));

    private bool OffersMechanism(string mechanism) =>
        extensions.Where(line => HasKeyword(line, "AUTH") || line.StartsWith("AUTH=", StringComparison.OrdinalIgnoreCase))
            .Any(line => line[5..].Split(' ').Contains(mechanism, StringComparer.OrdinalIgnoreCase));

    private static bool HasKeyword(string line, string keyword) =>
        line.StartsWith(keyword, StringComparison.OrdinalIgnoreCase) && (line.Length == keyword.Length || line[keyword.Length] == ' ');

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));
}
