using Workflow.Directives.People;

namespace Workflow.Directives.Tests.Signing;

public sealed class SignDirectiveTests
{
    [Fact]
    public async Task Signature_OfAnotherContentThanShown_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "sign");

        await Refused.ChangesNothingAsync(office, "signing.shown-differs", () => office.Walk.SignAsync(id, Who.Chief, hash: new string('0', 64)));
        await Refused.ChangesNothingAsync(office, "stale", () => office.Walk.SignAsync(id, Who.Chief, seen: 9));
    }

    [Fact]
    public async Task Signature_UnderOnesOwnDraft_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("hoa-toc", drafter: Who.Chief);
        await office.Walk.SubmitAsync(id);
        await office.Walk.UntilAsync(id, "sign");

        await Refused.ChangesNothingAsync(office, "work.same-person", () => office.Walk.SignAsync(id, Who.Chief));
        Walk.Done(await office.Walk.SignAsync(id, Who.DeputyChief));
    }

    [Fact]
    public async Task Signature_ByAReviewerOfTheSameText_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        await office.GrantAsync(Who.Head, Role.ChiefOfOffice);
        var id = await office.Walk.ToAsync("thong-bao-ket-luan", "sign");

        await Refused.ChangesNothingAsync(office, "work.same-person", () => office.Walk.SignAsync(id, Who.Head));
    }

    [Theory]
    [InlineData("chi-thi", Who.Chief, "not-allowed")]
    [InlineData("chi-thi", Who.Drafter, "not-allowed")]
    [InlineData("chi-thi", Who.Clerk, "not-allowed")]
    [InlineData("hoa-toc", Who.Secretary, "not-found")]
    public async Task Signature_WithoutTheAuthority_IsRefused(string key, string who, string code)
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync(key, "sign");

        await Refused.ChangesNothingAsync(office, code, () => office.Walk.SignAsync(id, who));
    }
}
