using System.Net.Mail;
using System.Text;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination.Mail;

public sealed class MailComposerTests
{
    [Fact]
    public void Compose_SameLetterTwice_GivesTheSameBytes() =>
        Assert.Equal(MailComposer.Compose(Letters.To("a@b.vn")), MailComposer.Compose(Letters.To("a@b.vn")));

    [Fact]
    public void Compose_VietnameseLetter_KeepsToLineLimitsAndAscii()
    {
        var bytes = MailComposer.Compose(Letters.To("vanthu@xa-hoa-an.example.vn", text: string.Concat(Enumerable.Repeat("Ủy ban nhân dân các xã, phường. ", 80))));
        Assert.All(bytes, b => Assert.True(b is >= 32 and <= 126 or 13 or 10));
        var lines = Encoding.ASCII.GetString(bytes).Split("\r\n");
        Assert.All(lines, line => Assert.True(line.Length <= 76 && line.AsSpan().IndexOfAny('\r', '\n') < 0, line));
        Assert.Equal("", lines[^1]);
    }

    [Fact]
    public void Compose_VietnameseHeaders_ReadBackTheSame()
    {
        var headers = HeadersOf(MailComposer.Compose(Letters.To("vanthu@xa.example.vn")));
        Assert.Equal(Letters.To("a@b.vn").Subject, Decoded(headers["Subject"]));
        Assert.Equal("Đảng ủy xã Hòa An", Decoded(headers["To"][..headers["To"].LastIndexOf(" <", StringComparison.Ordinal)]));
        Assert.EndsWith("<vanthu@xa.example.vn>", headers["To"], StringComparison.Ordinal);
        Assert.Equal("Mon, 23 Nov 2026 09:15:30 +0700", headers["Date"]);
        Assert.Equal("auto-generated", headers["Auto-Submitted"]);
        Assert.Equal(Letters.To("a@b.vn").MessageId, headers["Message-ID"]);
        Assert.DoesNotContain("Cc", headers.Keys);
    }

    [Fact]
    public void Compose_BothBodies_ReadBackInNfcWithCrLf()
    {
        var letter = Letters.To("a@b.vn", text: "To\u0302i\n.\r\nRSET\rhết");
        var parts = PartsOf(MailComposer.Compose(letter));
        Assert.Equal("T\u00f4i\r\n.\r\nRSET\r\nhết", parts["text/plain; charset=utf-8"]);
        Assert.Equal(letter.Html, parts["text/html; charset=utf-8"]);
    }

    [Theory]
    [InlineData("Chỉ thị\r\nBcc: x@y.vn")]
    [InlineData("Chỉ thị\nX: y")]
    [InlineData("Chỉ thị\0")]
    [InlineData("Chỉ thị\u2028x")]
    [Trait("BadInput", "23")]
    public void Compose_LineBreakInAHeader_IsRefused(string value)
    {
        var letter = Letters.To("a@b.vn");
        Assert.Throws<MailAddressException>(() => MailComposer.Compose(letter with { Subject = value }));
        Assert.Throws<MailAddressException>(() => MailComposer.Compose(letter with { To = letter.To with { Name = value } }));
        Assert.Throws<MailAddressException>(() => MailComposer.Compose(letter with { From = letter.From with { Name = value } }));
        Assert.Throws<MailAddressException>(() => MailComposer.Compose(letter with { To = letter.To with { Address = value } }));
        Assert.Throws<MailAddressException>(() => MailComposer.Compose(letter with { MessageId = value }));
        Assert.Throws<MailAddressException>(() => MailComposer.Compose(letter with { Attachments = [new(value, "application/pdf", new byte[1])] }));
    }

    [Theory]
    [InlineData("Plain ASCII subject")]
    [InlineData("looks =?UTF-8?B?encoded?=")]
    [InlineData("x")]
    [InlineData("Ủ")]
    [InlineData(" bắt đầu bằng dấu cách ")]
    [InlineData("😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀😀")]
    [Trait("BadInput", "21")]
    [Trait("BadInput", "23")]
    public void Compose_AnySubject_ReadsBackTheSame(string subject)
    {
        var headers = HeadersOf(MailComposer.Compose(Letters.To("a@b.vn") with { Subject = subject }));
        Assert.Equal(subject, Decoded(headers["Subject"]));
    }

    [Theory]
    [InlineData("Xa \"Hoa An\", Cao Bang", "\"Xa \\\"Hoa An\\\", Cao Bang\" <a@b.vn>")]
    [InlineData("", "<a@b.vn>")]
    public void Compose_AsciiName_IsQuoted(string name, string expected) =>
        Assert.Equal(expected, HeadersOf(MailComposer.Compose(Letters.To("a@b.vn") with { To = new Mailbox(name, "a@b.vn") }))["To"]);

    [Fact]
    public void Compose_WithAttachment_CarriesItsBytesAndVietnameseName()
    {
        var content = Enumerable.Range(0, 1000).Select(i => (byte)i).ToArray();
        var name = "Chỉ thị số 08-CT_TU về phòng, chống thiên tai và tìm kiếm cứu nạn.pdf";
        var text = Encoding.ASCII.GetString(MailComposer.Compose(Letters.To("a@b.vn") with { Attachments = [new(name, "application/pdf", content)] }));
        var part = text[text.IndexOf("application/pdf", StringComparison.Ordinal)..];
        var sections = part[..part.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Split("\r\n ").Where(line => line.StartsWith("filename*", StringComparison.Ordinal));
        var joined = string.Concat(sections.Select(line => line[(line.IndexOf('=', StringComparison.Ordinal) + 1)..].Split("\r\n")[0].TrimEnd(';')));
        Assert.Equal(name, Uri.UnescapeDataString(joined["UTF-8''".Length..]));
        var body = part[(part.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..];
        Assert.Equal(content, Convert.FromBase64String(body[..body.IndexOf("--", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Compose_Reminder_RefersToItsNotice()
    {
        var notice = Letters.To("a@b.vn").MessageId;
        var headers = HeadersOf(MailComposer.Compose(Letters.To("a@b.vn", 2) with { InReplyTo = notice }));
        Assert.Equal(notice, headers["In-Reply-To"]);
        Assert.Equal(notice, headers["References"]);
    }

    private static Dictionary<string, string> HeadersOf(byte[] message)
    {
        var head = Encoding.ASCII.GetString(message).Split("\r\n\r\n", 2)[0].Replace("\r\n ", " ", StringComparison.Ordinal);
        return head.Split("\r\n").ToDictionary(line => line.Split(": ", 2)[0], line => line.Split(": ", 2)[1]);
    }

    private static Dictionary<string, string> PartsOf(byte[] message)
    {
        var text = Encoding.ASCII.GetString(message);
        var boundary = text.Split("boundary=\"", 2)[1].Split('"')[0];
        return text.Split("--" + boundary)[1..^1].Select(part => part.Trim().Split("\r\n\r\n", 2)).ToDictionary(
            part => part[0].Split("\r\n")[0]["Content-Type: ".Length..],
            part => Encoding.UTF8.GetString(Convert.FromBase64String(part[1])));
    }

    // The framework's own reader of encoded-words, as an independent judge; it wants to see the folds.
    private static string Decoded(string header)
    {
        using var attachment = Attachment.CreateAttachmentFromString("", header.Replace("?= =?", "?=\r\n =?", StringComparison.Ordinal));
        return attachment.Name!;
    }
}
