using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Directory;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination;

/// <summary>The registry's acts on one unit of the board: remind, excuse, send again.</summary>
public sealed class SteerUnitsTests
{
    [Fact]
    public async Task Unit_IsRemindedByHandOnceADay()
    {
        await using var office = await Province.OpenAsync();
        var delivery = await IssuedAsync(office);

        Walk.Done(await RemindAsync(office, delivery));

        await Refused.ChangesNothingAsync(office, "dissemination.just-reminded", () => RemindAsync(office, delivery));
        office.Set(Province.At(2026, 3, 11, 8, 0));
        Walk.Done(await RemindAsync(office, delivery));
        Assert.Equal(3, (await office.MailsAsync()).Count(one => one.DeliveryId == delivery.Id));
    }

    [Fact]
    public async Task Unit_ThatAnswered_IsNotRemindedAndNotExcused()
    {
        await using var office = await Province.OpenAsync();
        var delivery = await IssuedAsync(office);
        Walk.Done(await office.Walk.AcknowledgeAsync(delivery));

        await Refused.ChangesNothingAsync(office, "dissemination.not-awaited", () => RemindAsync(office, delivery));
        await Refused.ChangesNothingAsync(office, "dissemination.not-awaited", () => ExcuseAsync(office, delivery));
    }

    [Fact]
    public async Task Steering_ByTheDrafter_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var delivery = await IssuedAsync(office);

        await Refused.ChangesNothingAsync(office, "not-allowed", () => RemindAsync(office, delivery, Who.Drafter));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => ExcuseAsync(office, delivery, Who.Drafter));
        await Refused.ChangesNothingAsync(office, "not-found", () => RemindAsync(office, delivery, Who.DrafterElsewhere));
    }

    [Fact]
    public async Task LastUnit_Excused_EndsTheDissemination_AndItsLateReceiptIsStillTaken()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var last = (await office.Walk.DeliveriesAsync(id))[^1];
        var link = await office.LinkAsync(last);
        await office.Walk.AcknowledgeAllAsync(id, leave: 1);
        await Refused.ChangesNothingAsync(office, "field", () => ExcuseAsync(office, last, reason: ""));

        Walk.Done(await ExcuseAsync(office, last));
        Assert.Equal("closure", (await office.Walk.OpenAsync(id))!.Kind);

        Walk.Done(await office.ByLinkAsync(link));
        Assert.Equal("closure", Assert.Single(await office.Walk.AllOpenAsync(id)).Kind);
        Assert.Equal(DeliveryStatus.Accepted, (await office.Walk.DeliveriesAsync(id))[^1].Status);
    }

    [Fact]
    public async Task Unit_ExcusedAndArchived_MayStillAnswer()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var last = (await office.Walk.DeliveriesAsync(id))[^1];
        var link = await office.LinkAsync(last);
        await office.Walk.AcknowledgeAllAsync(id, leave: 1);
        Walk.Done(await ExcuseAsync(office, last));
        await office.Walk.UntilAsync(id, Walk.End);

        Walk.Done(await office.RefuseByLinkAsync(link));
    }

    [Fact]
    public async Task Steering_AfterTheArchive_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.End);
        var delivery = (await office.Walk.DeliveriesAsync(id))[0];

        await Refused.ChangesNothingAsync(office, "dissemination.not-open", () => RemindAsync(office, delivery));
        await Refused.ChangesNothingAsync(office, "dissemination.not-open", () => office.Walk.AcknowledgeAsync(delivery));
    }

    [Fact]
    public async Task Notice_ThatDidNotFail_IsNotSentAgain()
    {
        await using var office = await Province.OpenAsync();
        var delivery = await IssuedAsync(office);
        await office.SendAsync();

        await Refused.ChangesNothingAsync(office, "dissemination.not-failed", () => ResendAsync(office, delivery, null));
    }

    [Fact]
    public async Task Notice_RefusedByTheServer_GoesToTheCorrectedAddressUnderTheSameMessageId()
    {
        var server = new Refusing();
        await using var office = await Province.OpenAsync(further: services => services.AddSingleton<IMailTransport>(server));
        var delivery = await IssuedAsync(office);
        server.Address = (await office.MailsAsync()).Single(one => one.DeliveryId == delivery.Id).ToAddress;
        await office.SendAsync();
        Assert.Equal(DeliveryStatus.SendFailed, (await office.Walk.DeliveriesAsync(delivery.DirectiveId)).Single(one => one.Id == delivery.Id).Status);
        var refused = (await office.MailsAsync()).Single(one => one.DeliveryId == delivery.Id);

        await Refused.ChangesNothingAsync(office, "dissemination.address", () => ResendAsync(office, delivery, "không phải thư"));
        Walk.Done(await ResendAsync(office, delivery, "vanthu.moi@tinhuy.nambinh.example"));
        await office.SendAsync();

        var sent = (await office.MailsAsync()).Single(one => one.DeliveryId == delivery.Id);
        Assert.Equal((refused.MessageId, "vanthu.moi@tinhuy.nambinh.example", MailState.Sent), (sent.MessageId, sent.ToAddress, sent.State));
        Assert.Equal(DeliveryStatus.Sent, (await office.Walk.DeliveriesAsync(delivery.DirectiveId)).Single(one => one.Id == delivery.Id).Status);
        Assert.True(await office.ReadAsync(db => db.Set<UnitContact>().AnyAsync(one => one.UnitId == delivery.UnitId && one.Email == sent.ToAddress)));
    }

    private static async Task<Delivery> IssuedAsync(Province office) =>
        (await office.Walk.DeliveriesAsync(await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate)))[0];

    private static async Task<Result<Delivery>> RemindAsync(Province office, Delivery delivery, string who = Who.Clerk)
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<RemindUnit, Result<Delivery>>(one => one.RunAsync(actor, delivery.Id, default));
    }

    private static async Task<Result<Delivery>> ExcuseAsync(Province office, Delivery delivery, string who = Who.Clerk, string reason = "Đơn vị đang sáp nhập.")
    {
        var actor = await office.AsAsync(who);
        return await office.AskAsync<ExcuseUnit, Result<Delivery>>(one => one.RunAsync(actor, delivery.Id, reason, default));
    }

    private static async Task<Result<Delivery>> ResendAsync(Province office, Delivery delivery, string? address)
    {
        var actor = await office.AsAsync(Who.Clerk);
        return await office.AskAsync<ResendNotice, Result<Delivery>>(one => one.RunAsync(actor, new ResendNotice.Command(delivery.Id, address), default));
    }

    /// <summary>A server that knows no such mailbox.</summary>
    private sealed class Refusing : IMailTransport, IMailSession
    {
        public string Address { get; set; } = "";

        public bool IsUsable => true;

        public Task<IMailSession> ConnectAsync(CancellationToken cancellationToken) => Task.FromResult<IMailSession>(this);

        public Task<MailOutcome> SendAsync(MailEnvelope envelope, ReadOnlyMemory<byte> content, CancellationToken cancellationToken) =>
            Task.FromResult<MailOutcome>(envelope.To == Address
                ? new MailOutcome.Rejected(MailPhase.Recipient, 550, "550 5.1.1 no such mailbox")
                : new MailOutcome.Accepted("250 2.0.0 taken"));

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
