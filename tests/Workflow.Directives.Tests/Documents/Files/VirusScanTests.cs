using System.Buffers.Binary;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Workflow.Directives.Documents.Files;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>Files that a scanner refuses, or cannot be asked about.</summary>
public sealed class VirusScanTests : IDisposable
{
    private const string Eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-" + "STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);

    public void Dispose() => listener.Dispose();

    [Theory]
    [InlineData("a.txt")]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    [Trait("BadInput", "35")]
    public async Task TestFileOfTheTrade_Is422WithoutAnyScanner(string name) =>
        Assert.Equal(FileRefusals.Infected, (await new SourceFileReader().ReadAsync(name, Encoding.ASCII.GetBytes(Eicar), default)).Refusal);

    [Theory]
    [InlineData("stream: OK\0", null)]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND\0", "file.infected")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0", "file.not-scanned")]
    [InlineData("", "file.not-scanned")]
    [InlineData("stream: OK FOUND OK\0", "file.not-scanned")]
    [Trait("BadInput", "35")]
    public async Task Scanner_IsAskedAboutTheWholeFileAndItsWordTaken(string reply, string? code)
    {
        var file = new byte[200_000];
        new Random(1).NextBytes(file);
        listener.Start();
        var asked = AnswerAsync(reply);
        var refusal = await new VirusScan(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}")).FindAsync(file, default);

        Assert.Equal(code, refusal?.Code);
        Assert.Equal(file, await asked);
    }

    [Fact]
    [Trait("BadInput", "35")]
    public async Task Scanner_ThatIsDown_LetsNothingThrough()
    {
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var scan = new VirusScan(string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{port}"));

        Assert.Equal(FileRefusals.NotScanned, (await new SourceFileReader(viruses: scan).ReadAsync("a.txt", "văn bản"u8.ToArray(), default)).Refusal);
        Assert.Equal(FileRefusals.NotScanned, await new VirusScan("/nowhere/clamd.ctl").FindAsync("văn bản"u8.ToArray(), default));
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("127.0.0.1:3310", true)]
    [InlineData("/run/clamav/clamd.ctl", true)]
    [InlineData("clamav", false)]
    [InlineData("clamav:x", false)]
    public void Place_OfAScanner_IsHostAndPortOrASocket(string place, bool right) => Assert.Equal(right, VirusScan.IsPlace(place));

    // clamd(8): zINSTREAM, pieces with their length before them, an empty one at the end.
    private async Task<byte[]> AnswerAsync(string reply)
    {
        using var client = await listener.AcceptTcpClientAsync();
        await using var stream = client.GetStream();
        var head = new byte["zINSTREAM\0".Length];
        await stream.ReadExactlyAsync(head);
        Assert.Equal("zINSTREAM\0", Encoding.ASCII.GetString(head));
        using var file = new MemoryStream();
        var length = new byte[sizeof(int)];
        while (true)
        {
            await stream.ReadExactlyAsync(length);
            var piece = new byte[BinaryPrimitives.ReadInt32BigEndian(length)];
            if (piece.Length == 0)
            {
                break;
            }

            await stream.ReadExactlyAsync(piece);
            file.Write(piece);
        }

        await stream.WriteAsync(Encoding.ASCII.GetBytes(reply));
        return file.ToArray();
    }
}
