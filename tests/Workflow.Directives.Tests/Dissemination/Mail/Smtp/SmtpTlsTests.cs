using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Dissemination.Mail.Smtp;

namespace Workflow.Directives.Tests.Dissemination.Mail.Smtp;

public sealed class SmtpTlsTests : IDisposable
{
    private const string Password = "Bí-mật-87$x";
    private static readonly byte[] Content = MailComposer.Compose(Letters.To("xa@example.vn"));
    private static readonly MailEnvelope Envelope = new("vanthu@tinhuy.example.vn", "xa@example.vn", Guid.Empty, Letters.Written);

    private readonly X509Certificate2 certificate = SelfSigned();

    public void Dispose() => certificate.Dispose();

    [Theory]
    [InlineData("StartTls")]
    [InlineData("StartTlsWhenAvailable")]
    public async Task ConnectAsync_PinnedCertificate_SendsEncryptedAfterASecondHello(string security)
    {
        await using var sink = new SmtpSink { Certificate = certificate };
        await using var session = await ConnectAsync(Settings(sink.Port) with { Security = security });
        Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(Envelope, Content, CancellationToken.None));
        Assert.Equal(["EHLO tinhuy.example.vn", "STARTTLS", "EHLO tinhuy.example.vn"], sink.Commands.Take(3));
        Assert.Equal(Content, Assert.Single(sink.Messages).Content);
    }

    [Fact]
    public async Task ConnectAsync_UnknownCertificate_FailsClosed()
    {
        await using var sink = new SmtpSink { Certificate = certificate };
        foreach (var pin in new[] { "", new string('0', 64) })
        {
            var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(Settings(sink.Port) with { CertificateSha256 = pin, UserName = "vanthu", Password = Password }));
            Assert.Equal(MailPhase.StartTls, failure.Phase);
        }

        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal) || command.StartsWith("MAIL", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConnectAsync_StartTlsStripped_SendsNothingInClear()
    {
        await using var sink = new SmtpSink();
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(Settings(sink.Port)));
        Assert.Equal(MailPhase.StartTls, failure.Phase);
        Assert.Equal(["EHLO tinhuy.example.vn"], sink.Commands);
    }

    [Fact]
    public async Task ConnectAsync_StartTlsRefused_FailsWithTheCode()
    {
        await using var sink = new SmtpSink { Certificate = certificate, Answer = line => line == "STARTTLS" ? "454 4.7.0 not now" : null };
        foreach (var security in new[] { "StartTls", "StartTlsWhenAvailable" })
        {
            var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(Settings(sink.Port) with { Security = security }));
            Assert.Equal((MailPhase.StartTls, 454), (failure.Phase, failure.Code));
        }
    }

    [Fact]
    public async Task ConnectAsync_TlsNotOfferedAndNotRequired_SendsInClearButNoPassword()
    {
        await using var sink = new SmtpSink();
        var settings = Settings(sink.Port) with { Security = "StartTlsWhenAvailable" };
        await using (var session = await ConnectAsync(settings))
        {
            Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(Envelope, Content, CancellationToken.None));
        }

        sink.Answer = line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-sink\r\n250 AUTH PLAIN LOGIN" : null;
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(settings with { UserName = "vanthu", Password = Password }));
        Assert.Equal(MailPhase.Authenticate, failure.Phase);
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConnectAsync_ReplyInjectedBeforeTls_IsRefused()
    {
        await using var sink = new SmtpSink { Certificate = certificate, Answer = line => line == "STARTTLS" ? "220 go\r\n250-mx\r\n250 AUTH PLAIN" : null };
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(Settings(sink.Port) with { UserName = "vanthu", Password = Password }));
        Assert.Equal(MailPhase.StartTls, failure.Phase);
        Assert.DoesNotContain(sink.Commands, command => command.StartsWith("AUTH", StringComparison.Ordinal));
    }

    [Fact]
    public async Task ConnectAsync_TlsFromTheFirstByte_IsFineAndAgainstAPlainServerFails()
    {
        await using var plain = new SmtpSink();
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(Settings(plain.Port) with { Security = "Tls" }));
        Assert.Equal(MailPhase.Connect, failure.Phase);
        Assert.DoesNotContain(plain.Commands, command => command.Contains("EHLO", StringComparison.Ordinal));

        await using var sink = new SmtpSink { Certificate = certificate, TlsFromStart = true };
        await using var session = await ConnectAsync(Settings(sink.Port) with { Security = "Tls", UserName = "vanthu", Password = Password });
        Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(Envelope, Content, CancellationToken.None));
    }

    [Fact]
    public async Task ConnectAsync_AuthPlain_GivesUserAndPassword()
    {
        await using var sink = new SmtpSink { Certificate = certificate };
        await using var session = await ConnectAsync(Settings(sink.Port) with { UserName = "vanthu", Password = Password });
        Assert.Contains("AUTH PLAIN " + Base64("\0vanthu\0" + Password), sink.Commands);
    }

    [Fact]
    public async Task ConnectAsync_AuthLoginOnly_GivesThemOneByOne()
    {
        await using var sink = new SmtpSink { Certificate = certificate };
        sink.Answer = line => line switch
        {
            "AUTH LOGIN" => "334 VXNlcm5hbWU6",
            _ when line == Base64("vanthu") => "334 UGFzc3dvcmQ6",
            _ when line == Base64(Password) => "235 ok",
            _ when line.StartsWith("EHLO", StringComparison.Ordinal) => "250-sink\r\n250-STARTTLS\r\n250 AUTH CRAM-MD5 LOGIN",
            _ => null,
        };
        await using var session = await ConnectAsync(Settings(sink.Port) with { UserName = "vanthu", Password = Password });
        Assert.IsType<MailOutcome.Accepted>(await session.SendAsync(Envelope, Content, CancellationToken.None));
    }

    [Fact]
    public async Task ConnectAsync_NoKnownMechanism_Fails()
    {
        await using var sink = new SmtpSink { Certificate = certificate, Answer = line => line.StartsWith("EHLO", StringComparison.Ordinal) ? "250-sink\r\n250-STARTTLS\r\n250 AUTH GSSAPI" : null };
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(Settings(sink.Port) with { UserName = "vanthu", Password = Password }));
        Assert.Equal((MailPhase.Authenticate, null), (failure.Phase, failure.Code));
    }

    [Fact]
    public async Task ConnectAsync_PasswordRefusedAndRepeatedByTheServer_ShowsNoSecret()
    {
        await using var sink = new SmtpSink { Certificate = certificate };
        sink.Answer = line => line.StartsWith("AUTH", StringComparison.Ordinal) ? $"535 5.7.8 cannot accept {line} ({Password})" : null;
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => ConnectAsync(Settings(sink.Port) with { UserName = "vanthu", Password = Password }));
        Assert.Equal((MailPhase.Authenticate, 535), (failure.Phase, failure.Code));
        Assert.Contains("535 5.7.8", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Password, failure.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Base64("\0vanthu\0" + Password), failure.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task ConnectAsync_ServerSilentInTheHandshake_GivesUpInTime()
    {
        // Takes the connection and says nothing, also to TLS.
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var time = new FakeTime(Letters.Written);
        var connecting = ConnectAsync(Settings(((IPEndPoint)listener.LocalEndpoint).Port) with { Security = "Tls" }, time);
        using var client = await listener.AcceptTcpClientAsync();
        await client.GetStream().ReadExactlyAsync(new byte[1]);
        await SmtpSessionTests.UntilAsync(() => time.TimersWithin(TimeSpan.FromSeconds(30)) == 1);
        time.Advance(TimeSpan.FromSeconds(31));
        var failure = await Assert.ThrowsAsync<MailConnectException>(() => connecting);
        Assert.Contains("30 seconds", failure.Message, StringComparison.Ordinal);
    }

    private static async Task<IMailSession> ConnectAsync(SmtpSettings settings, TimeProvider? time = null) =>
        await new SmtpMailTransport(settings, time ?? TimeProvider.System).ConnectAsync(CancellationToken.None);

    private SmtpSettings Settings(int port) =>
        SmtpSessionTests.Settings(port) with { Security = "StartTls", CertificateSha256 = certificate.GetCertHashString(HashAlgorithmName.SHA256) };

    private static string Base64(string text) => Convert.ToBase64String(Encoding.UTF8.GetBytes(text));

    private static X509Certificate2 SelfSigned()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pkcs12), null);
    }
}
