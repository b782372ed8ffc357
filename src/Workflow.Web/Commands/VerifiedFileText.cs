using System.Globalization;
using System.Text;
using Workflow.Directives.Deadlines;
using Workflow.Directives.Verification;

namespace Workflow.Web.Commands;

/// <summary>What is known of a signed file, as lines for a terminal.</summary>
internal static class VerifiedFileText
{
    /// <summary>The lines.</summary>
    /// <param name="path">The file, as it was named.</param>
    /// <param name="verified">What was found.</param>
    /// <param name="standing">What the register says of it, or null.</param>
    public static string Of(string path, VerifiedFile verified, DocumentStanding? standing)
    {
        var text = new StringBuilder();
        text.AppendLine(CultureInfo.InvariantCulture, $"{Word(verified.Verdict)}: {path}");
        text.AppendLine(CultureInfo.InvariantCulture, $"  SHA-256 {verified.Sha256}, {verified.Revisions} revision(s)");
        if (standing is not null)
        {
            var number = standing.Number is null ? "" : $" {standing.Number}{(standing.Replacement is { } other ? $" → {other}" : "")}";
            text.AppendLine(CultureInfo.InvariantCulture, $"  {Word(standing.Standing)}{number}");
        }

        for (var i = 0; i < verified.Signatures.Count; i++)
        {
            Signature(text, i + 1, verified.Signatures[i]);
        }

        // What was changed is told of each signature it concerns.
        foreach (var finding in verified.Findings.Except(verified.Signatures.SelectMany(one => one.Findings)))
        {
            Finding(text, "  ", finding);
        }

        return text.ToString();
    }

    private static void Signature(StringBuilder text, int number, VerifiedSignature one)
    {
        var at = one.At is { } utc
            ? TimeZoneInfo.ConvertTimeFromUtc(utc, WorkingCalendar.VietnamTime).ToString("dd/MM/yyyy HH:mm:ss '+07:00'", CultureInfo.InvariantCulture)
            : "?";
        var source = one.TimeSource == TimeSource.Timestamp ? "timestamp" : "claimed by the signer";
        text.AppendLine(CultureInfo.InvariantCulture, $"  {number}. {Word(one.Verdict)}: {one.Field}, revision {one.Revision}{(one.CoversWholeFile ? ", the whole file" : "")}");
        text.AppendLine(CultureInfo.InvariantCulture, $"     {one.Signer}{(one.Capacity is { } capacity ? $" ({capacity})" : "")}, {at} ({source})");
        text.AppendLine(CultureInfo.InvariantCulture, $"     {one.Algorithm}; certificate {one.Thumbprint} by {one.Issuer}");
        foreach (var finding in one.Findings)
        {
            Finding(text, "     ", finding);
        }
    }

    private static void Finding(StringBuilder text, string indent, FileFinding finding) =>
        text.AppendLine(CultureInfo.InvariantCulture, $"{indent}! [{finding.Code}] {finding.Vietnamese}\n{indent}  {finding.English}");

    private static string Word(Standing standing) => standing switch
    {
        Standing.Stands => "Sổ đăng ký: còn hiệu lực / register: stands",
        Standing.NotIssued => "Sổ đăng ký: chưa phát hành / register: not issued",
        Standing.Recalled => "Sổ đăng ký: ĐÃ THU HỒI / register: RECALLED",
        Standing.Replaced => "Sổ đăng ký: ĐÃ THU HỒI, THAY THẾ / register: RECALLED, REPLACED",
        Standing.Voided => "Sổ đăng ký: SỐ ĐÃ HỦY / register: NUMBER VOIDED",
        _ => "Sổ đăng ký: không phải bản gốc của cơ quan này / register: not an original of this office",
    };

    private static string Word(FileVerdict verdict) => verdict switch
    {
        FileVerdict.Valid => "HỢP LỆ / VALID",
        FileVerdict.Indeterminate => "CHƯA XÁC ĐỊNH / INDETERMINATE",
        FileVerdict.NotSigned => "KHÔNG CÓ CHỮ KÝ / NOT SIGNED",
        FileVerdict.Unreadable => "KHÔNG ĐỌC ĐƯỢC / UNREADABLE",
        FileVerdict.Invalid => "KHÔNG HỢP LỆ / INVALID",
        _ => "ĐÃ BỊ SỬA / ALTERED",
    };
}
