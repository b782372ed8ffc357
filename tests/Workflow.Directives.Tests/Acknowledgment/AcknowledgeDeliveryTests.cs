using Workflow.Directives.Acknowledgment;
using Workflow.Directives.Dissemination;

namespace Workflow.Directives.Tests.Acknowledgment;

public sealed class AcknowledgeDeliveryTests
{
    [Fact]
    public async Task Units_AnswerByLink_SignedIn_AndOnPaper_EachWithItsEvidence()
    {
        await using var office = await Province.OpenAsync();
        var (id, deliveries) = await IssuedAsync(office);

        var signedIn = Walk.Done(await office.SignedInAsync(Who.ClerkOfAnLoc, deliveries[0]));
        var byLink = Walk.Done(await office.ByLinkAsync(await office.LinkAsync(deliveries[1])));
        var onPaper = Walk.Done(await office.Walk.AcknowledgeAsync(deliveries[2]));

        Assert.Equal((EvidenceLevel.SignedIn, (Guid?)Province.IdOf(Who.ClerkOfAnLoc), null), (signedIn.Evidence, signedIn.PersonId, signedIn.Basis));
        Assert.Equal((EvidenceLevel.Link, (Guid?)null, null), (byLink.Evidence, byLink.PersonId, byLink.Basis));
        Assert.Equal((EvidenceLevel.EnteredByRegistry, (Guid?)Province.IdOf(Who.Clerk), "Phiếu gửi văn bản có ký nhận."), (onPaper.Evidence, onPaper.PersonId, onPaper.Basis));
        Assert.Equal("closure", (await office.Walk.OpenAsync(id))!.Kind);
    }

    [Fact]
    [Trait("BadInput", "15")]
    public async Task SecondReceipt_GivesTheFirst_AndChangesNothing()
    {
        await using var office = await Province.OpenAsync();
        var (_, deliveries) = await IssuedAsync(office);
        var link = await office.LinkAsync(deliveries[0]);
        var first = Walk.Done(await office.ByLinkAsync(link, "Lò Văn Tặng", "12"));
        var before = await office.FingerprintAsync();

        var second = Walk.Done(await office.ByLinkAsync(link, "Người Đến Sau", "13"));
        var third = Walk.Done(await office.SignedInAsync(Who.OtherClerkOfAnLoc, deliveries[0]));

        Assert.Equal([first.Name, first.Name], [second.Name, third.Name]);
        Assert.Equal(before, await office.FingerprintAsync());
    }

    [Fact]
    [Trait("BadInput", "10")]
    public async Task Link_OpensItsOwnUnitOnly()
    {
        await using var office = await Province.OpenAsync();
        var (id, deliveries) = await IssuedAsync(office);

        Walk.Done(await office.ByLinkAsync(await office.LinkAsync(deliveries[1])));

        Assert.Equal([false, true, false], (await office.Walk.DeliveriesAsync(id)).Select(one => one.Status == DeliveryStatus.Accepted));
    }

    [Fact]
    [Trait("BadInput", "11")]
    public async Task Link_ThatNobodyWasGiven_OpensNothing()
    {
        await using var office = await Province.OpenAsync();
        var (_, deliveries) = await IssuedAsync(office);
        var link = await office.LinkAsync(deliveries[0]);

        foreach (var wrong in new[] { null, "", link[..^1], link + "A", link.ToUpperInvariant(), new string('A', 43), LinkToken.Hash(link), new string('x', 10_000) })
        {
            await Refused.ChangesNothingAsync(office, "not-found", () => office.ByLinkAsync(wrong));
        }
    }

    [Fact]
    [Trait("BadInput", "13")]
    public async Task Receipt_WithAFieldMissingOrUnclean_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var (_, deliveries) = await IssuedAsync(office);
        var link = await office.LinkAsync(deliveries[0]);

