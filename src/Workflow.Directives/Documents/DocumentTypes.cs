using System.Collections.Immutable;

namespace Workflow.Directives.Documents;

/// <summary>
/// The types of Quy định 399-QĐ/TW (25, công văn among them), the administrative papers beside them, and the state types that
/// arriving papers carry.
/// </summary>
public static class DocumentTypes
{
    /// <summary>
    /// The 25 types in the order of the rule. Where the rule's guideline names no symbol the code is this program's own and
    /// <see cref="SymbolOf"/> gives null.
    /// </summary>
    public static ImmutableArray<DocumentType> All { get; } =
    [
        new("CLCT", "Cương lĩnh chính trị"), new("DL", "Điều lệ Đảng"), new("CL", "Chiến lược"), new("NQ", "Nghị quyết"),
        new("QĐ", "Quyết định"), new("CT", "Chỉ thị"), new("KL", "Kết luận"), new("QC", "Quy chế"), new("QĐi", "Quy định"),
        new("TT", "Thông tri"), new("HD", "Hướng dẫn"), new("TB", "Thông báo"), new("TC", "Thông cáo"), new("TBO", "Tuyên bố"),
        new("LKG", "Lời kêu gọi"), new("BC", "Báo cáo"), new("KH", "Kế hoạch"), new("QH", "Quy hoạch"), new("CTr", "Chương trình"),
        new("ĐA", "Đề án"), new("PA", "Phương án"), new("DA", "Dự án"), new("TTr", "Tờ trình"), new("CV", "Công văn"),
        new("BB", "Biên bản"),
    ];

    /// <summary>The administrative papers the same rule lists after the types. Their symbols are customary, not laid down.</summary>
    public static ImmutableArray<DocumentType> Papers { get; } =
    [
        new("GM", "Giấy mời"), new("GGT", "Giấy giới thiệu"), new("GCN", "Giấy chứng nhận"), new("GĐĐ", "Giấy đi đường"),
        new("GNP", "Giấy nghỉ phép"), new("PC", "Phiếu chuyển"), new("PG", "Phiếu gửi"), new("ThC", "Thư công"),
    ];

    /// <summary>State types (Nghị định 30/2020/NĐ-CP and the law on legal documents) that a Party office receives but does not issue.</summary>
    public static ImmutableArray<DocumentType> State { get; } = [new("CĐ", "Công điện"), new("NĐ", "Nghị định")];

    private static readonly string[] Unsettled =
        ["CLCT", "DL", "CL", "TC", "TBO", "LKG", "QH", "DA", "GCN", "GĐĐ", "GNP", "PC", "PG", "ThC"];

    private static readonly Dictionary<string, DocumentType> Codes = Everything().ToDictionary(t => t.Code, StringComparer.Ordinal);

    private static readonly Dictionary<string, DocumentType> Names =
        Everything().ToDictionary(t => VietnameseText.FoldTones(t.Name), StringComparer.Ordinal);

    /// <summary>The type with this code or printed symbol; null when there is none. <c>QĐ</c> is Quyết định, which shares its symbol with Quy định.</summary>
    /// <param name="code">Code or symbol, case as printed: <c>TT</c> and <c>TTr</c> differ.</param>
    public static DocumentType? ByCode(string? code) =>
        code is null ? null : Codes.GetValueOrDefault(code is "QyĐ" ? "QĐi" : VietnameseText.Nfc(code));

    /// <summary>The type with this name; case and the place of the tone mark do not count. Null when there is none.</summary>
    /// <param name="name">The Vietnamese name, e.g. <c>CHỈ THỊ</c>.</param>
    public static DocumentType? ByName(string? name) =>
        name is null ? null : Names.GetValueOrDefault(VietnameseText.FoldTones(VietnameseText.Collapse(VietnameseText.Nfc(name))));

    /// <summary>
    /// The symbol printed in a number of this type, or null where the rules found name none and an administrator sets it.
    /// Quyết định and Quy định both print <c>QĐ</c> (Hướng dẫn 05-HD/VPTW).
    /// </summary>
    /// <param name="type">The type.</param>
    public static string? SymbolOf(DocumentType type) =>
        type.Code == "QĐi" ? "QĐ" : Unsettled.Contains(type.Code) ? null : type.Code;

    internal static IEnumerable<DocumentType> Everything() => [.. All, .. Papers, .. State];
}
