using System.Text;

namespace Workflow.Web.Edge;

/// <summary>
/// A query holds text: bytes that are none (RFC 3629), and control characters that nobody types, end here. Further in they would be
/// replaced in silence, and two different addresses would ask for the same.
/// </summary>
internal sealed class ReadableQuery(RequestDelegate next)
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public Task InvokeAsync(HttpContext context) =>
        EdgeAnswer.IsShown(context) || IsReadable(context.Request.QueryString.Value ?? "")
            ? next(context)
            : EdgeAnswer.EndAsync(context, StatusCodes.Status400BadRequest);

    private static bool IsReadable(string query)
    {
        if (!query.Contains('%', StringComparison.Ordinal))
        {
            return !query.Any(IsForbidden);
        }

        var bytes = new byte[Encoding.UTF8.GetByteCount(query)];
        var length = 0;
        for (var i = 0; i < query.Length; i++)
        {
            if (query[i] == '%' && i + 2 < query.Length && char.IsAsciiHexDigit(query[i + 1]) && char.IsAsciiHexDigit(query[i + 2]))
            {
                bytes[length++] = Convert.ToByte(query.Substring(i + 1, 2), 16);
                i += 2;
            }
            else
            {
                length += Encoding.UTF8.GetBytes(query.AsSpan(i, 1), bytes.AsSpan(length));
            }
        }

        try
        {
            return !Strict.GetString(bytes, 0, length).Any(IsForbidden);
        }
        catch (DecoderFallbackException)
        {
            return false;
        }
    }

    private static bool IsForbidden(char sign) => char.IsControl(sign) && sign is not ('\t' or '\n' or '\r');
}
