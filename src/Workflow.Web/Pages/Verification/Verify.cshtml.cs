using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Workflow.Directives.Data;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Signing.Certificates;
using Workflow.Directives.Verification;
using Workflow.Web.Pages.Reading;
using Workflow.Web.Pages.Shared;

namespace Workflow.Web.Pages.Verification;

/// <summary>What a stranger is told of a paper.</summary>
/// <param name="Tone">ok, warn or bad.</param>
/// <param name="Icon">Name in icons.svg.</param>
/// <param name="Verdict">Key of the one sentence that matters.</param>
internal sealed record Told(string Tone, string Icon, string Verdict);

/// <summary>
/// Anybody checks a paper here: by the QR code on it, or with the file itself. Files are looked at in memory and kept nowhere; nothing of
/// a document's text is shown.
/// </summary>
[AllowAnonymous]
[LargestRequest]
[RequestSizeLimit(LargestRequestAttribute.Bytes)]
[RequestFormLimits(MemoryBufferThreshold = LargestRequestAttribute.Bytes, MultipartBodyLengthLimit = LargestRequestAttribute.Bytes, ValueCountLimit = 8)]
internal sealed class VerifyModel(FindStanding register, WorkflowDb db, VirusScan viruses) : VisitedPage
{
    private const int LongestCode = 64;

    /// <summary>The secret part of the address in the QR code; null on the bare page.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    public IFormFile? Upload { get; set; }

    /// <summary>What the register says; null before anything is asked.</summary>
    public DocumentStanding? Document { get; private set; }

    /// <summary>What the file itself says; null when it was asked by code.</summary>
    public VerifiedFile? Verified { get; private set; }

    public Told? Verdict { get; private set; }

    public async Task<IActionResult> OnGetAsync()
    {
        Careful();
        if (Code is null)
        {
            return Page();
        }

        Document = Code.Length <= LongestCode ? await register.ByCodeAsync(Code, Aborted) : new DocumentStanding(Standing.Unknown);
        Verdict = OfRegister(Document.Standing);
        Response.StatusCode = Document.Standing == Standing.Unknown ? StatusCodes.Status404NotFound : StatusCodes.Status200OK;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync()
    {
        Careful();
        Code = null;
        if (Upload is not { Length: > 0 and <= SourceFileReader.LargestFile })
        {
            ModelState.AddModelError("Upload", Visit.Say("Verify.NoFile"));
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        using var bytes = new MemoryStream((int)Upload.Length);
        await Upload.CopyToAsync(bytes, Aborted);
        var pdf = bytes.ToArray();
        if (await viruses.FindAsync(pdf, Aborted) is { } bad)
        {
            return await AgainAsync(bad);
        }

        Document = await register.ByHashAsync(FileStore.HashOf(pdf), Aborted);
        Verified = FileVerification.Verify(pdf, await OfficeTrust.ReadAsync(db, Aborted), Now, Document.HeldSince);
        Verdict = OfFile(Verified.Verdict, Document.Standing);
        return Page();
    }

    protected override Task<bool> ShowAsync() => Task.FromResult(true);

    private static Told OfRegister(Standing standing) => standing switch
    {
        Standing.Stands => new("ok", "shield", "Verify.Known"),
        Standing.Recalled or Standing.Replaced => new("bad", "recall", $"Verify.{standing}"),
        Standing.Voided => new("bad", "refused", "Verify.Voided"),
        Standing.NotIssued => new("warn", "clock", "Verify.NotIssued"),
        _ => new("bad", "alert", "Verify.UnknownCode"),
    };

    // What is wrong with the file itself comes first: a register knows nothing of an altered copy.
    private static Told OfFile(FileVerdict verdict, Standing standing) => (verdict, standing) switch
    {
        (FileVerdict.Altered, _) => new("bad", "alert", "Verify.Altered"),
        (FileVerdict.Invalid, _) => new("bad", "alert", "Verify.Invalid"),
        (FileVerdict.Unreadable, _) => new("bad", "alert", "Verify.Unreadable"),
        (FileVerdict.NotSigned, _) => new("warn", "info", "Verify.NotSigned"),
        (_, Standing.Unknown) => new("warn", "alert", "Verify.Unknown"),
        (FileVerdict.Indeterminate, _) => new("warn", "info", "Verify.Indeterminate"),
        (_, Standing.Stands) => new("ok", "shield", "Verify.Valid"),
        _ => OfRegister(standing),
    };

    private void Careful() => Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
}
