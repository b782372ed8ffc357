using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests.Signing;

public sealed class ForwardSignatureTests
{
    [Fact]
    public async Task Signer_WhoForwards_CanNoLongerSign_AndTheOtherCan()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "sign", signer: Who.Secretary);

        Walk.Done(await ForwardAsync(office, id, Who.Secretary, Who.Deputy));

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.SignAsync(id, Who.Secretary));
        var signature = Walk.Done(await office.Walk.SignAsync(id, Who.Deputy));
        Assert.Equal(("PHÓ BÍ THƯ", "Trần Thị Mộc Lan"), (signature.Position, signature.SignerName));
    }

    [Theory]
    [InlineData(Who.Chief)]
    [InlineData(Who.Secretary)]
    [InlineData(Who.Drafter)]
    public async Task Forward_ToSomebodyWhoCannotSign_IsRefused(string to)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "sign", signer: Who.Secretary);

        await Refused.ChangesNothingAsync(office, "signing.cannot-forward", () => ForwardAsync(office, id, Who.Secretary, to));
    }

    [Fact]
    public async Task Forward_ByAnotherThanTheSigner_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("chi-thi", "sign", signer: Who.Secretary);

        await Refused.ChangesNothingAsync(office, "not-allowed", () => ForwardAsync(office, id, Who.Chief, Who.Deputy));
    }

    private static async Task<Result<WorkItem>> ForwardAsync(Province office, Guid id, string from, string to)
    {
        var (actor, item) = (await office.AsAsync(from), (await office.Walk.OpenAsync(id))!.Id);
        return await office.AskAsync<ForwardSignature, Result<WorkItem>>(
            one => one.RunAsync(actor, new ForwardSignature.Command(item, Province.IdOf(to)), default));
    }
}
