namespace Workflow.Directives.Verification;

/// <summary>What is said of a file, from best to worst; of a whole file the worst of its parts.</summary>
public enum FileVerdict
{
    /// <summary>Signed, unchanged but for what the signatures allow, by certificates accepted here.</summary>
    Valid,

    /// <summary>Nothing is wrong, but something could not be established.</summary>
    Indeterminate,

    /// <summary>No signature is in it.</summary>
    NotSigned,

    /// <summary>It cannot be read as a PDF.</summary>
    Unreadable,

    /// <summary>The bytes are as signed, but the signature does not count: certificate revoked, forged or out of date, weak algorithm.</summary>
    Invalid,

    /// <summary>The file, or a signature in it, was changed after it was signed.</summary>
    Altered,
}

/// <summary>One thing that keeps a file from being valid.</summary>
/// <param name="Code">Stable, lower-case, dotted code for programs and tests.</param>
/// <param name="Verdict">What it makes of the file.</param>
/// <param name="Vietnamese">The sentence a clerk reads.</param>
/// <param name="English">The same in English.</param>
public sealed record FileFinding(string Code, FileVerdict Verdict, string Vietnamese, string English);

/// <summary>How the time of a signature is known.</summary>
public enum TimeSource
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>The signer's program said so.</summary>
    Claimed,

    /// <summary>A trusted timestamp authority said so (RFC 3161).</summary>
    Timestamp,
}

/// <summary>One signature of a file.</summary>
public sealed record VerifiedSignature
{
    /// <summary>Name of its field.</summary>
    public required string Field { get; init; }

    /// <summary>Who signed: the name in the certificate, never what the file says of itself. Empty when no certificate was found.</summary>
    public string Signer { get; init; } = "";

    /// <summary>Who issued the certificate.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>SHA-256 of the certificate, lower-case hexadecimal; empty when none was found.</summary>
    public string Thumbprint { get; init; } = "";

    /// <summary>In which capacity, as the signature says; null when it says none.</summary>
    public string? Capacity { get; init; }

    /// <summary>When, UTC; null when nothing says it.</summary>
    public DateTime? At { get; init; }

    /// <summary>How that time is known.</summary>
    public TimeSource TimeSource { get; init; }

    /// <summary>Hash and key, e.g. <c>SHA-256, ECDSA 256</c>.</summary>
    public string Algorithm { get; init; } = "";

    /// <summary>Which revision of the file it covers, from 1.</summary>
    public int Revision { get; init; }

    /// <summary>Whether it covers the file to its last byte.</summary>
    public bool CoversWholeFile { get; init; }

    /// <summary>What is wrong with it; empty when nothing is.</summary>
    public required IReadOnlyList<FileFinding> Findings { get; init; }

    /// <summary>The worst of its findings.</summary>
    public FileVerdict Verdict => Findings.Select(one => one.Verdict).DefaultIfEmpty(FileVerdict.Valid).Max();
}

/// <summary>What is known of a file.</summary>
/// <param name="Sha256">SHA-256 of the file, lower-case hexadecimal.</param>
/// <param name="Revisions">How many revisions it has; 0 when it cannot be read.</param>
/// <param name="Signatures">Its signatures, oldest first.</param>
/// <param name="Findings">What is wrong with the file as a whole; of a signature it is said there.</param>
public sealed record VerifiedFile(string Sha256, int Revisions, IReadOnlyList<VerifiedSignature> Signatures, IReadOnlyList<FileFinding> Findings)
{
    /// <summary>The worst of everything found.</summary>
    public FileVerdict Verdict =>
        Findings.Select(one => one.Verdict).Concat(Signatures.Select(one => one.Verdict)).DefaultIfEmpty(FileVerdict.Valid).Max();
}
