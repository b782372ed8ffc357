using System.Net.Mail;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Directory;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Sample;

public sealed class SampleProvinceTests
{
    private static readonly DateTime Moment = new(2026, 11, 22, 1, 2, 3, DateTimeKind.Utc);
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly IReadOnlyList<Unit> Units = SampleProvince.Units(Moment);

    [Fact]
    public void Province_AsItStands_HasItsCommunesWardsAndSpecialZone()
    {
        var living = Units.Where(unit => unit.LivesOn(Today)).ToList();

        Assert.True(living.Count(unit => unit.Kind is not (UnitKind.Person or UnitKind.Section)) >= 150);
        foreach (var kind in new[] { UnitKind.CommuneParty, UnitKind.CommuneGovernment })
        {
            var areas = living.Where(unit => unit.Kind == kind).CountBy(unit => unit.AreaKind!.Value).ToDictionary();
            Assert.Equal((44, 9, 1), (areas[AreaKind.Commune], areas[AreaKind.Ward], areas[AreaKind.SpecialZone]));
            Assert.Equal(3, areas.Count);
        }
    }

    [Fact]
    public void EndedUnits_HaveSuccessorsThatExist()
    {
        var byId = Units.ToDictionary(unit => unit.Id);
        var ended = Units.Where(unit => unit.ValidUntil is not null).ToList();

        Assert.True(ended.Count(unit => unit.Successors.Count > 0) >= 12);
        Assert.All(ended.SelectMany(unit => unit.Successors), next => Assert.Contains(next.SuccessorId, byId));
        Assert.All(
            ended.Where(unit => unit.Kind is not (UnitKind.Person or UnitKind.SteeringBody or UnitKind.Central or UnitKind.SectorBody)),
            unit => Assert.NotEmpty(unit.Successors));
        Assert.All(
            ended.SelectMany(unit => unit.Successors, (unit, next) => (unit, Next: byId[next.SuccessorId])),
            pair => Assert.True(pair.Next.LivesOn(pair.unit.ValidUntil!.Value.AddDays(1)), pair.unit.Code));
    }

    [Fact]
    public void LivingUnits_ThatShareAName_DoNotExist() =>
        Assert.DoesNotContain(Units.Where(unit => unit.LivesOn(Today)).GroupBy(unit => unit.Name), same => same.Count() > 1);

    [Fact]
    public void EveryUnit_HasTwoContactsInOrder() =>
        Assert.All(Units, unit => Assert.Equal([1, 2], unit.Contacts.Select(contact => contact.Order)));

