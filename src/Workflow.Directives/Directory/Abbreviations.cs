using System.Collections.Frozen;

namespace Workflow.Directives.Directory;

/// <summary>
/// Abbreviations of recipient lists. Keys are compared letter by letter, capitals included, because "TU" is Tỉnh ủy while "tu" is a syllable.
/// </summary>
internal static class Abbreviations
{
    private static readonly FrozenDictionary<string, string> Long = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["đ/c"] = "đồng chí", ["Đ/c"] = "đồng chí", ["đc"] = "đồng chí", ["Đ/C"] = "đồng chí",
        ["TW"] = "trung ương", ["TƯ"] = "trung ương", ["T.Ư"] = "trung ương", ["Tw"] = "trung ương",
        ["TU"] = "tỉnh ủy", ["TTTU"] = "trực thuộc tỉnh ủy", ["ĐUTT"] = "đảng ủy trực thuộc", ["ĐUTTTU"] = "đảng ủy trực thuộc tỉnh ủy",
        ["ĐU"] = "đảng ủy", ["HU"] = "huyện ủy", ["ThU"] = "thị ủy", ["BCS"] = "ban cán sự", ["BCSĐ"] = "ban cán sự đảng",
        ["BCH"] = "ban chấp hành", ["BTV"] = "ban thường vụ", ["UVBTV"] = "ủy viên ban thường vụ", ["TUV"] = "tỉnh ủy viên",
        ["BCĐ"] = "ban chỉ đạo", ["BCD"] = "ban chỉ đạo", ["PCD"] = "phòng chống dịch",
        ["VP"] = "văn phòng", ["VPTU"] = "văn phòng tỉnh ủy", ["VPTW"] = "văn phòng trung ương đảng", ["CVP"] = "chánh văn phòng",
        ["PCVP"] = "phó chánh văn phòng", ["UBKT"] = "ủy ban kiểm tra", ["UBKTTU"] = "ủy ban kiểm tra tỉnh ủy", ["BTCTU"] = "ban tổ chức tỉnh ủy",
        ["BNCTU"] = "ban nội chính tỉnh ủy", ["BTGDVTU"] = "ban tuyên giáo dân vận tỉnh ủy", ["BTGDV"] = "ban tuyên giáo dân vận",
        ["UBND"] = "ủy ban nhân dân", ["HĐND"] = "hội đồng nhân dân", ["ĐBQH"] = "đại biểu quốc hội", ["TAND"] = "tòa án nhân dân",
        ["VKSND"] = "viện kiểm sát nhân dân", ["THADS"] = "thi hành án dân sự", ["BHXH"] = "bảo hiểm xã hội", ["NHNN"] = "ngân hàng nhà nước",
        ["MTTQ"] = "mặt trận tổ quốc", ["UBMTTQ"] = "ủy ban mặt trận tổ quốc", ["UBMTTQVN"] = "ủy ban mặt trận tổ quốc việt nam",
        ["MTTQVN"] = "mặt trận tổ quốc việt nam", ["ĐT"] = "đoàn thể", ["CT-XH"] = "chính trị xã hội", ["CTXH"] = "chính trị xã hội",
        ["VN"] = "việt nam", ["LĐLĐ"] = "liên đoàn lao động", ["TNCS"] = "thanh niên cộng sản", ["HCM"] = "hồ chí minh",
        ["LHPN"] = "liên hiệp phụ nữ", ["CCB"] = "cựu chiến binh", ["HTX"] = "hợp tác xã", ["KHKT"] = "khoa học kỹ thuật",
        ["VHNT"] = "văn học nghệ thuật", ["CHQS"] = "chỉ huy quân sự", ["BĐBP"] = "bộ đội biên phòng", ["CA"] = "công an",
        ["KCN"] = "khu công nghiệp", ["KKT"] = "khu kinh tế", ["PT-TH"] = "phát thanh truyền hình", ["PTTH"] = "phát thanh truyền hình",
        ["PT&TH"] = "phát thanh truyền hình", ["GD&ĐT"] = "giáo dục đào tạo", ["GDĐT"] = "giáo dục đào tạo", ["KH&CN"] = "khoa học công nghệ",
        ["KHCN"] = "khoa học công nghệ", ["NN&MT"] = "nông nghiệp môi trường", ["NNMT"] = "nông nghiệp môi trường",
        ["VHTTDL"] = "văn hóa thể thao du lịch", ["VH,TT&DL"] = "văn hóa thể thao du lịch", ["VHTT&DL"] = "văn hóa thể thao du lịch",
        ["NN&PTNT"] = "nông nghiệp phát triển nông thôn", ["TN&MT"] = "tài nguyên môi trường", ["LĐTBXH"] = "lao động thương binh xã hội",
        ["TT&TT"] = "thông tin truyền thông", ["KH&ĐT"] = "kế hoạch đầu tư", ["GTVT"] = "giao thông vận tải", ["TP"] = "thành phố",
        ["TX"] = "thị xã",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The words an abbreviation stands for, or null.</summary>
    public static string? Expand(string token) => Long.GetValueOrDefault(token);
}
