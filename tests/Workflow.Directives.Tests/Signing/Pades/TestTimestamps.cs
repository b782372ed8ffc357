using System.Formats.Asn1;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>A timestamp authority (RFC 3161) on this machine, for one test.</summary>
internal sealed class TestTimestamps : IDisposable
{
    private const string TokenContent = "1.2.840.113549.1.9.16.1.4";

    private const string Stamping = "1.3.6.1.5.5.7.3.8";

    private readonly HttpListener listener = new();
    private readonly TestSigner signer;

    public TestTimestamps(TestAuthority authority, DateTime at)
    {
        At = at;
        signer = authority.Signer("Dấu thời gian", further: one =>
            one.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new Oid(Stamping)], true)));
        using (var probe = new TcpListener(IPAddress.Loopback, 0))
        {
            probe.Start();
            Url = $"http://127.0.0.1:{((IPEndPoint)probe.LocalEndpoint).Port}/";
        }

        listener.Prefixes.Add(Url);
        listener.Start();
        _ = ServeAsync();
    }

    public string Url { get; }

    /// <summary>The time on every token.</summary>
    public DateTime At { get; }

    /// <summary>Changes an answer before it goes out; null: an HTTP error.</summary>
    public Func<byte[], byte[]?> Spoil { get; set; } = answer => answer;

    /// <summary>Makes the token over other data than was asked about.</summary>
    public bool StampsSomethingElse { get; set; }

    /// <summary>What the last request said of who asks.</summary>
    public string? Authorization { get; private set; }

    public TimestampClient Client(HttpClient http, string userName = "") =>
        new(http, new TimestampSettings { Url = Url, UserName = userName, Password = "mật khẩu" });

    public void Dispose()
    {
        // Not waited for: a listener closed at the moment it begins to wait never tells that wait.
        listener.Close();
        signer.Certificate.Dispose();
    }

    private async Task ServeAsync()
    {
        while (listener.IsListening)
        {
            HttpListenerContext context;
            try
            {
                context = await listener.GetContextAsync();
            }
            catch (Exception closed) when (closed is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            using var body = new MemoryStream();
            await context.Request.InputStream.CopyToAsync(body);
            Authorization = context.Request.Headers["Authorization"];
            var answer = Spoil(Answer(body.ToArray()));
            context.Response.StatusCode = answer is null ? 503 : 200;
            context.Response.ContentType = "application/timestamp-reply";
            context.Response.Close(answer ?? [], willBlock: true);
        }
    }

    private byte[] Answer(byte[] query)
    {
        Assert.True(Rfc3161TimestampRequest.TryDecode(query, out var request, out _));
        var cms = new SignedCms(new ContentInfo(new Oid(TokenContent), Content(request)));
        var by = new CmsSigner(SubjectIdentifierType.IssuerAndSerialNumber, signer.Certificate, signer.Key)
        {
            DigestAlgorithm = new Oid(CadesSignature.Sha256),
            IncludeOption = X509IncludeOption.EndCertOnly,
        };
        by.SignedAttributes.Add(new AsnEncodedData(new Oid(CadesSignature.SigningCertificate), CadesSignature.CertificateId(signer.Certificate)));
        cms.ComputeSignature(by);
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteInteger(0);
            }

            writer.WriteEncodedValue(cms.Encode());
        }

        return writer.Encode();
    }

    private byte[] Content(Rfc3161TimestampRequest request)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(1);
            writer.WriteObjectIdentifier("1.2.3.4");
            using (writer.PushSequence())
            {
                using (writer.PushSequence())
                {
                    writer.WriteObjectIdentifier(request.HashAlgorithmId.Value!);
                }

                writer.WriteOctetString(StampsSomethingElse ? SHA256.HashData([1]) : request.GetMessageHash().Span);
            }

            writer.WriteInteger(7);
            writer.WriteGeneralizedTime(new DateTimeOffset(At));
            if (request.GetNonce() is { } nonce)
            {
                writer.WriteInteger(nonce.Span);
            }
        }

        return writer.Encode();
    }
}
