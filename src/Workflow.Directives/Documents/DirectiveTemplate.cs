namespace Workflow.Directives.Documents;

/// <summary>A text to begin a draft with: today's form, and places to fill in square brackets.</summary>
/// <param name="Key">Stable key, e.g. <c>chi-thi</c>.</param>
/// <param name="TypeCode">Code of the <see cref="DocumentType"/>.</param>
/// <param name="NameVi">Name a clerk reads.</param>
/// <param name="NameEn">The same in English.</param>
/// <param name="Authority">How it is signed: <c>T/M</c> by a secretary or <c>T/L</c> by the chief of the office.</param>
/// <param name="Text">The text with <c>{place}</c>, <c>{issuer}</c>, <c>{signerPosition}</c> and <c>{signerName}</c> still open.</param>
public sealed record DirectiveTemplate(string Key, string TypeCode, string NameVi, string NameEn, string Authority, string Text)
{
    /// <summary>The text with the issuer's and the signer's particulars filled in; the square brackets stay for the drafter.</summary>
    /// <param name="place">Place of issue, e.g. <c>Long Xuyên</c>.</param>
    /// <param name="issuer">Issuing organ; printed in capitals.</param>
    /// <param name="signerPosition">Position, e.g. <c>Phó Bí thư</c>; printed in capitals.</param>
    /// <param name="signerName">The signer's name.</param>
    public string Fill(string place, string issuer, string signerPosition, string signerName)
    {
        ArgumentNullException.ThrowIfNull(place);
        ArgumentNullException.ThrowIfNull(issuer);
        ArgumentNullException.ThrowIfNull(signerPosition);
        ArgumentNullException.ThrowIfNull(signerName);
        return Text
            .Replace("{place}", place, StringComparison.Ordinal)
            .Replace("{issuer}", issuer.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{signerPosition}", signerPosition.ToUpperInvariant(), StringComparison.Ordinal)
            .Replace("{signerName}", signerName, StringComparison.Ordinal);
    }
}

/// <summary>The templates that come with the program.</summary>
public static class DirectiveTemplates
{
    private const string Folder = "Workflow.Directives.Documents.Templates.";

    /// <summary>All templates, the most used first.</summary>
    public static IReadOnlyList<DirectiveTemplate> All { get; } =
    [
        Template("chi-thi", "CT", "Chỉ thị", "Directive", "T/M"),
        Template("cong-van", "CV", "Công văn", "Official letter", "T/M"),
        Template("cong-van-hoa-toc", "CV", "Công văn hỏa tốc", "Most urgent official letter", "T/L"),
        Template("thong-bao-ket-luan", "TB", "Thông báo kết luận", "Notice of conclusions", "T/L"),
        Template("thong-bao-y-kien", "TB", "Thông báo ý kiến chỉ đạo", "Notice of instructions", "T/L"),
        Template("nghi-quyet", "NQ", "Nghị quyết", "Resolution", "T/M"),
        Template("quyet-dinh", "QĐ", "Quyết định", "Decision", "T/M"),
        Template("quy-dinh", "QĐi", "Quy định", "Regulation", "T/M"),
        Template("quy-che", "QC", "Quy chế", "Rules of procedure", "T/M"),
        Template("ket-luan", "KL", "Kết luận", "Conclusion", "T/M"),
        Template("ke-hoach", "KH", "Kế hoạch", "Plan", "T/M"),
        Template("chuong-trinh", "CTr", "Chương trình", "Programme", "T/M"),
        Template("huong-dan", "HD", "Hướng dẫn", "Guideline", "T/M"),
        Template("bao-cao", "BC", "Báo cáo", "Report", "T/M"),
        Template("to-trinh", "TTr", "Tờ trình", "Submission", "T/M"),
        Template("giay-moi", "GM", "Giấy mời", "Invitation", "T/L"),
    ];

    /// <summary>The template with this key, or null.</summary>
    /// <param name="key">The key.</param>
    public static DirectiveTemplate? ByKey(string? key) => All.FirstOrDefault(template => template.Key == key);

    /// <summary>The style sheet of <see cref="PagePreview"/>: A4 on paper and screen, one column in reading mode.</summary>
    public static string PageStyle { get; } = Resource("page.css");

    private static DirectiveTemplate Template(string key, string type, string vietnamese, string english, string authority) =>
        new(key, type, vietnamese, english, authority, Resource(key + ".txt"));

    private static string Resource(string name)
    {
        using var stream = typeof(DirectiveTemplates).Assembly.GetManifestResourceStream(Folder + name)
            ?? throw new InvalidOperationException($"The resource {name} is missing from the program.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
