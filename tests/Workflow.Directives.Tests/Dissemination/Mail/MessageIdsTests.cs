using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination.Mail;

public sealed class MessageIdsTests
{
    private static readonly Guid Issuance = Guid.Parse("0197a000-0000-7000-8000-000000000001");
    private static readonly Guid Unit = Guid.Parse("0197a000-0000-7000-8000-000000000002");

    [Fact]
    public void For_SameNotice_IsTheSameForEver()
    {
        // Written down, so that no later change of the derivation goes unseen: it would be a second Message-ID for notices already in the world.
        Assert.Equal("<b1b9129be613e0c2738e323e5b2a12cb@tinhuy.example.vn>", MessageIds.For(Issuance, Unit, "notice", "tinhuy.example.vn"));
    }

    [Fact]
    public void For_OtherIssuanceUnitOrPurpose_Differs()
    {
        string[] ids =
        [
            MessageIds.For(Issuance, Unit, "notice", "a.vn"), MessageIds.For(Unit, Issuance, "notice", "a.vn"),
            MessageIds.For(Issuance, Unit, "reminder-1", "a.vn"), MessageIds.For(Issuance, Unit, "reminder-11", "a.vn"), MessageIds.For(Issuance, Issuance, "notice", "a.vn"),
        ];
        Assert.Equal(ids.Length, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^<[0-9a-f]{32}@a\\.vn>$", id));
    }

    [Theory]
    [InlineData("Notice", "a.vn")]
    [InlineData("", "a.vn")]
    [InlineData("notice\r\n", "a.vn")]
    [InlineData("notice", "a")]
    [InlineData("notice", "a.vn>\r\nBcc: x@y.vn")]
    public void For_MalformedPurposeOrDomain_IsRefused(string purpose, string domain) =>
        Assert.Throws<ArgumentException>(() => MessageIds.For(Issuance, Unit, purpose, domain));
}
