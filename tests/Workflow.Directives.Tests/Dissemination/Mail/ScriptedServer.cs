using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>How a script's answers are cut into packets.</summary>
public enum Chunks
{
    Whole,
    Lines,
    Chars,
}

/// <summary>
/// Plays one side of a dialogue from a file: <c>S:</c> is said, <c>C:</c> is expected (with * for anything), <c>D:</c> takes content up to the final dot, <c>X:</c> hangs up.
/// </summary>
internal sealed class ScriptedServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly Chunks chunks;
    private readonly Task played;

    public ScriptedServer(string dialogue, Chunks chunks)
    {
        this.chunks = chunks;
        listener.Start();
        using var script = new StreamReader(typeof(ScriptedServer).Assembly.GetManifestResourceStream("Dialogues/" + dialogue)!);
        played = PlayAsync([.. script.ReadToEnd().Split('\n').Where(line => line.Length > 0 && line[0] != '#')]);
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public List<byte[]> Contents { get; } = [];

    /// <summary>Ends when the script is played to its end; fails where the client said something else.</summary>
    public Task Played => played;

    public ValueTask DisposeAsync()
    {
        listener.Stop();
        return ValueTask.CompletedTask;
    }

    private async Task PlayAsync(string[] script)
    {
        using var client = await listener.AcceptTcpClientAsync();
        client.NoDelay = true;
        await using var stream = client.GetStream();
        var lines = new WireLines(stream);
        for (var i = 0; i < script.Length; i++)
        {
            var text = script[i][2..].TrimStart();
            switch (script[i][0])
            {
                case 'S':
                    var said = script.Skip(i).TakeWhile(line => line[0] == 'S').Select(line => line[2..].TrimStart() + "\r\n").ToList();
                    await SayAsync(stream, said);
                    i += said.Count - 1;
                    break;
                case 'C':
                    var came = await lines.ReadAsync(CancellationToken.None);
                    Assert.Matches("^" + Regex.Escape(text).Replace("\\*", ".*", StringComparison.Ordinal) + "$", came);
                    break;
                case 'D':
                    Contents.Add(await lines.ReadContentAsync(CancellationToken.None));
                    break;
                case 'X':
                    return;
                default:
                    throw new InvalidDataException(script[i]);
            }
        }
    }

    private async Task SayAsync(NetworkStream stream, List<string> said)
    {
        var pieces = chunks switch
        {
            Chunks.Whole => [string.Concat(said)],
            Chunks.Lines => said,
            _ => string.Concat(said).Select(c => c.ToString()).ToList(),
        };
        foreach (var piece in pieces)
        {
            await stream.WriteAsync(Encoding.UTF8.GetBytes(piece));
        }
    }
}
