using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Signing.Pades;

namespace Workflow.Directives.Tests.Signing.Pades;

/// <summary>The four steps of a file, each on top of the one before.</summary>
internal static class Signed
{
    public static async Task<byte[]> SignAsync(
        byte[] pdf, ISigner signer, string field = DirectiveFields.Signer, SignatureReach reach = SignatureReach.FillAndSign, DateTime? at = null,
        TimestampClient? timestamps = null)
    {
        var (width, height) = field == DirectiveFields.Seal ? (100, 100) : (240, 90);
        var details = new SigningDetails("Đinh Văn Thử", "T/M BAN THƯỜNG VỤ, BÍ THƯ", "Nam Bình", at ?? TestAuthority.Now, reach);
        var signed = await PadesSigning.SignAsync(pdf, field, PaperFile.Drawn("Da ky", width, height), signer, details, timestamps, default);
        Assert.True(signed.Done, signed.Refusal?.English);
        return signed.Value;
    }

    public static byte[] Number(byte[] pdf, string number = "Số 08-CT/TU", string date = "Nam Bình, ngày 10 tháng 3 năm 2026") => FieldFilling.Fill(
        pdf,
        [
            (DirectiveFields.Number, number, PaperFile.Drawn("So 08-CT/TU", 200, 18)),
            (DirectiveFields.PlaceDate, date, PaperFile.Drawn("Nam Binh, ngay 10", 240, 18)),
        ]);

    public static Task<byte[]> SealAsync(byte[] pdf, ISigner seal, DateTime? at = null) =>
        SignAsync(pdf, seal, DirectiveFields.Seal, SignatureReach.Nothing, at ?? TestAuthority.Now.AddHours(1));

    /// <summary>Signed, numbered and sealed.</summary>
    public static async Task<byte[]> WholeAsync(ISigner signer, ISigner seal) =>
        await SealAsync(Number(await SignAsync(PaperFile.Blank(), signer)), seal);
}
