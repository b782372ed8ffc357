using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Text;

namespace Workflow.Directives.Signing.Pades;

/// <summary>Where timestamps come from; section <c>Timestamp</c> of the settings.</summary>
public sealed record TimestampSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Timestamp";

    /// <summary>Address of the authority (RFC 3161 over HTTP). Unset or empty: signatures carry no timestamp.</summary>
    public string Url { get; init; } = "";

    /// <summary>User name, where the authority wants one (HTTP Basic). Unset: none.</summary>
    public string UserName { get; init; } = "";

    /// <summary>Password that goes with it.</summary>
    public string Password { get; init; } = "";

    /// <summary>Seconds to wait for the answer, 1 to 120. Unset: 15.</summary>
    public int TimeoutSeconds { get; init; } = 15;
}

/// <summary>
/// Asks a timestamp authority (RFC 3161) when a signature existed. The local clock never stands in for it: without a token that is sound and is
/// about this very signature there is no timestamp, and the act is refused.
/// </summary>
/// <param name="http">The connection; its largest response should be bounded by whoever makes it.</param>
/// <param name="settings">Where to ask.</param>
public sealed class TimestampClient(HttpClient http, TimestampSettings settings)
{
    /// <summary>This client where an authority is configured, otherwise null: signatures then carry no timestamp, and say so.</summary>
    public TimestampClient? Asked => settings.Url.Length > 0 ? this : null;

    private const int LargestAnswer = 64 * 1024;

    private const int NonceBytes = 16;

    /// <summary>Adds the timestamp to a signature.</summary>
    /// <param name="signature">The signature.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Null when it was added; otherwise why not, and the signature is as it was.</returns>
    internal async Task<Refusal?> StampAsync(SignerInfo signature, CancellationToken ct)
    {
        var request = Rfc3161TimestampRequest.CreateFromSignerInfo(
            signature, HashAlgorithmName.SHA256, requestSignerCertificates: true, nonce: RandomNumberGenerator.GetBytes(NonceBytes));
        var (answer, failure) = await AskAsync(request.Encode(), ct);
        if (answer is null)
        {
            return PadesRefusals.NoTimestamp(failure);
        }

        try
        {
            var token = request.ProcessResponse(answer, out _);
            if (!token.VerifySignatureForSignerInfo(signature, out _))
            {
                return PadesRefusals.NoTimestamp("the token's own signature is not sound");
            }

            signature.AddUnsignedAttribute(new AsnEncodedData(new Oid(CadesSignature.Timestamp), token.AsSignedCms().Encode()));
            return null;
        }
        catch (CryptographicException refused)
        {
            return PadesRefusals.NoTimestamp(refused.Message);
        }
    }

    private async Task<(byte[]? Answer, string Failure)> AskAsync(byte[] query, CancellationToken ct)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(ct);
        late.CancelAfter(TimeSpan.FromSeconds(settings.TimeoutSeconds));
        try
        {
            using var message = new HttpRequestMessage(HttpMethod.Post, settings.Url) { Content = new ByteArrayContent(query) };
            message.Content.Headers.ContentType = new MediaTypeHeaderValue("application/timestamp-query");
            if (settings.UserName.Length > 0)
            {
                var pair = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.UserName}:{settings.Password}"));
                message.Headers.Authorization = new AuthenticationHeaderValue("Basic", pair);
            }

            using var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, late.Token);
            if (!response.IsSuccessStatusCode)
            {
                return (null, $"HTTP {(int)response.StatusCode}");
            }

            await response.Content.LoadIntoBufferAsync(LargestAnswer, late.Token);
            return (await response.Content.ReadAsByteArrayAsync(late.Token), "");
        }
        catch (HttpRequestException unreachable)
        {
            return (null, unreachable.Message);
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return (null, $"no answer within {settings.TimeoutSeconds} s");
        }
    }
}
