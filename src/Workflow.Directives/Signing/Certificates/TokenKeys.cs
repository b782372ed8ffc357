using System.Formats.Asn1;
using System.Security.Cryptography;
using Net.Pkcs11Interop.Common;
using Net.Pkcs11Interop.HighLevelAPI;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>An RSA key in a token: its public half is here, and the token signs.</summary>
internal sealed class TokenRsa : RSA
{
    private readonly RSA open;
    private readonly ISession session;
    private readonly IObjectHandle key;

    public TokenRsa(RSA open, ISession session, IObjectHandle key)
    {
        (this.open, this.session, this.key) = (open, session, key);
        KeySizeValue = open.KeySize;
    }

    public override byte[] SignHash(byte[] hash, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding)
    {
        if (hashAlgorithm != HashAlgorithmName.SHA256 || padding != RSASignaturePadding.Pkcs1)
        {
            throw new CryptographicException("A token signs here with SHA-256 and PKCS #1 only.");
        }

        using var mechanism = session.Factories.MechanismFactory.Create(CKM.CKM_RSA_PKCS);
        return session.Sign(mechanism, key, DigestInfo(hash));
    }

    public override bool VerifyHash(byte[] hash, byte[] signature, HashAlgorithmName hashAlgorithm, RSASignaturePadding padding) =>
        open.VerifyHash(hash, signature, hashAlgorithm, padding);

    public override RSAParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The key does not leave its token.")
        : open.ExportParameters(false);

    public override void ImportParameters(RSAParameters parameters) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        open.Dispose();
        base.Dispose(disposing);
    }

    // CKM_RSA_PKCS pads, but leaves naming the hash to the caller (RFC 8017, 9.2).
    private static byte[] DigestInfo(byte[] hash)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier(Pades.CadesSignature.Sha256);
                writer.WriteNull();
            }

            writer.WriteOctetString(hash);
        }

        return writer.Encode();
    }
}

/// <summary>An ECDSA key in a token: its public half is here, and the token signs.</summary>
internal sealed class TokenEcdsa : ECDsa
{
    private readonly ECDsa open;
    private readonly ISession session;
    private readonly IObjectHandle key;

    public TokenEcdsa(ECDsa open, ISession session, IObjectHandle key)
    {
        (this.open, this.session, this.key) = (open, session, key);
        KeySizeValue = open.KeySize;
    }

    public override byte[] SignHash(byte[] hash)
    {
        using var mechanism = session.Factories.MechanismFactory.Create(CKM.CKM_ECDSA);
        return session.Sign(mechanism, key, hash);
    }

    public override bool VerifyHash(byte[] hash, byte[] signature) => open.VerifyHash(hash, signature);

    public override ECParameters ExportParameters(bool includePrivateParameters) => includePrivateParameters
        ? throw new CryptographicException("The key does not leave its token.")
        : open.ExportParameters(false);

    protected override void Dispose(bool disposing)
    {
        open.Dispose();
        base.Dispose(disposing);
    }
}
