namespace Workflow.Web.Tests.Host;

/// <summary>Texts of directives of the sample province.</summary>
internal static class Texts
{
    /// <summary>Reaches four units: three addressed, one more on Nơi nhận.</summary>
    public static string Letter { get; } = LetterTo(["Đảng ủy xã An Lộc", "Ủy ban nhân dân xã An Lộc", "Sở Y tế"], "Công an tỉnh");

    public static string LetterTo(string[] addressees, string recipient, string subject = "kiểm tra công tác phòng, chống thiên tai", string lead = "") => $"""
        TỈNH ỦY NAM BÌNH
        *
        Số      -CV/TU
        {lead}V/v {subject}

        ĐẢNG CỘNG SẢN VIỆT NAM
        Nam Bình, ngày      tháng      năm

        Kính gửi:
        {string.Join(";\n", addressees.Select(one => $"- {one}"))}.

        Thực hiện chương trình công tác năm, Ban Thường vụ Tỉnh ủy yêu cầu các cơ quan, đơn vị thực hiện một số nội dung sau:

        1. Rà soát phương án ứng phó, bố trí lực lượng trực ban, chuẩn bị vật tư tại chỗ.

        2. Kiểm tra các hồ chứa, đê kè xung yếu; báo cáo Thường trực Tỉnh ủy (qua Văn phòng Tỉnh ủy) kết quả thực hiện.

        Nơi nhận:
        - Như trên;
        - {recipient};
        - Lưu Văn phòng Tỉnh ủy.

        T/M BAN THƯỜNG VỤ
        BÍ THƯ

        Nguyễn Khải Định

        """;
}
