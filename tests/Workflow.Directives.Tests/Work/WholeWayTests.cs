using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Approval;
using Workflow.Directives.Audit;
using Workflow.Directives.Dissemination.Mail;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests.Work;

public sealed class WholeWayTests
{
    [Theory]
    [InlineData("chi-thi", "T/M", Who.Secretary, "BÍ THƯ", "unit-head,form,chief", "01-CT/TU")]
    [InlineData("chi-thi", "T/M", Who.OtherDeputy, "PHÓ BÍ THƯ", "unit-head,form,chief", "01-CT/TU")]
    [InlineData("cong-van", "T/M", Who.Deputy, "PHÓ BÍ THƯ", "unit-head,form,chief", "01-CV/TU")]
    [InlineData("cong-van", "T/L", Who.Chief, "CHÁNH VĂN PHÒNG", "unit-head,form", "01-CV/TU")]
    [InlineData("thong-bao-ket-luan", "T/L", Who.Chief, "CHÁNH VĂN PHÒNG", "unit-head,form", "01-TB/TU")]
    [InlineData("thong-bao-y-kien", "T/M", Who.Secretary, "BÍ THƯ", "unit-head,form,chief", "01-TB/TU")]
    [InlineData("thong-bao-y-kien", "T/L", Who.DeputyChief, "PHÓ CHÁNH VĂN PHÒNG", "unit-head,form", "01-TB/TU")]
    [InlineData("hoa-toc", "T/L", Who.Chief, "CHÁNH VĂN PHÒNG", "form", "01-CV/TU")]
    public async Task Directive_FromDraftToArchive_PassesEveryStepOnce(
        string key, string authority, string signer, string position, string approvals, string symbol)
    {
        await using var office = await Province.OpenAsync();

        var id = await office.Walk.ToAsync(key, Walk.End, authority, signer: signer);

        var directive = await office.Walk.DirectiveAsync(id);
        Assert.Equal(DirectiveState.Closed, directive.State);
        await office.ReadAsync(async db =>
        {
            var instance = await db.Set<StoredInstance>().SingleAsync();
            Assert.Equal((key, 1, "Finished"), (instance.DefinitionId, instance.DefinitionVersion, instance.Status));
            Assert.Equal(approvals, string.Join(",", db.Set<Directives.Approval.Approval>().OrderBy(one => one.At).Select(one => one.Step)));
            var signature = await db.Set<Signature>().SingleAsync();
            Assert.Equal((Province.IdOf(signer), position, (DateTime?)null), (signature.PersonId, signature.Position, signature.VoidedAt));
            Assert.StartsWith(authority, signature.Authority, StringComparison.Ordinal);
            Assert.Equal(symbol, (await db.Set<RegisterNumber>().SingleAsync()).Symbol);
            Assert.Equal(signature.ContentHash, (await db.Set<Seal>().SingleAsync()).ContentHash);
            Assert.Equal(signature.ContentHash, (await db.Set<Issuance>().SingleAsync()).ContentHash);
            Assert.All(db.Set<WorkItem>(), item => Assert.False(item.Open));
            Assert.All(db.Set<DurableTimer>(), timer => Assert.NotNull(timer.DoneAt));
            return true;
        });
        var deliveries = await office.Walk.DeliveriesAsync(id);
        Assert.True(deliveries.Count >= 3);
        Assert.Equal(deliveries.Count, deliveries.Select(one => one.UnitId).Distinct().Count());
        Assert.Equal(deliveries.Count, await office.ReadAsync(db => db.Set<OutboxMessage>().CountAsync()));
        Assert.Equal(deliveries.Count, await office.ReadAsync(db => db.Set<AuditEntry>().CountAsync(entry => entry.Act == "delivery.acknowledged")));
    }
}
