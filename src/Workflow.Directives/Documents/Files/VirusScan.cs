using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Workflow.Directives.Documents.Files;

/// <summary>
/// Asks a virus scanner about what people send, before anything of it is read. Files are looked at in memory and never kept: what is
/// refused is gone with the request, and that is the quarantine. The test file of the trade (EICAR) is known without a scanner; with
/// one set, clamd over its socket (clamd(8), INSTREAM), a file that could not be asked about is refused like one that was found bad.
/// </summary>
/// <param name="clamd">host:port, or the path of a socket; empty: no scanner.</param>
public sealed class VirusScan(string clamd = "")
{
    private const int Piece = 65_536;
    private const int LongestReply = 1_000;

    /// <summary>How long the scanner may take.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    // Taken apart, so that scanners do not find this program.
    private static readonly byte[] Eicar = Encoding.ASCII.GetBytes(
        string.Concat("X5O!P%@AP[4\\PZX54(P^)7CC)7}$", "EICAR-STANDARD-", "ANTIVIRUS-TEST-FILE!$H+H*"));

    /// <summary>Whether a setting names a scanner, or none.</summary>
    /// <param name="clamd">The setting.</param>
    public static bool IsPlace(string clamd)
    {
        ArgumentNullException.ThrowIfNull(clamd);
        return clamd.Length == 0 || clamd[0] == '/' || PortOf(clamd) is not null;
    }

    /// <summary>Why the file is not taken; null when it may be.</summary>
    /// <param name="file">The file.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Refusal?> FindAsync(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        if (file.Span.IndexOf(Eicar) >= 0)
        {
            return FileRefusals.Infected;
        }

        if (clamd.Length == 0)
        {
            return null;
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(Longest);
        try
        {
            var reply = await AskAsync(file, limit.Token);
            return reply.EndsWith(" FOUND", StringComparison.Ordinal) ? FileRefusals.Infected
                : reply == "stream: OK" ? null
                : FileRefusals.NotScanned;
        }
        catch (Exception failure) when (failure is SocketException or IOException || (failure is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return FileRefusals.NotScanned;
        }
    }

    private async Task<string> AskAsync(ReadOnlyMemory<byte> file, CancellationToken ct)
    {
        using var socket = await ConnectAsync(ct);
        await using var stream = new NetworkStream(socket);
        await stream.WriteAsync("zINSTREAM\0"u8.ToArray(), ct);
        var length = new byte[sizeof(int)];
        for (var at = 0; at < file.Length; at += Piece)
        {
            var piece = file.Slice(at, Math.Min(Piece, file.Length - at));
            BinaryPrimitives.WriteInt32BigEndian(length, piece.Length);
            await stream.WriteAsync(length, ct);
            await stream.WriteAsync(piece, ct);
        }

        await stream.WriteAsync(new byte[sizeof(int)], ct);
        using var reader = new StreamReader(stream, Encoding.UTF8);
        var reply = new char[LongestReply];
        return new string(reply, 0, await reader.ReadBlockAsync(reply, ct)).TrimEnd('\0', '\n');
    }

    private async Task<Socket> ConnectAsync(CancellationToken ct)
    {
        var (local, port) = (clamd[0] == '/', PortOf(clamd));
        var socket = local ? new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified) : new Socket(SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await (local
                ? socket.ConnectAsync(new UnixDomainSocketEndPoint(clamd), ct)
                : socket.ConnectAsync(clamd[..clamd.LastIndexOf(':')], port ?? 0, ct));
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static int? PortOf(string place) =>
        place.LastIndexOf(':') is > 0 and var colon && ushort.TryParse(place[(colon + 1)..], System.Globalization.CultureInfo.InvariantCulture, out var port) && port > 0 ? port : null;
}
