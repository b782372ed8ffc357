using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination.Mail;

public sealed class SmtpSettingsTests
{
    private static readonly SmtpSettings Good = new() { Transport = "Smtp", Host = "mail.example.vn", UserName = "vanthu", Password = "bí-mật-87" };

    [Fact]
    public void Validate_NothingSet_IsFine() => Assert.Empty(new SmtpSettings().Validate());

    [Fact]
    public void Validate_Submission_IsFine() => Assert.Empty(Good.Validate());

    [Fact]
    public void Validate_EachWrongSetting_IsNamedWithWhatIsAllowed()
    {
        var wrong = new Dictionary<string, SmtpSettings>
        {
            ["Mail:Transport"] = Good with { Transport = "Pigeon" },
            ["Mail:Host"] = Good with { Host = "" },
            ["Mail:Port"] = Good with { Port = 0 },
            ["Mail:Security"] = Good with { Security = "Ssl" },
            ["Mail:CertificateSha256"] = Good with { CertificateSha256 = "abc" },
            ["Mail:UserName"] = Good with { Security = "None" },
            ["Mail:Password"] = Good with { UserName = "" },
            ["Mail:From"] = Good with { From = "vanthu" },
            ["Mail:FromName"] = Good with { FromName = "Văn phòng\r\nBcc: x@y.vn" },
            ["Mail:HeloName"] = Good with { HeloName = "a b" },
            ["Mail:MessageIdDomain"] = Good with { MessageIdDomain = "x" },
            ["Mail:Connections"] = Good with { Connections = 65 },
            ["Mail:MessagesPerMinute"] = Good with { MessagesPerMinute = -1 },
            ["Mail:ConnectTimeoutSeconds"] = Good with { ConnectTimeoutSeconds = 0 },
            ["Mail:CommandTimeoutSeconds"] = Good with { CommandTimeoutSeconds = 0 },
            ["Mail:FinalDotTimeoutSeconds"] = Good with { FinalDotTimeoutSeconds = 0 },
            ["Mail:Folder"] = new SmtpSettings { Folder = "" },
        };
        foreach (var (key, settings) in wrong)
        {
            var problem = Assert.Single(settings.Validate());
            Assert.Equal(key, problem.Key);
            Assert.NotEmpty(problem.Allowed);
        }
    }

    [Fact]
    public void ToString_WithPassword_DoesNotShowIt()
    {
        Assert.DoesNotContain("bí-mật-87", Good.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("bí-mật-87", string.Concat((Good with { UserName = "" }).Validate()), StringComparison.Ordinal);
    }

    [Fact]
    public void EffectiveMessageIdDomain_Unset_IsThatOfTheSender() =>
        Assert.Equal("tinhuy.caobang.vn", (Good with { From = "vanthu@tinhuy.caobang.vn" }).EffectiveMessageIdDomain);
}
