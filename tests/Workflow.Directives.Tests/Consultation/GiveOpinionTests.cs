using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Consultation;
using Workflow.Directives.Work;

namespace Workflow.Directives.Tests.Consultation;

public sealed class GiveOpinionTests
{
    private static readonly string[] Asked = [Who.Deputy, Who.HeadElsewhere];

    [Fact]
    public async Task LastAnswer_LetsTheDirectiveGoOn_AndTheDeadlineIsForgotten()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        await office.Walk.SubmitAsync(id, Asked);
        var items = await office.Walk.AllOpenAsync(id);
        Assert.Equal(Asked.Select(Province.IdOf).Order(), items.Select(item => item.PersonId!.Value).Order());

        Walk.Done(await office.Walk.AnswerAsync(items[0], Stance.Disagree, "Chưa đủ căn cứ."));
        Assert.Equal("consult", (await office.Walk.OpenAsync(id))!.ActivityId);
        Walk.Done(await office.Walk.AnswerAsync(items[1], Stance.Agree, null));

        Assert.Equal("unit-head", (await office.Walk.OpenAsync(id))!.ActivityId);
        Assert.All(await office.ReadAsync(db => db.Set<DurableTimer>().ToListAsync()), timer => Assert.NotNull(timer.DoneAt));
        Assert.Equal(2, await office.ReadAsync(db => db.Set<Opinion>().CountAsync()));
    }

    [Fact]
    public async Task Deadline_PassingWithOneSilent_GoesOnAtTheEndOfTheLastWorkingDay()
    {
        // Friday; three working days later is Wednesday.
        await using var office = await Province.OpenAsync(Province.At(2026, 3, 13, 9, 0));
        var id = await office.Walk.DraftAsync("chi-thi");
        await office.Walk.SubmitAsync(id, Asked);
        var items = await office.Walk.AllOpenAsync(id);
        Walk.Done(await office.Walk.AnswerAsync(items[0], Stance.Agree, null));

        Assert.Equal(0, await office.PassUntilAsync(Province.At(2026, 3, 18, 16, 59)));
        Assert.Equal("consult", (await office.Walk.OpenAsync(id))!.ActivityId);
        Assert.Equal(1, await office.PassUntilAsync(Province.At(2026, 3, 18, 17, 0)));

        Assert.Equal("unit-head", Assert.Single(await office.Walk.AllOpenAsync(id)).ActivityId);
        await Refused.ChangesNothingAsync(office, "work.done", () => office.Walk.AnswerAsync(items[1], Stance.Agree, null));
    }

    [Fact]
    public async Task NobodyAsked_GoesToTheUnitHeadAtOnce()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        await office.Walk.SubmitAsync(id);

        Assert.Equal("unit-head", (await office.Walk.OpenAsync(id))!.ActivityId);
    }

    [Fact]
    public async Task Answer_WithoutWordsThoughAgainst_OrTwice_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        await office.Walk.SubmitAsync(id, Asked);
        var item = (await office.Walk.AllOpenAsync(id))[0];

        await Refused.ChangesNothingAsync(office, "field", () => office.Walk.AnswerAsync(item, Stance.Disagree, " "));
        Walk.Done(await office.Walk.AnswerAsync(item, Stance.Agree, null));
        await Refused.ChangesNothingAsync(office, "work.done", () => office.Walk.AnswerAsync(item, Stance.Agree, null));
    }

    [Fact]
    public async Task TwoAnswers_AtTheSameMoment_NeverLeaveItStuck()
    {
        const int Rounds = 200;
        await using var office = await Province.OpenAsync();
        for (var round = 0; round < Rounds; round++)
        {
            var id = await office.Walk.DraftAsync("chi-thi");
            await office.Walk.SubmitAsync(id, Asked);
            var items = await office.Walk.AllOpenAsync(id);
            using var start = new Barrier(items.Count);

            var answers = await Task.WhenAll(items.Select(item => Task.Run(async () =>
            {
                start.SignalAndWait();
                return await office.Walk.AnswerAsync(item, Stance.Agree, null);
            })));

            Assert.All(answers, answer => Walk.Done(answer));
            Assert.Equal("unit-head", Assert.Single(await office.Walk.AllOpenAsync(id)).ActivityId);
        }

        Assert.Equal(Rounds * 2, await office.ReadAsync(db => db.Set<Opinion>().CountAsync()));
    }
}