    [Fact]
    public void Addresses_AreValidUniqueAndLeadNowhere()
    {
        var addresses = Units.SelectMany(unit => unit.Contacts).Select(contact => contact.Email)
            .Concat(SamplePeople.All.Select(person => person.Email)).ToList();

        Assert.Equal(addresses.Count, addresses.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(addresses, address =>
        {
            Assert.True(MailAddress.TryCreate(address, out var mailbox) && mailbox.Address == address, address);
            Assert.EndsWith(".example", address, StringComparison.Ordinal);
            Assert.True(Ascii.IsValid(address), address);
            Assert.True(mailbox.User.Length <= 64, address);
        });
    }

    [Fact]
    public void Texts_AreComposed() =>
        Assert.All(
            Units.SelectMany(unit => unit.Aliases.Select(alias => alias.Text).Append(unit.Name)), text => Assert.True(text.IsNormalized(), text));

    [Fact]
    public void NameOfTheProvince_IsNoRealProvince() =>
        Assert.DoesNotContain(SampleProvince.Name, RealProvinces.Split(", "));

    [Fact]
    public void Groups_NameOnlyUnitsThatExist()
    {
        var ids = Units.Select(unit => unit.Id).ToHashSet();

        Assert.All(SampleProvince.Groups().SelectMany(group => group.Members), member => Assert.Contains(member.UnitId, ids));
    }

    [Fact]
    public void Posts_AreHeldByPersons_WhoLiveAllThatTime()
    {
        var byId = Units.ToDictionary(unit => unit.Id);

        Assert.True(SampleProvince.Posts().Count > 20);
        Assert.All(SampleProvince.Posts().SelectMany(post => post.Holders, (post, holder) => (post, holder, person: byId[holder.UnitId])), one =>
        {
            Assert.Equal(UnitKind.Person, one.person.Kind);
            Assert.True(one.person.LivesOn(one.holder.From) && one.person.LivesOn(one.holder.Until ?? Today), $"{one.post.Code} {one.person.Code}");
        });
    }

    [Fact]
    public void NewspapersOfOtherProvinces_AreNoneOfTheProvince()
    {
        var directory = DirectorySnapshot.Of(Units, SampleProvince.Groups(), SampleProvince.Posts(), null);

        var press = directory.MembersOn(directory.Groups.Single(group => group.Name == "Các cơ quan báo chí của tỉnh"), Today);
        Assert.All(press, unit => Assert.Equal(UnitKind.Press, unit.Kind));
        Assert.Contains(Units, unit => unit.Kind == UnitKind.OtherProvince && unit.Name == "Báo Bắc Giang");
    }

    [Fact]
    public void NoGroup_TakesInASection() =>
        Assert.All(SampleProvince.Groups(), group => Assert.DoesNotContain(Units, unit => unit.Kind == UnitKind.Section && group.TakesIn(unit, (_, _) => true)));

    [Fact]
    public async Task Load_Twice_StoresTheProvinceOnce()
    {
        using var database = new TestDatabase();
        for (var time = 0; time < 2; time++)
        {
            await using var db = database.Open();
            await SampleProvince.LoadAsync(db, Moment, CancellationToken.None);
        }

        await using var stored = database.Open();
        Assert.Equal(Units.Count, await stored.Set<Unit>().CountAsync());
        Assert.Equal(Moment, (await stored.Set<UnitContact>().FirstAsync()).UpdatedAt);
    }

    [Fact]
    public async Task StoredDirectory_ResolvesLikeTheOneInMemory()
    {
        using var database = new TestDatabase();
        await using (var db = database.Open())
        {
            await SampleProvince.LoadAsync(db, Moment, CancellationToken.None);
        }

        await using var read = database.Open();
        var stored = await DirectorySnapshot.LoadAsync(read, CancellationToken.None);
        var memory = DirectorySnapshot.Of(Units, SampleProvince.Groups(), SampleProvince.Posts(), null);
        foreach (var text in new[] { "Các sở, ban, ngành, đoàn thể cấp tỉnh", "Các huyện ủy", "Các đ/c Tỉnh ủy viên", "Ủy ban MTTQ tỉnh" })
        {
            var (one, other) = (Resolve(memory, text), Resolve(stored, text));
            Assert.Equal(one.Units, other.Units);
            Assert.Equal(one.Problems, other.Problems);
            Assert.Equal(one.Suggestions.SelectMany(suggestion => suggestion.UnitIds), other.Suggestions.SelectMany(suggestion => suggestion.UnitIds));
        }

        static LineResolution Resolve(DirectorySnapshot directory, string text) =>
            RecipientResolver.Resolve(directory, new RecipientText(1, text), Today, []);
    }

    /// <summary>The 63 provinces and cities until 30/6/2025; the 34 since bear names among them.</summary>
    private const string RealProvinces =
        "An Giang, Bà Rịa - Vũng Tàu, Bạc Liêu, Bắc Giang, Bắc Kạn, Bắc Ninh, Bến Tre, Bình Dương, Bình Định, Bình Phước, Bình Thuận, Cà Mau, Cao Bằng, "
        + "Cần Thơ, Đà Nẵng, Đắk Lắk, Đắk Nông, Điện Biên, Đồng Nai, Đồng Tháp, Gia Lai, Hà Giang, Hà Nam, Hà Nội, Hà Tĩnh, Hải Dương, Hải Phòng, "
        + "Hậu Giang, Hòa Bình, Hồ Chí Minh, Huế, Hưng Yên, Khánh Hòa, Kiên Giang, Kon Tum, Lai Châu, Lạng Sơn, Lào Cai, Lâm Đồng, Long An, Nam Định, "
        + "Nghệ An, Ninh Bình, Ninh Thuận, Phú Thọ, Phú Yên, Quảng Bình, Quảng Nam, Quảng Ngãi, Quảng Ninh, Quảng Trị, Sóc Trăng, Sơn La, Tây Ninh, "
        + "Thái Bình, Thái Nguyên, Thanh Hóa, Thừa Thiên Huế, Tiền Giang, Trà Vinh, Tuyên Quang, Vĩnh Long, Vĩnh Phúc, Yên Bái";
}
