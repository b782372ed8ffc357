using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination.Mail;

/// <summary>Letters as the tests send them.</summary>
internal static class Letters
{
    public static readonly DateTime Written = new(2026, 11, 23, 2, 15, 30, DateTimeKind.Utc);

    public static readonly Guid Issuance = Guid.Parse("0197a000-0000-7000-8000-00000000000a");

    public static MailLetter To(string address, int number = 1, string? text = null) => new()
    {
        MessageId = MessageIds.For(Issuance, UnitId(number), "notice", "tinhuy.example.vn"),
        From = new Mailbox("Văn phòng Tỉnh ủy", "vanthu@tinhuy.example.vn"),
        To = new Mailbox("Đảng ủy xã Hòa An", address),
        Subject = "Chỉ thị số 08-CT/TU về tăng cường công tác phòng, chống thiên tai trên địa bàn tỉnh",
        Date = Written,
        Text = text ?? "Kính gửi Đảng ủy xã Hòa An,\nĐề nghị xác nhận đã nhận.\n",
        Html = "<p>Kính gửi Đảng ủy xã <b>Hòa An</b></p>",
    };

    public static OutboxMessage Message(string address, int number = 1, bool urgent = false, DateTime? now = null) =>
        OutboxMessage.Write(UnitId(number + 100_000), To(address, number), "notice", UnitId(number), urgent, now ?? Written);

    public static Guid UnitId(int number) => new(number, 0, 0x7000, 0x80, 0, 0, 0, 0, 0, 0, 1);
}
