using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;
using static Workflow.Directives.Tests.Directory.Changes.DirectoryDesk;

namespace Workflow.Directives.Tests.Directory.Changes;

/// <summary>Units are added, changed, ended, merged and split.</summary>
public sealed class ChangeUnitsTests
{
    private static readonly DateOnly Today = new(2026, 3, 10);

    [Fact]
    public async Task NewUnit_Applied_ReceivesUnderItsNameFromItsFirstDay_AndIsInTheHistory()
    {
        await using var office = await Province.OpenAsync();

        var done = await office.PutAsync(DirectorySheet.Units, NewUnit("SDULICH", "Sở Du lịch"));

        Assert.Equal(RowChangeKind.Added, Assert.Single(done.Changes).Kind);
        Assert.Equal("Sở Du lịch", Assert.Single((await office.ResolveAsync("Sở Du lịch", Today.AddDays(1))).Units).UnitName);
        Assert.Equal(RecipientProblemCode.NotYet, Assert.Single((await office.ResolveAsync("Sở Du lịch", Today)).Problems).Code);
        var entry = await office.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(one => one.Seq).LastAsync());
        Assert.Equal("directory.changed", entry.Act);
        Assert.Contains("Added 1", entry.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Preview_OfAnything_ChangesNoRow()
    {
        await using var office = await Province.OpenAsync();
        var before = await office.FingerprintAsync();

        var preview = Walk.Done(await office.PreviewAsync(DirectoryWish.Of(DirectorySheet.Units, NewUnit("SDULICH", "Sở Du lịch", "2026-03-01"))));

        Assert.Contains(preview.Memberships, group => group.Name == "Các sở" && group.Entering.SequenceEqual(["Sở Du lịch"]));
        Assert.Equal(before, await office.FingerprintAsync());
    }

    [Fact]
    public async Task ChangedFields_ArePreviewedOldAndNew_AndTheRestStays()
    {
        await using var office = await Province.OpenAsync();
        var mail = (await office.DirectoryAsync()).Units.Single(unit => unit.Code == "SYT").Contacts.Single(contact => contact.Order == 1).Email;

        var done = await office.PutAsync(DirectorySheet.Units, Row(("code", "syt"), ("aliases", "Ngành Y tế"), ("contact1_email", "Moi@SYT.example")));

        var change = Assert.Single(done.Changes);
        Assert.Equal(("SYT", RowChangeKind.Changed), (change.Key, change.Kind));
        Assert.Contains(new FieldChange("contact1_email", mail, "moi@syt.example"), change.Fields);
        Assert.Equal("Sở Y tế", Assert.Single((await office.ResolveAsync("Ngành Y tế", Today)).Units).UnitName);
        Assert.Equal("Sở Y tế", Assert.Single((await office.ResolveAsync("Sở Y tế", Today)).Units).UnitName);
    }

    [Fact]
    public async Task Merger_OfTwoUnits_NamesTheOneThatCarriesOn()
    {
        await using var office = await Province.OpenAsync();
        var merger = new Reorganisation(["SNV", "SXD"], "2026-03-31", ["SNVXD | Sở Nội vụ và Xây dựng"]).Rows(await office.DirectoryAsync());

        var done = await office.PutAsync(merger);

        Assert.Equal([RowChangeKind.Added, RowChangeKind.Ended, RowChangeKind.Ended], done.Changes.Select(row => row.Kind));
        var line = await office.ResolveAsync("Sở Xây dựng", new DateOnly(2026, 4, 1));
        Assert.Equal(RecipientProblemCode.Ended, Assert.Single(line.Problems).Code);
        Assert.Equal("Sở Nội vụ và Xây dựng", Assert.Single(line.Suggestions).Name);
        Assert.True((await office.ResolveAsync("Sở Xây dựng", new DateOnly(2026, 3, 31))).Clear);
    }

    [Fact]
    public async Task Split_OfAUnit_SuggestsBothThatCarryOn()
    {
        await using var office = await Province.OpenAsync();
        var split = new Reorganisation(["SNV"], "2026-03-31", ["STC", "SLD | Sở Lao động"]).Rows(await office.DirectoryAsync());

        await office.PutAsync(split);

        var line = await office.ResolveAsync("Sở Nội vụ", new DateOnly(2026, 4, 1));
        Assert.Equal(["Sở Lao động", "Sở Tài chính"], Assert.Single(line.Successions).Heirs.Order(StringComparer.Ordinal));
        Assert.Equal(2, Assert.Single(line.Suggestions).UnitIds.Count);
    }

    [Theory]
    [InlineData("parent", "KHONG-CO")]
    [InlineData("parent", "SYT")]
    [InlineData("kind", "Sở")]
    [InlineData("kind", "3")]
    [InlineData("area", "Ward")]
    [InlineData("valid_from", "31/02/2026")]
    [InlineData("valid_until", "1990-01-01")]
    [InlineData("successors", "STC")]
    [InlineData("name", "")]
    [InlineData("name", "Sở\u202eY tế")]
    [InlineData("contact1_email", "vanthu@")]
    [InlineData("contact1_name", "")]
    [InlineData("colour", "red")]
    public async Task Field_ThatCannotBe_IsAProblemAndTheChangeIsRefused(string column, string value)
    {
        await using var office = await Province.OpenAsync();
        var wish = DirectoryWish.Of(DirectorySheet.Units, Row(("code", "SYT"), (column, value)));
        var preview = Walk.Done(await office.PreviewAsync(wish));

        Assert.All(preview.Problems, problem => Assert.Equal(1, problem.Line));
        Assert.NotEmpty(preview.Problems);
        var refusal = await Refused.ChangesNothingAsync(office, "directory.rows", () => office.ChangeAsync(wish, preview.Seen));
        Assert.Equal(preview.Problems, refusal.Problems);
    }

    [Fact]
    public async Task Change_AfterTheDirectoryMovedOn_IsRefused_AndStandsAfterANewPreview()
    {
        await using var office = await Province.OpenAsync();
        var wish = DirectoryWish.Of(DirectorySheet.Units, Row(("code", "SYT"), ("short", "Y tế")));
        var seen = Walk.Done(await office.PreviewAsync(wish)).Seen;
        await office.PutAsync(DirectorySheet.Units, Row(("code", "STC"), ("short", "Tài chính")));

        await Refused.ChangesNothingAsync(office, "directory.stale", () => office.ChangeAsync(wish, seen));
        await office.PutAsync(wish);
    }

    [Fact]
    public async Task TwoChanges_AtOnce_AreOneAndARefusal()
    {
        await using var office = await Province.OpenAsync();
        DirectoryWish[] wishes =
        [
            DirectoryWish.Of(DirectorySheet.Units, Row(("code", "SYT"), ("short", "Y tế"))), DirectoryWish.Of(DirectorySheet.Units, Row(("code", "STC"), ("short", "Tài chính"))),
        ];
        var seen = Walk.Done(await office.PreviewAsync(wishes[0])).Seen;

        var results = await Task.WhenAll(wishes.Select(wish => office.ChangeAsync(wish, seen)));

        Assert.Equal("directory.stale", Assert.Single(results, result => !result.Done).Refusal!.Code);
        Assert.Equal(1, await office.ReadAsync(db => db.Set<DirectoryEdition>().Select(edition => edition.Version).SingleAsync()));
    }

    [Theory]
    [InlineData(Who.Administrator)]
    [InlineData(Who.Drafter)]
    [InlineData(Who.Auditor)]
    [InlineData(Who.ClerkOfAnLoc)]
    public async Task Change_ByAnybodyElse_IsRefused(string who)
    {
        await using var office = await Province.OpenAsync();
        var wish = DirectoryWish.Of(DirectorySheet.Units, Row(("code", "SYT"), ("short", "Y tế")));
        var seen = Walk.Done(await office.PreviewAsync(wish)).Seen;

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.PreviewAsync(wish, by: who));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.ChangeAsync(wish, seen, who));
    }

    [Fact]
    public async Task Change_ThatChangesNothing_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var wish = DirectoryWish.Of(DirectorySheet.Units, Row(("code", "SYT"), ("name", "Sở Y tế")));
        var seen = Walk.Done(await office.PreviewAsync(wish)).Seen;

        await Refused.ChangesNothingAsync(office, "directory.nothing-changes", () => office.ChangeAsync(wish, seen));
    }

    [Fact]
    public async Task FrozenList_AfterItsUnitAndAnAbbreviationChanged_IsAsItWas()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("cong-van", Walk.Disseminate);
        var before = (await office.Walk.DeliveriesAsync(id)).Select(one => (one.UnitId, one.UnitName)).ToList();

        await office.PutAsync(new Reorganisation(["SYT"], "2026-03-31", []).Rows(await office.DirectoryAsync()));
        await office.PutAsync(DirectorySheet.Units, Row(("code", "STC"), ("name", "Sở Tài chính và Ngân sách")));
        await office.PutAsync(new DirectoryWish(DirectorySheet.Abbreviations, [], ["UBND"]));

        Assert.NotEmpty(before);
        Assert.Equal(before, (await office.Walk.DeliveriesAsync(id)).Select(one => (one.UnitId, one.UnitName)));
    }
}
