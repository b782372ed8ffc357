using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Data;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.People;

namespace Workflow.Directives.Signing.Certificates;

/// <summary>
/// An operator gives a certificate its picture: the signer's signature in blue, the organ's seal in red, on transparent ground
/// (NĐ 30/2020 annex I, HD 05). It is what people see; what counts is the signature under it.
/// </summary>
/// <param name="db">Context of the use case.</param>
/// <param name="time">The clock.</param>
public sealed class PictureCertificate(WorkflowDb db, TimeProvider time)
{
    private const int FewestDigits = 16;

    /// <summary>Sets the picture of a certificate; signatures already given keep theirs.</summary>
    /// <param name="thumbprint">SHA-256 of the certificate, or its first 16 digits or more.</param>
    /// <param name="picture">A PNG file, 8 bits a channel, at most 4 MB.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Result<SigningCertificate>> RunAsync(string thumbprint, byte[] picture, CancellationToken ct) => db.OnceAsync<SigningCertificate>(async () =>
    {
        ArgumentNullException.ThrowIfNull(thumbprint);
        if (PngPicture.Read(picture) is null)
        {
            return CertificateRefusals.NoPicture;
        }

        var meant = await db.Set<SigningCertificate>().Where(one => one.Thumbprint.StartsWith(thumbprint)).Take(2).ToListAsync(ct);
        if (thumbprint.Length < FewestDigits || meant is not [var row])
        {
            return CertificateRefusals.NotFound;
        }

        row.Picture = picture;
        db.Record(time.GetUtcNow().UtcDateTime, Actor.System, null, "certificate.pictured", null, null, $"{row.Subject}, {row.Thumbprint[..FewestDigits]}");
        await db.SaveChangesAsync(ct);
        return row;
    });
}

/// <summary>Finds pictures.</summary>
internal static class Pictures
{
    /// <summary>The picture of a certificate, or null without one.</summary>
    public static async Task<PngPicture?> PictureOfAsync(this WorkflowDb db, string thumbprint, CancellationToken ct) =>
        await db.Set<SigningCertificate>().Where(one => one.Thumbprint == thumbprint).Select(one => one.Picture).SingleAsync(ct) is { } png
            ? PngPicture.Read(png)
            : null;
}
