using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination.Mail;

public sealed class MailAddressesTests
{
    [Theory]
    [InlineData("vanthu@xa-hoa-an.caobang.gov.vn")]
    [InlineData("van.thu+nhan@tinhuy.example.vn")]
    [InlineData("A_b-c@a1.vn")]
    public void IsValid_PlainAddress_IsAccepted(string address) => Assert.True(MailAddresses.IsValid(address));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("vanthu")]
    [InlineData("vanthu@")]
    [InlineData("@b.vn")]
    [InlineData("a@localhost")]
    [InlineData("a@b..vn")]
    [InlineData("a@-b.vn")]
    [InlineData("a@.b.vn")]
    [InlineData("a@10.0.0.1")]
    [InlineData("a@[10.0.0.1]")]
    [InlineData(".a@b.vn")]
    [InlineData("a..b@c.vn")]
    [InlineData("a b@c.vn")]
    [InlineData("a@b.vn ")]
    [InlineData("a@b.vn,c@d.vn")]
    [InlineData("Văn thư <a@b.vn>")]
    [InlineData("văn.thư@b.vn")]
    [InlineData("a@ví-dụ.vn")]
    [InlineData("a@xn--v-d-xja.vn")]
    [InlineData("\"a\r\nRCPT TO:<x>\"@b.vn")]
    [InlineData("\"a\"@b.vn")]
    [InlineData("a@b\n.c")]
    [InlineData("a@b.vn\r\nBcc: x@y.vn")]
    [InlineData("a@b.vn\0")]
    [InlineData("a@b.vn>")]
    [Trait("BadInput", "24")]
    public void IsValid_MalformedOrDangerous_IsRefused(string? address)
    {
        Assert.False(MailAddresses.IsValid(address));
        var refusal = Assert.Throws<MailAddressException>(() => MailAddresses.Require(address));
        Assert.True(string.IsNullOrEmpty(address) || address.Length < 6 || !refusal.Message.Contains(address, StringComparison.Ordinal));
    }

    [Fact]
    [Trait("BadInput", "24")]
    public void IsValid_AtTheLimits_CountsExactly()
    {
        var domain = string.Join('.', Enumerable.Repeat(new string('d', 61), 3)) + ".vn"; // 188
        Assert.True(MailAddresses.IsValid(new string('a', 64) + "@" + domain));
        Assert.False(MailAddresses.IsValid(new string('a', 65) + "@" + domain));
        var longest = string.Join('.', Enumerable.Repeat(new string('d', 61), 4)) + ".vn"; // 250
        Assert.True(MailAddresses.IsValid("aaa@" + longest));
        Assert.False(MailAddresses.IsValid("aaaa@" + longest));
        Assert.False(MailAddresses.IsValid(new string('a', 390) + "@example.vn"));
    }
}