        await Refused.ChangesNothingAsync(office, "field", () => office.ByLinkAsync(link, name: " "));
        await Refused.ChangesNothingAsync(office, "field", () => office.ByLinkAsync(link, number: null));
        await Refused.ChangesNothingAsync(office, "field", () => office.ByLinkAsync(link, name: "Lò Văn\r\nBcc: x@y.example"));
        await Refused.ChangesNothingAsync(office, "field", () => office.ByLinkAsync(link, name: "Lò \u202EVăn Tặng"));
    }

    [Fact]
    public async Task Receipt_ByAnotherUnitOrByNoClerk_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var (_, deliveries) = await IssuedAsync(office);

        await Refused.ChangesNothingAsync(office, "not-found", () => office.SignedInAsync(Who.ClerkOfHealth, deliveries[0]));
        await Refused.ChangesNothingAsync(office, "not-found", () => office.SignedInAsync(Who.ClerkOfAnLoc, deliveries[1]));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.SignedInAsync(Who.Secretary, deliveries[0]));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.AcknowledgeAsync(deliveries[0], Who.Drafter));
    }

    [Fact]
    public async Task Receipt_AfterTheDeadline_IsLate_AndOnTheDotIsNot()
    {
        await using var office = await Province.OpenAsync();
        var (_, deliveries) = await IssuedAsync(office);

        office.Set(deliveries[0].DueAt);
        Assert.False(Walk.Done(await office.Walk.AcknowledgeAsync(deliveries[0])).Late);
        office.Set(deliveries[0].DueAt.AddTicks(1));
        Assert.True(Walk.Done(await office.Walk.AcknowledgeAsync(deliveries[1])).Late);
    }

    [Fact]
    public async Task Answer_OfOneKind_ExcludesTheOther()
    {
        await using var office = await Province.OpenAsync();
        var (_, deliveries) = await IssuedAsync(office);
        var (first, second) = (await office.LinkAsync(deliveries[0]), await office.LinkAsync(deliveries[1]));
        await Refused.ChangesNothingAsync(office, "field", () => office.RefuseByLinkAsync(first, " "));
        Walk.Done(await office.RefuseByLinkAsync(first));
        Walk.Done(await office.ByLinkAsync(second));

        await Refused.ChangesNothingAsync(office, "acknowledgment.already-refused", () => office.ByLinkAsync(first));
        await Refused.ChangesNothingAsync(office, "acknowledgment.already-accepted", () => office.RefuseByLinkAsync(second));
    }

    [Fact]
    public async Task RefusalByTheLastUnit_EndsTheDissemination()
    {
        await using var office = await Province.OpenAsync();
        var (id, deliveries) = await IssuedAsync(office);
        var link = await office.LinkAsync(deliveries[^1]);
        await office.Walk.AcknowledgeAllAsync(id, leave: 1);

        Assert.Equal("Gửi nhầm đơn vị.", Walk.Done(await office.RefuseByLinkAsync(link)).Reason);

        Assert.Equal("closure", (await office.Walk.OpenAsync(id))!.Kind);
    }

    [Fact]
    public async Task TwoLastAnswers_AtTheSameMoment_NeverLeaveItStuck()
    {
        const int Rounds = 100;
        await using var office = await Province.OpenAsync();
        var (id, deliveries) = await IssuedAsync(office);
        Walk.Done(await office.Walk.AcknowledgeAsync(deliveries[0]));
        await using var before = await office.CopyAsync();
        for (var round = 0; round < Rounds; round++)
        {
            using var start = new Barrier(2);
            var answers = await Task.WhenAll(deliveries.Skip(1).Select(delivery => Task.Run(async () =>
            {
                start.SignalAndWait();
                return await office.Walk.AcknowledgeAsync(delivery);
            })));

            Assert.All(answers, answer => Walk.Done(answer));
            Assert.Equal("closure", Assert.Single(await office.Walk.AllOpenAsync(id)).Kind);
            await office.RewindAsync(before, "Acknowledgments", "Deliveries", "WorkItems", "Timers", "WorkflowTransitions", "WorkflowInstances", "AuditEntries");
        }
    }

    private static async Task<(Guid Id, List<Delivery> Deliveries)> IssuedAsync(Province office)
    {
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var deliveries = await office.Walk.DeliveriesAsync(id);
        Assert.Equal(["Đảng ủy xã An Lộc", "Ủy ban nhân dân xã An Lộc", "Sở Nông nghiệp và Môi trường"], deliveries.Select(one => one.UnitName));
        return (id, deliveries);
    }
}
