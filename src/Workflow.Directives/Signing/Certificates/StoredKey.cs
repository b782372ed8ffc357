using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>
/// A private key as the database holds it: PKCS#8, encrypted under a PIN with PBES2 (RFC 8018), AES-256 and PBKDF2 with SHA-256. Whoever has the
/// file but not the PIN has to try every PIN at the price of one derivation each.
/// </summary>
public static class StoredKey
{
    /// <summary>Rounds of PBKDF2: about 0.1 s for one try.</summary>
    public const int Rounds = 220_000;

    /// <summary>Fewest characters of a PIN: the file may be stolen, and tried without this program.</summary>
    public const int ShortestPin = 8;

    /// <summary>Encrypts a key.</summary>
    /// <param name="key">An exportable RSA or ECDSA key.</param>
    /// <param name="pin">The PIN.</param>
    /// <param name="rounds">Rounds of PBKDF2; less than <see cref="Rounds"/> only where the PIN is public anyway.</param>
    /// <exception cref="CryptographicException">The key does not leave where it is.</exception>
    public static byte[] Encrypt(AsymmetricAlgorithm key, string pin, int rounds = Rounds)
    {
        ArgumentNullException.ThrowIfNull(key);
        return key.ExportEncryptedPkcs8PrivateKey(Plain(pin), new PbeParameters(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, rounds));
    }

    /// <summary>Opens a key; null when the PIN is wrong.</summary>
    /// <param name="encrypted">The encrypted key.</param>
    /// <param name="pin">The PIN.</param>
    /// <param name="certificate">The certificate it belongs to.</param>
    public static AsymmetricAlgorithm? Open(byte[] encrypted, string pin, X509Certificate2 certificate)
    {
        AsymmetricAlgorithm key = certificate.GetRSAPublicKey() is not null ? RSA.Create() : ECDsa.Create();
        try
        {
            key.ImportEncryptedPkcs8PrivateKey(Plain(pin), encrypted, out _);

            // One wrong PIN in 256 leaves sound padding; the key behind it is still not the certificate's.
            if (key.ExportSubjectPublicKeyInfo().AsSpan().SequenceEqual(certificate.PublicKey.ExportSubjectPublicKeyInfo()))
            {
                return key;
            }
        }
        catch (CryptographicException)
        {
            key.Dispose();
            return null;
        }

        key.Dispose();
        return null;
    }

    // Keyboards write the same Vietnamese letter in two ways.
    private static string Plain(string pin) => pin.Normalize(NormalizationForm.FormC);
}
