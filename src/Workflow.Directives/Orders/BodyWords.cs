using System.Text.RegularExpressions;
using Workflow.Directives.Documents;

namespace Workflow.Directives.Orders;

/// <summary>
/// The words that begin the name of a body, end it (the verb of its task), or tell that the passage only narrates. All are matched
/// on text folded by <see cref="VietnameseText.FoldTones"/>, at a given place.
/// </summary>
internal static partial class BodyWords
{
    /// <summary>Names and classes of bodies that need no capital letter to be one.</summary>
    [GeneratedRegex(@"\G(?:(?:tất cả |toàn thể )?(?:các|mỗi|từng|những)\s+(?:đồng chí|đ/c|cấp(?! thiết)|ngành|địa phương|cơ quan|cơ sở|đơn vị|sở|ban|bộ(?! phận)|phòng|tổ chức|đoàn thể|hội(?! nghị| thảo)|huyện|tỉnh|thành|thị|xã|phường|đặc khu|thôn|khu phố|đảng|chi|lực lượng|doanh nghiệp|trường(?! hợp)|bệnh viện|trung tâm|ủy|ubnd|hđnd|bcs|mặt trận|chủ đầu tư|chủ rừng|thành viên|bí thư|cục|công ty|tổ|văn phòng|công an|báo(?! cáo)|đài|liên đoàn|viện|đoàn(?! viên)|phó|chủ tịch|giám đốc|thủ trưởng|trưởng|người đứng đầu|ngân hàng)|(?:toàn|cả)\s+hệ thống chính trị|hệ thống chính trị|đồng chí|đ/c|bí thư|phó bí thư|chủ tịch|phó chủ tịch|người đứng đầu|thủ trưởng|giám đốc|phó giám đốc|chánh (?:văn phòng|thanh tra)|trưởng (?:ban|phòng|các ban)|hiệu trưởng|chỉ huy trưởng|lãnh đạo (?:các|sở|ban|ủy ban|ubnd)|thành viên|ủy ban (?:nhân dân|kiểm tra|mặt trận|mttq|bầu cử)|ubnd|ubkt|hội đồng nhân dân|hđnd|đảng (?:ủy|bộ|đoàn)|huyện ủy|thành ủy|thị ủy|cấp ủy|chi (?:bộ|ủy)|mặt trận tổ quốc|mttq|ubmttq|công an (?:tỉnh|xã|phường|các|thành)|lực lượng|ban (?:thường vụ|cán sự|chấp hành|chỉ đạo|quản lý|chỉ huy)|bộ (?:chỉ huy|đội)|thường trực (?:hđnd|hội đồng|đảng|các|cấp|ban|ủy ban)|tỉnh đoàn|thành đoàn|ngành(?! nghề)|chính quyền|các cấp|chủ đầu tư|đoàn thể|liên đoàn|tòa án|viện kiểm sát|cơ quan|đơn vị|địa phương|văn phòng(?! phẩm)|tổ công tác)(?!\p{L})")]
    internal static partial Regex Plain();

    /// <summary>Words that begin a name only with a capital: otherwise they are common verbs and nouns (báo cáo, tổ chức, ban hành).</summary>
    [GeneratedRegex(@"\G(?:sở(?! hữu| thích)|ban(?! hành)|bộ(?! phận| máy)|báo(?! cáo| chí)|đài|hội(?! nghị| thảo| họp)|trường(?! hợp)|cục|chi cục|viện(?! dẫn| trợ)|học viện|đại học|trung tâm|tổ(?! chức)|đoàn(?! kết| viên| thể)|liên hiệp|liên minh|phòng(?!,| chống| ngừa| trừ)|trạm|kho bạc|bảo hiểm|ngân hàng|quỹ|công ty|tổng công ty|tập đoàn|bệnh viện|thanh tra(?= tỉnh| sở| các| chính)|kiểm toán|hải quan|thuế|thống kê(?= tỉnh)|bưu điện|tạp chí|cổng thông tin|điện lực|cảng|hạt kiểm lâm|tiểu ban|ủy ban|công an|đảng ủy|thường trực|tỉnh ủy|vnpt|viettel|chính phủ|thủ tướng|quân khu|vườn quốc gia|hợp tác xã|chi nhánh|nhà máy|xí nghiệp)(?!\p{L})")]
    internal static partial Regex Capital();

