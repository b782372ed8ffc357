using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;

namespace Workflow.Directives.Tests.Numbering;

public sealed class NumberDirectiveTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task TwentyAtOnce_ByTwoClerks_GetTwentyNumbersInARow()
    {
        const int Many = 20;
        await using var office = await Province.OpenAsync();
        var ids = new List<Guid>();
        for (var i = 0; i < Many; i++)
        {
            ids.Add(await office.Walk.ToAsync("hoa-toc", "number"));
        }

        var numbers = await Task.WhenAll(ids.Select((id, i) => Task.Run(() => office.Walk.NumberAsync(id, i % 2 == 0 ? Who.Clerk : Who.OtherClerk))));

        Assert.Equal(Enumerable.Range(1, Many), numbers.Select(one => Walk.Done(one).N).Order());
        Assert.Equal(Many, await office.ReadAsync(db => db.Set<RegisterSeries>().Select(one => one.Last).SingleAsync()));
    }

    [Fact]
    [Trait("BadInput", "53")]
    public async Task Date_MayNotBeBeforeTheSignature_NorInTheFuture()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "number");

        await Refused.ChangesNothingAsync(office, "number.date", () => office.Walk.NumberAsync(id, Who.Clerk, Today.AddDays(-1)));
        await Refused.ChangesNothingAsync(office, "number.date", () => office.Walk.NumberAsync(id, Who.Clerk, Today.AddDays(1)));
        Assert.Equal(Today, Walk.Done(await office.Walk.NumberAsync(id, Who.Clerk, Today)).Date);
    }

    [Fact]
    [Trait("BadInput", "53")]
    public async Task Date_MayNotBeBeforeThatOfTheLastNumber()
    {
        await using var office = await Province.OpenAsync();
        var (first, second) = (await office.Walk.ToAsync("hoa-toc", "number"), await office.Walk.ToAsync("hoa-toc", "number"));
        office.Set(Province.At(2026, 3, 11, 8, 0));
        Walk.Done(await office.Walk.NumberAsync(first, Who.Clerk));

        var refusal = await Refused.ChangesNothingAsync(office, "number.date", () => office.Walk.NumberAsync(second, Who.Clerk, Today));

        Assert.Contains("11/03/2026", refusal.Vietnamese, StringComparison.Ordinal);
        Assert.Equal("02-CV/TU", Walk.Done(await office.Walk.NumberAsync(second, Who.Clerk, Today.AddDays(1))).Symbol);
    }

    [Fact]
    public async Task Number_ByTheSigner_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        await office.GrantAsync(Who.Chief, Role.Registry);
        var id = await office.Walk.ToAsync("hoa-toc", "number");

        await Refused.ChangesNothingAsync(office, "work.same-person", () => office.Walk.NumberAsync(id, Who.Chief));
    }

    [Fact]
    public async Task Number_ByTheDrafter_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("hoa-toc", "number");

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.NumberAsync(id, Who.Drafter));
    }

    [Fact]
    public async Task TypesAreNumberedApart()
    {
        await using var office = await Province.OpenAsync();

        await office.Walk.ToAsync("hoa-toc", "seal");
        await office.Walk.ToAsync("thong-bao-y-kien", "seal");
        await office.Walk.ToAsync("thong-bao-ket-luan", "seal");

        Assert.Equal(
            ["01-CV/TU", "01-TB/TU", "02-TB/TU"],
            await office.ReadAsync(db => db.Set<RegisterNumber>().Select(one => one.Symbol).Order().ToListAsync()));
    }
}
