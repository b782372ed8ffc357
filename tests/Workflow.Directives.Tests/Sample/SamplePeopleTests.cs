using Workflow.Directives.Directory;
using Workflow.Directives.People;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Sample;

public sealed class SamplePeopleTests
{
    private static readonly Dictionary<string, Unit> Units = SampleProvince.Units(DateTime.UnixEpoch).ToDictionary(unit => unit.Code);

    [Fact]
    public void EveryRole_IsHeldByAtLeastTwo() =>
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(SamplePeople.All.Count(person => person.Roles.Contains(role)) >= 2, role.ToString()));

    [Fact]
    public void Everyone_WorksInAUnitThatLives_AndHasASentence() =>
        Assert.All(SamplePeople.All, person =>
        {
            Assert.True(Units[person.UnitCode].LivesOn(new DateOnly(2026, 11, 22)), person.Name);
            Assert.EndsWith(".", person.About, StringComparison.Ordinal);
            Assert.NotEmpty(person.PositionEnglish);
        });

    [Fact]
    public void People_AreAllDifferent()
    {
        Assert.True(SamplePeople.All.Count >= 24);
        Assert.Equal(SamplePeople.All.Count, SamplePeople.All.Select(person => person.Id).Distinct().Count());
        Assert.Equal(SamplePeople.All.Count, SamplePeople.All.Select(person => person.Name).Distinct().Count());
    }

    [Fact]
    public void RecipientClerks_AreTwoInEachOfAtLeastSixUnits()
    {
        var clerks = SamplePeople.All.Where(person => person.Roles.Contains(Role.RecipientClerk)).CountBy(person => person.UnitCode).ToList();

        Assert.True(clerks.Count >= 6);
        Assert.All(clerks, unit => Assert.Equal(2, unit.Value));
    }

    [Fact]
    public void DraftersAndUnitHeads_SitInSectionsOfTheOffice()
    {
        var sections = SamplePeople.All.Where(person => person.Roles.Any(role => role is Role.Drafter or Role.UnitHead)).Select(person => Units[person.UnitCode]).ToList();

        Assert.All(sections, unit => Assert.Equal((UnitKind.Section, (Guid?)SampleProvince.IdOf("VPTU")), (unit.Kind, unit.ParentId)));
        Assert.True(sections.Distinct().Count() >= 2);
    }

    [Fact]
    public void Signers_AndOnlyThey_HaveACapacity() =>
        Assert.All(SamplePeople.All, person => Assert.Equal(
            person.Roles.Any(role => role is Role.Secretary or Role.DeputySecretary or Role.ChiefOfOffice), person.Capacity is not null));

    [Fact]
    public void AdministratorsAndAuditors_HoldNoOtherRole() =>
        Assert.All(
            SamplePeople.All.Where(person => person.Roles.Any(role => role is Role.Administrator or Role.Auditor)),
            person => Assert.Single(person.Roles));
}
