using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>
/// A signer whose key is in a token reached over PKCS#11 (USB token, HSM). While it is open nobody else uses the token: a PIN given once opens the
/// token for the whole process, so a second person would not be asked for one.
/// </summary>
public sealed class Pkcs11Signer : ISigner
{
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(30);

    private static readonly ConcurrentDictionary<(string Module, string Token), SemaphoreSlim> Turns = new();

    private readonly ISession session;
    private readonly SemaphoreSlim turn;

    private Pkcs11Signer(X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, ISession session, IObjectHandle key, SemaphoreSlim turn)
    {
        (Certificate, Chain, this.session, this.turn) = (certificate, chain, session, turn);
        Key = certificate.GetRSAPublicKey() is { } rsa ? new TokenRsa(rsa, session, key) : new TokenEcdsa(certificate.GetECDsaPublicKey()!, session, key);
    }

    /// <inheritdoc />
    public X509Certificate2 Certificate { get; }

    /// <inheritdoc />
    public IReadOnlyList<X509Certificate2> Chain { get; }

    /// <inheritdoc />
    public AsymmetricAlgorithm Key { get; }

    /// <summary>Opens the key of a row.</summary>
    /// <param name="row">A certificate whose key is on a token.</param>
    /// <param name="pin">The token's PIN.</param>
    public static Result<ISigner> Open(SigningCertificate row, string pin)
    {
        ArgumentNullException.ThrowIfNull(row);
        return Open(row.Module!, row.Token!, row.Open(), row.OpenChain(), pin);
    }

    /// <summary>Opens the key that belongs to a certificate.</summary>
    /// <param name="module">Path of the PKCS#11 module.</param>
    /// <param name="token">Label of the token.</param>
    /// <param name="certificate">The certificate.</param>
    /// <param name="chain">The authorities between it and a trusted one.</param>
    /// <param name="pin">The token's PIN.</param>
    public static Result<ISigner> Open(
        string module, string token, X509Certificate2 certificate, IReadOnlyList<X509Certificate2> chain, string pin)
    {
        ArgumentNullException.ThrowIfNull(certificate);
        var turn = Turns.GetOrAdd((module, token), _ => new SemaphoreSlim(1, 1));
        if (!turn.Wait(LongestWait))
        {
            return CertificateRefusals.TokenMissing("it is in use");
        }

        var opened = LogIn(module, token, pin, session =>
            KeyOf(session, certificate) is { } key
                ? Result.Of<ISigner>(new Pkcs11Signer(certificate, chain, session, key, turn))
                : CertificateRefusals.TokenMissing("it holds no key for this certificate"));
        if (!opened.Done)
        {
            turn.Release();
        }

        return opened;
    }

    /// <summary>The certificates on a token that can sign with a key beside them.</summary>
    /// <param name="module">Path of the PKCS#11 module.</param>
    /// <param name="token">Label of the token.</param>
    /// <param name="pin">The token's PIN.</param>
    public static Result<IReadOnlyList<X509Certificate2>> Certificates(string module, string token, string pin)
    {
        var turn = Turns.GetOrAdd((module, token), _ => new SemaphoreSlim(1, 1));
        if (!turn.Wait(LongestWait))
        {
            return CertificateRefusals.TokenMissing("it is in use");
        }

        try
        {
            return LogIn(module, token, pin, session =>
            {
                using (session)
                {
                    var found = session.FindAllObjects([session.Factories.ObjectAttributeFactory.Create(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE)])
                        .Select(one => X509CertificateLoader.LoadCertificate(Value(session, one, CKA.CKA_VALUE)))
                        .Where(one => KeyOf(session, one) is not null).ToList();
                    session.Logout();
                    return Result.Of<IReadOnlyList<X509Certificate2>>(found);
                }
            });
        }
        finally
        {
            turn.Release();
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        try
        {
            session.Logout();
            session.Dispose();
        }
        catch (Pkcs11Exception)
        {
            // The token was pulled out: the session ended with it, and there is nothing left to close.
        }
        finally
        {
            Key.Dispose();
            Certificate.Dispose();
            turn.Release();
        }
    }

    private static Result<T> LogIn<T>(string module, string token, string pin, Func<ISession, Result<T>> then)
    {
        ISession? session = null;
        try
        {
            if (Pkcs11Modules.Load(module).GetSlotList(SlotsType.WithTokenPresent).Find(slot => slot.GetTokenInfo().Label.TrimEnd() == token) is not { } slot)
            {
                return CertificateRefusals.TokenMissing("no such token is plugged in");
            }

            session = slot.OpenSession(SessionType.ReadOnly);
            session.Login(CKU.CKU_USER, pin);
            var result = then(session);
            if (!result.Done)
            {
                session.Dispose();
            }

            return result;
        }
        catch (Pkcs11Exception refused)
        {
            session?.Dispose();
            return refused.RV switch
            {
                CKR.CKR_PIN_INCORRECT or CKR.CKR_PIN_INVALID or CKR.CKR_PIN_LEN_RANGE => CertificateRefusals.PinWrong,
                CKR.CKR_PIN_LOCKED => CertificateRefusals.TokenLocked,
                var other => CertificateRefusals.TokenMissing($"{other}"),
            };
        }
        catch (Exception missing) when (missing is UnmanagedException or LibraryArchitectureException or DllNotFoundException)
        {
            return CertificateRefusals.TokenMissing("its module cannot be loaded");
        }
    }

    // Certificate and key carry the same identifier (PKCS #11, 4.6.3).
    private static IObjectHandle? KeyOf(ISession session, X509Certificate2 certificate)
    {
        var attributes = session.Factories.ObjectAttributeFactory;
        var own = session.FindAllObjects(
            [attributes.Create(CKA.CKA_CLASS, CKO.CKO_CERTIFICATE), attributes.Create(CKA.CKA_VALUE, certificate.RawData)]);
        return own.Count == 0
            ? null
            : session.FindAllObjects(
                [attributes.Create(CKA.CKA_CLASS, CKO.CKO_PRIVATE_KEY), attributes.Create(CKA.CKA_ID, Value(session, own[0], CKA.CKA_ID))]).FirstOrDefault();
    }

    private static byte[] Value(ISession session, IObjectHandle at, CKA attribute) =>
        session.GetAttributeValue(at, new List<CKA> { attribute })[0].GetValueAsByteArray();
}
