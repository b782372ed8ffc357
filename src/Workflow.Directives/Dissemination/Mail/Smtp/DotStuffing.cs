using System.Buffers;

namespace Workflow.Directives.Dissemination.Mail.Smtp;

/// <summary>
/// Content as it may travel after DATA (RFC 5321 §4.5.2): a dot doubled at the start of each line, and CRLF the only line end. A bare CR or LF becomes CRLF first, so that no
/// server, however it reads line ends, sees the end of the message inside it (SMTP smuggling).
/// </summary>
internal static class DotStuffing
{
    /// <summary>Encodes a message; the result ends in CRLF and lacks only the final dot.</summary>
    public static ReadOnlyMemory<byte> Encode(ReadOnlySpan<byte> content)
    {
        var encoded = new ArrayBufferWriter<byte>(content.Length + (content.Length / 32) + 16);
        while (content.Length > 0)
        {
            if (content[0] == (byte)'.')
            {
                encoded.Write("."u8);
            }

            var lineEnd = content.IndexOfAny((byte)'\r', (byte)'\n');
            encoded.Write(lineEnd < 0 ? content : content[..lineEnd]);
            encoded.Write("\r\n"u8);
            if (lineEnd < 0)
            {
                break;
            }

            var isCrLf = content[lineEnd] == (byte)'\r' && lineEnd + 1 < content.Length && content[lineEnd + 1] == (byte)'\n';
            content = content[(lineEnd + (isCrLf ? 2 : 1))..];
        }

        return encoded.WrittenMemory;
    }
}