    /// <summary>The verb, or what stands before it, that ends a body's name and begins its task.</summary>
    [GeneratedRegex(@"\G(?:chủ trì|phối hợp|chỉ đạo|lãnh đạo|tập trung|có (?:trách nhiệm|nhiệm vụ|kế hoạch|giải pháp|phương án|biện pháp|văn bản|báo cáo)|chịu trách nhiệm|tiếp tục|tăng cường|khẩn trương|tổng hợp|báo cáo|xây dựng|rà soát|triển khai|thực hiện|hướng dẫn|tham mưu|theo dõi|đôn đốc|kiểm tra|đề xuất|bố trí|vận động|phân công|quán triệt|nghiêm túc|chủ động|tích cực|hoàn thành|hạn chế|căn cứ|trực tiếp|kịp thời|thường xuyên|xem xét|nghiên cứu|ban hành|tổ chức|giám sát|thanh tra|tuyên truyền|đẩy mạnh|nâng cao|phát huy|bảo đảm|đảm bảo|quan tâm|ưu tiên|cân đối|cấp (?:kinh phí|bổ sung|phát|đủ)|tiếp nhận|ngoài (?:việc|nhiệm vụ)|linh hoạt|quyết định|quyết tâm|theo (?:chức năng|nhiệm vụ|thẩm quyền|phạm vi|lĩnh vực|quy định)|trên cơ sở|trong phạm vi|duy trì|khắc phục|xử lý|giải quyết|thẩm định|phê duyệt|công khai|công bố|niêm yết|đăng ký|thành lập|kiện toàn|củng cố|sắp xếp|huy động|hỗ trợ|động viên|biểu dương|khen thưởng|cung cấp|cung ứng|cập nhật|thông báo|phổ biến|tu bổ|gia cố|ứng trực|trực ban|sơ tán|di dời|nghiêm cấm|tuyệt đối|kiên quyết|quyết liệt|đồng loạt|nhanh chóng|đánh giá|sơ kết|tổng kết|đề nghị|kiến nghị|yêu cầu|phát động|nhân rộng|lồng ghép|thống nhất|thống kê|phản ánh|định hướng|định kỳ|(?:hằng|hàng) (?:ngày|tuần|tháng|quý|năm)|trước (?:ngày|mắt|tháng)|chậm nhất|khảo sát|kiểm kê|kiểm soát|chăm sóc|phát hiện|ngăn chặn|tham gia|đăng tải|đưa tin|nêu (?:gương|cao)|gương mẫu|hưởng ứng|phụ trách|lựa chọn|rút kinh nghiệm|kiểm điểm|xác định|xác minh|đổi mới|quản lý|vận hành|đấu tranh|điều tra|điều (?:động|lực lượng|chỉnh|phối|tiết)|bám sát|sâu sát|sát sao|siết chặt|chuẩn bị|nắm (?:tình hình|chắc|bắt)|giao (?!thông|dịch|ban|lưu)|rà|cử|lập|làm|đưa|gửi|nộp|trình|ký|mở|cấm|cần|phải|không|sớm|ngay|tạo|trồng|mua|sửa|giữ|nhận|tự|dừng|đình chỉ|đo|cắm|lắp|tăng|giảm|thi công|tìm|tranh thủ|tận dụng|bàn giao|thu hồi|thanh toán|trả lời|chấp hành|chấn chỉnh|nhắc nhở|thăm|chi trả|giải ngân|phân bổ|áp dụng|lấy|in|nhập|xem|chỉ định|chịu|khen|phạt|xóa|dành|góp|thay|gắn|giới thiệu|bồi dưỡng|đào tạo|tập huấn|trao đổi|thảo luận|chia sẻ|đối thoại|tiếp xúc|lắng nghe|xúc tiến|kết nối|khai thác|phục hồi|khôi phục|nạo vét|phát quang|trang bị|vệ sinh|khử|tiêu|thu gom|phân loại|phân cấp|ủy quyền)(?!\p{L})")]
    internal static partial Regex Verb();

