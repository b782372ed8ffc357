using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>A key made for a test, with its certificate.</summary>
internal sealed class TestSigner(X509Certificate2 certificate, AsymmetricAlgorithm key, params IReadOnlyList<X509Certificate2> chain) : ISigner
{
    public X509Certificate2 Certificate => certificate;

    public IReadOnlyList<X509Certificate2> Chain => chain;

    public AsymmetricAlgorithm Key => key;

    public void Dispose()
    {
        // Tests sign several times with one key.
    }
}
