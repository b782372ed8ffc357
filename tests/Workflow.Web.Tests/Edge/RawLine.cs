using System.Net.Sockets;
using System.Text;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Edge;

/// <summary>A connection on which anything can be written, byte by byte.</summary>
internal sealed class RawLine : IDisposable
{
    private readonly TcpClient client = new();

    public void Dispose() => client.Dispose();

    public static async Task<RawLine> OpenAsync(RunningOffice office)
    {
        var line = new RawLine();
        await line.client.ConnectAsync(office.Address.Host, office.Address.Port);
        return line;
    }

    /// <summary>Writes; a server that has heard enough may close the connection meanwhile.</summary>
    public async Task WriteAsync(string text)
    {
        try
        {
            await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(text));
        }
        catch (IOException)
        {
            // What it had to say stands in what it said.
        }
    }

    /// <summary>Everything the server says until it closes the connection, or until this text came.</summary>
    public async Task<string> ReadAsync(string? until = null)
    {
        using var late = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        var said = new StringBuilder();
        var buffer = new byte[16_384];
        try
        {
            while (await client.GetStream().ReadAsync(buffer, late.Token) is > 0 and var count)
            {
                said.Append(Encoding.Latin1.GetString(buffer, 0, count));
                if (until is not null && said.ToString().Contains(until, StringComparison.Ordinal))
                {
                    break;
                }
            }
        }
        catch (IOException)
        {
            // The server closed the connection on what was still being written.
        }

        return said.ToString();
    }
}