    /// <summary>What stands right before a word of <see cref="Verb"/> that is then part of a name: "ban chỉ đạo", "Ủy ban bầu cử", "công lập".</summary>
    [GeneratedRegex(@"(?:(?<!\p{L})(?:ban|tổ|bộ máy|cơ quan|ủy ban|đoàn|đội|hội đồng|chương|bầu|ứng|công|độc|thành|quá|việc|hàng|đào|nuôi|đầu tư|trung tâm|phòng|ghi|tiếp|cán bộ) |(?:các|mỗi|,|và) (?=tổ chức))$")]
    internal static partial Regex NounBefore();

    /// <summary>A verb of those that may follow <see cref="NounBefore"/> and is one even so: "các cơ quan chủ trì …" stays a name, "các cơ quan phải …" does not.</summary>
    [GeneratedRegex(@"\G(?:cần|phải|tiếp tục|tăng cường|khẩn trương|tập trung|có trách nhiệm|chịu trách nhiệm|rà soát|triển khai|thực hiện|báo cáo|chủ động|nghiêm túc|thường xuyên|hoàn thành|phối hợp|căn cứ|theo|không|tổng hợp|linh hoạt|xây dựng kế hoạch|xây dựng phương án)(?!\p{L})")]
    internal static partial Regex SureVerb();

    /// <summary>Words after "tổ chức" that make it an organisation.</summary>
    [GeneratedRegex(@"\Gtổ chức (?:đảng|chính|xã hội|cơ sở|đoàn|thành viên|quần chúng|kinh tế|tôn giáo|hội|tín dụng|và|cá nhân|trong|trên)(?!\p{L})|\Gtổ chức,|\Gxây dựng đảng")]
    internal static partial Regex Noun();

    /// <summary>Words that no name of a body holds: the passage narrates, or goes on with something else.</summary>
    [GeneratedRegex(@"\G(?:đã|đang|vẫn|sẽ|còn(?! lại)|từng|bị|là|diễn biến|gồm|nhằm|để|khi|mà|nếu|do|vì|như|được(?! (?:giao|phân công))|rất|ngày càng|có hiệu lực|nói trên|thì|này|đó)(?!\p{L})")]
    internal static partial Regex Narrative();

    /// <summary>An obligation put in the passive: nobody is told to do it.</summary>
    [GeneratedRegex(@"\G(?:cần|phải) được(?!\p{L})")]
    internal static partial Regex Passive();

    /// <summary>The bodies that issue: what they "yêu cầu" is an order to somebody else.</summary>
    [GeneratedRegex(@"^(?:(?:đồng chí|đ/c) )?(?:ban thường vụ(?! các| đảng)|thường trực(?! hđnd| hội đồng| các| đảng)|ban chấp hành(?! các)|ban bí thư|bộ chính trị|bí thư(?! các)|phó bí thư|chủ tịch ủy ban nhân dân tỉnh|chủ tịch ubnd tỉnh|tỉnh ủy|thành ủy|ủy ban nhân dân tỉnh|ubnd tỉnh|thủ tướng|chính phủ|văn phòng tỉnh ủy)(?!\p{L})")]
    internal static partial Regex Issuer();

    /// <summary>The acts of one who issues, before the body that is tasked.</summary>
    [GeneratedRegex(@"(?<!được |theo |đáp ứng |những |việc |các |\p{L})(?:yêu cầu|đề nghị|phân công|giao (?:trách )?nhiệm(?: vụ)?(?: cho)?|giao(?: cho)?)(?!\p{L})(?<gap>:?\s*(?:đối với )?)")]
    internal static partial Regex Orders();

    /// <summary>An opening that stands before the body: "Khi phát sinh …,", "Trước ngày 15/9/2026,", "Đối với …".</summary>
    [GeneratedRegex(@"\G(?:trên cơ sở|khi|căn cứ|trước|trong|định kỳ|hằng|hàng|đồng thời|vì vậy|do đó|do vậy|đối với|để|nhằm|theo|chậm nhất|đến|sau|từ|ngay|riêng|ngoài ra|bên cạnh đó|trường hợp|nếu|thời gian tới|cùng với|tùy)(?!\p{L})")]
    internal static partial Regex Opening();
}
