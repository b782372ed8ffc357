using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Dissemination.Mail.Smtp;

namespace Workflow.Directives.Tests.Dissemination.Mail.Smtp;

/// <summary>Whole dialogues, with the server's bytes arriving at once, line by line and one by one.</summary>
public sealed class SmtpDialogueTests
{
    private static readonly byte[] Content = MailComposer.Compose(Letters.To("vanthu@xa.example.vn"));
    private static readonly MailEnvelope Envelope = new("vanthu@tinhuy.example.vn", "vanthu@xa.example.vn", Guid.Empty, Letters.Written);

    [Theory]
    [InlineData(Chunks.Whole)]
    [InlineData(Chunks.Lines)]
    [InlineData(Chunks.Chars)]
    public async Task Session_TwoMessages_AreTakenOverOneConnection(Chunks chunks)
    {
        await using var server = new ScriptedServer("two-messages", chunks);
        Assert.Equal(
            [new MailOutcome.Accepted("250 2.0.0 Ok: queued as 4F1A"), new MailOutcome.Accepted("250 2.0.0 Ok: queued as 4F1B")],
            await SendAsync(server, 2));
        await server.Played;
        Assert.All(server.Contents, content => Assert.Equal(Content, content));
    }

    [Theory]
    [InlineData(Chunks.Whole)]
    [InlineData(Chunks.Lines)]
    [InlineData(Chunks.Chars)]
    public async Task Session_RefusedRecipient_IsRejectedAndTheNextTaken(Chunks chunks)
    {
        await using var server = new ScriptedServer("refused-then-taken", chunks);
        Assert.Equal(
            [new MailOutcome.Rejected(MailPhase.Recipient, 550, "550 5.1.1 The mailbox does not exist. 5.1.1 Hộp thư không có."), new MailOutcome.Accepted("250 taken")],
            await SendAsync(server, 2));
        await server.Played;
    }

    [Theory]
    [InlineData(Chunks.Whole)]
    [InlineData(Chunks.Chars)]
    public async Task Session_ClosedAfterTheDot_IsUnknown(Chunks chunks)
    {
        foreach (var dialogue in new[] { "closed-after-dot", "half-a-reply-after-dot" })
        {
            await using var server = new ScriptedServer(dialogue, chunks);
            var outcome = Assert.Single(await SendAsync(server, 1));
            Assert.Equal(MailPhase.FinalDot, Assert.IsType<MailOutcome.Unknown>(outcome).Phase);
            await server.Played;
        }
    }

    [Theory]
    [InlineData(Chunks.Whole)]
    [InlineData(Chunks.Chars)]
    public async Task Session_ServerShutsDown_IsDeferredAndTheSessionOver(Chunks chunks)
    {
        await using var server = new ScriptedServer("shutting-down", chunks);
        Assert.Equal([new MailOutcome.Deferred(MailPhase.Recipient, 421, "421 4.3.2 Service shutting down")], await SendAsync(server, 2));
        await server.Played;
    }

    private static async Task<List<MailOutcome>> SendAsync(ScriptedServer server, int messages)
    {
        var settings = new SmtpSettings { Transport = "Smtp", Host = "127.0.0.1", Port = server.Port, Security = "None", HeloName = "tinhuy.example.vn" };
        await using var transport = new SmtpMailTransport(settings, TimeProvider.System);
        await using var session = await transport.ConnectAsync(CancellationToken.None);
        var outcomes = new List<MailOutcome>();
        while (outcomes.Count < messages && session.IsUsable)
        {
            outcomes.Add(await session.SendAsync(Envelope, Content, CancellationToken.None));
        }

        return outcomes;
    }
}
