using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Text;

namespace Workflow.Directives.Dissemination.Mail.Smtp;

/// <summary>Bytes to and from the server: lines and replies with limits, a timeout on each wait, and the change to TLS.</summary>
internal sealed class SmtpConnection : IAsyncDisposable
{
    /// <summary>What is kept of a reply line (RFC 5321 §4.5.3.1.5); the rest of a longer line is read and dropped.</summary>
    private const int MaxLine = 512;

    /// <summary>A longer reply is a fault of the server.</summary>
    private const int MaxReply = 64 * 1024;

    private const int WriteBlock = 64 * 1024;

    private readonly Socket socket;
    private readonly TimeProvider clock;
    private readonly byte[] buffer = new byte[4096];
    private Stream stream;
    private int start;
    private int end;

    private SmtpConnection(Socket socket, TimeProvider clock)
    {
        this.socket = socket;
        this.clock = clock;
        stream = new NetworkStream(socket, ownsSocket: true);
    }

    public bool IsEncrypted => stream is SslStream;

    /// <summary>The other side has hung up and said nothing before it did.</summary>
    public bool IsPeerGone => start == end && socket.Poll(0, SelectMode.SelectRead) && socket.Available == 0;

    public static async Task<SmtpConnection> OpenAsync(string host, int port, TimeSpan timeout, TimeProvider clock, CancellationToken cancellationToken)
    {
        // Without NoDelay each small command would wait for the acknowledgment of the one before.
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            using var patience = new Patience(timeout, clock, cancellationToken);
            await patience.GuardAsync(token => socket.ConnectAsync(host, port, token).AsTask());
            return new SmtpConnection(socket, clock);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    /// <summary>Changes to TLS. What the server said before is thrown away together with the connection: it may come from somebody in between (CVE-2011-0411 and its kin).</summary>
    public async Task StartTlsAsync(string host, byte[]? pinnedFingerprint, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (start != end)
        {
            throw new SmtpBrokenException("The server sent something between its answer to STARTTLS and TLS.");
        }

        // Without a pinned certificate the framework's own check of name and chain stands.
        var tls = pinnedFingerprint is null
            ? new SslStream(stream)
            : new SslStream(stream, false, (_, certificate, _, _) =>
                certificate is not null && CryptographicOperations.FixedTimeEquals(certificate.GetCertHash(HashAlgorithmName.SHA256), pinnedFingerprint));
        stream = tls;
        using var patience = new Patience(timeout, clock, cancellationToken);
        await patience.GuardAsync(token => tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions { TargetHost = host }, token));
    }

    public async Task WriteLineAsync(string line, TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (line.AsSpan().IndexOfAny('\r', '\n', '\0') >= 0)
        {
            throw new MailAddressException("A command must be one line.");
        }

        await WriteAsync(Encoding.ASCII.GetBytes(line + "\r\n"), timeout, cancellationToken);
    }

    public async Task WriteAsync(ReadOnlyMemory<byte> bytes, TimeSpan timeout, CancellationToken cancellationToken)
    {
        for (var at = 0; at < bytes.Length; at += WriteBlock)
        {
            var block = bytes.Slice(at, Math.Min(WriteBlock, bytes.Length - at));
            using var patience = new Patience(timeout, clock, cancellationToken);
            await patience.GuardAsync(token => stream.WriteAsync(block, token).AsTask());
        }
    }

    public async Task<SmtpReply> ReadReplyAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        using var patience = new Patience(timeout, clock, cancellationToken);
        var lines = new List<string>();
        var size = 0;
        var code = 0;
        while (true)
        {
            var (line, length) = await ReadLineAsync(MaxReply - size, patience);
            size += length;
            if (!TryParse(line, out var lineCode, out var isLast, out var text) || (lines.Count > 0 && lineCode != code))
            {
                throw new SmtpBrokenException("The server's reply is not one of SMTP.");
            }

            code = lineCode;
            lines.Add(text);
            if (isLast)
            {
                return new SmtpReply(code, lines);
            }
        }
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();

    private async Task<(string Line, int Length)> ReadLineAsync(int room, Patience patience)
    {
        var line = new byte[MaxLine];
        var kept = 0;
        for (var length = 1; length <= room; length++)
        {
            if (start == end)
            {
                start = 0;
                end = await patience.GuardAsync(token => stream.ReadAsync(buffer, token).AsTask());
                if (end == 0)
                {
                    throw new SmtpBrokenException("The server closed the connection.");
                }
            }

            var next = buffer[start++];
            if (next == (byte)'\n')
            {
                return (Encoding.UTF8.GetString(line, 0, kept), length);
            }

            if (kept < MaxLine)
            {
                line[kept++] = next;
            }
        }

        throw new SmtpBrokenException($"The server's reply is longer than {MaxReply} bytes.");
    }

    private static bool TryParse(string line, out int code, out bool isLast, out string text)
    {
        line = line.TrimEnd('\r');
        code = 0;
        isLast = line.Length == 3 || (line.Length > 3 && line[3] == ' ');
        text = line.Length > 4 ? string.Concat(line.Skip(4).Select(c => char.IsControl(c) ? ' ' : c)).Trim() : "";
        if (line.Length < 3 || line[0] is < '2' or > '5' || !char.IsAsciiDigit(line[1]) || !char.IsAsciiDigit(line[2]))
        {
            return false;
        }

        code = ((line[0] - '0') * 100) + ((line[1] - '0') * 10) + (line[2] - '0');
        return isLast || line[3] == '-';
    }
}
