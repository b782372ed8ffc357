using System.Text;

namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>Reads what a client sends, strictly: lines end in CRLF, and a bare CR or LF is an error.</summary>
internal sealed class WireLines(Stream stream)
{
    private readonly byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;

    public async Task<string> ReadAsync(CancellationToken cancellationToken) => Encoding.UTF8.GetString(await ReadBytesAsync(cancellationToken));

    /// <summary>The content up to the final dot, with its dots unstuffed (RFC 5321 §4.5.2).</summary>
    public async Task<byte[]> ReadContentAsync(CancellationToken cancellationToken)
    {
        var content = new MemoryStream();
        while (await ReadBytesAsync(cancellationToken) is var line && line is not [(byte)'.'])
        {
            content.Write(line is [(byte)'.', ..] ? line.AsSpan(1) : line);
            content.Write("\r\n"u8);
        }

        return content.ToArray();
    }

    public async Task SkipAsync(int bytes, CancellationToken cancellationToken)
    {
        for (var i = 0; i < bytes; i++)
        {
            await NextAsync(cancellationToken);
        }
    }

    private async Task<byte[]> ReadBytesAsync(CancellationToken cancellationToken)
    {
        var line = new List<byte>();
        while (true)
        {
            var next = await NextAsync(cancellationToken);
            if (next == (byte)'\n')
            {
                throw new InvalidDataException("bare LF from the client");
            }

            if (next == (byte)'\r')
            {
                return await NextAsync(cancellationToken) == (byte)'\n' ? [.. line] : throw new InvalidDataException("bare CR from the client");
            }

            line.Add(next);
        }
    }

    private async ValueTask<byte> NextAsync(CancellationToken cancellationToken)
    {
        if (start == end)
        {
            (start, end) = (0, await stream.ReadAsync(buffer, cancellationToken));
            if (end == 0)
            {
                throw new EndOfStreamException("the client hung up");
            }
        }

        return buffer[start++];
    }
}
