using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>A message as a server got it: the envelope, and the content with its dots unstuffed.</summary>
internal sealed record Received(string From, string To, byte[] Content)
{
    public string MessageId => Encoding.ASCII.GetString(Content).Split("\r\nMessage-ID: ", 2)[1].Split("\r\n")[0];
}

/// <summary>A small SMTP server on 127.0.0.1 that behaves as a test says.</summary>
internal sealed class SmtpSink : IAsyncDisposable
{
    /// <summary>Given as an answer: hang up without a word.</summary>
    public const string Drop = "";

    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly ConcurrentBag<Task> sessions = [];
    private readonly Task accepting;
    private int open;

    public SmtpSink()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Answers a command line instead of the usual answer, or null for the usual one.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Answers the final dot, or null for 250. What it keeps the server waiting for is up to the test.</summary>
    public Func<Received, Task<string?>> AtFinalDot { get; set; } = _ => Task.FromResult<string?>(null);

    /// <summary>After 354: how many bytes of content are read before the server hangs up; null reads all.</summary>
    public Func<int?> DropWithinContent { get; set; } = () => null;

    public X509Certificate2? Certificate { get; set; }

    public bool TlsFromStart { get; set; }

    /// <summary>Everything that came up to a final dot, in order, taken or not.</summary>
    public ConcurrentQueue<Received> Messages { get; } = new();

    public ConcurrentQueue<string> Commands { get; } = new();

    public int Connections { get; private set; }

    public int MostOpen { get; private set; }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        listener.Stop();
        await accepting;
        await Task.WhenAll(sessions);
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptSocketAsync(stop.Token);
                Connections++;
                MostOpen = Math.Max(MostOpen, Interlocked.Increment(ref open));
                sessions.Add(Task.Run(() => ServeAsync(client)));
            }
        }
        catch (Exception e) when (e is OperationCanceledException or SocketException)
        {
            // Stopped.
        }
    }

    private async Task ServeAsync(Socket client)
    {
        client.NoDelay = true;
        Stream stream = new NetworkStream(client, ownsSocket: true);
        try
        {
            if (TlsFromStart)
            {
                stream = await SecureAsync(stream);
            }

            await TalkAsync(stream, secured => stream = secured);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException or SocketException or AuthenticationException or InvalidDataException)
        {
            // The client or the test hung up.
        }
        finally
        {
            await stream.DisposeAsync();
            Interlocked.Decrement(ref open);
        }
    }

    private async Task TalkAsync(Stream stream, Action<Stream> secured)
    {
        var lines = new WireLines(stream);
        string from = "", to = "";
        var line = "(greeting)";
        while (true)
        {
            var answer = Answer(line) ?? Usual(line);
            if (answer == Drop)
            {
                return;
            }

            await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), stop.Token);
            if (line == "QUIT")
            {
                return;
            }

            if (line == "STARTTLS" && answer.StartsWith("220", StringComparison.Ordinal))
            {
                stream = await SecureAsync(stream);
                secured(stream);
                lines = new WireLines(stream);
            }

            from = line.StartsWith("MAIL FROM:", StringComparison.Ordinal) ? line.Split('<')[1].Split('>')[0] : from;
            to = line.StartsWith("RCPT TO:", StringComparison.Ordinal) ? line.Split('<')[1].Split('>')[0] : to;
            if (line == "DATA" && answer.StartsWith("354", StringComparison.Ordinal) && !await TakeContentAsync(stream, lines, from, to))
            {
                return;
            }

            line = await lines.ReadAsync(stop.Token);
            Commands.Enqueue(line);
        }
    }

    private async Task<SslStream> SecureAsync(Stream plain)
    {
        var tls = new SslStream(plain);
        await tls.AuthenticateAsServerAsync(new SslServerAuthenticationOptions { ServerCertificate = Certificate }, stop.Token);
        return tls;
    }

    private async Task<bool> TakeContentAsync(Stream stream, WireLines lines, string from, string to)
    {
        if (DropWithinContent() is { } limit)
        {
            await lines.SkipAsync(limit, stop.Token);
            return false;
        }

        var message = new Received(from, to, await lines.ReadContentAsync(stop.Token));
        Messages.Enqueue(message);
        var answer = await AtFinalDot(message).WaitAsync(stop.Token) ?? "250 2.0.0 taken";
        if (answer == Drop)
        {
            return false;
        }

        await stream.WriteAsync(Encoding.UTF8.GetBytes(answer + "\r\n"), stop.Token);
        return true;
    }

    private string Usual(string line) => line.Split(' ', ':')[0] switch
    {
        "(greeting)" => "220 sink ESMTP",
        "EHLO" => Certificate is null ? "250-sink\r\n250 8BITMIME" : "250-sink\r\n250-STARTTLS\r\n250 AUTH PLAIN LOGIN",
        "STARTTLS" => "220 go ahead",
        "AUTH" => "235 2.7.0 welcome",
        "MAIL" or "RCPT" or "RSET" => "250 2.1.0 ok",
        "DATA" => "354 go ahead",
        "QUIT" => "221 bye",
        _ => "500 5.5.1 what?",
    };
}
