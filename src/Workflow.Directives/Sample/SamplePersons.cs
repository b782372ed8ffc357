using Workflow.Directives.Data;
using Workflow.Directives.People;

namespace Workflow.Directives.Sample;

/// <summary>Puts the sample province's people into the store.</summary>
public static class SamplePersons
{
    /// <summary>Adds them with their roles and the trial password, and trial certificates for those who sign.</summary>
    /// <param name="db">The store.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task LoadAsync(WorkflowDb db, CancellationToken ct)
    {
        foreach (var sample in SamplePeople.All)
        {
            var person = new Person
            {
                Id = sample.Id,
                FullName = sample.Name,
                Email = sample.Email,
                UnitId = SampleProvince.IdOf(sample.UnitCode),
                Position = sample.Position,
                PositionEnglish = sample.PositionEnglish,
                SignsAs = sample.Capacity?.Position,
            };
            person.Grants.AddRange(sample.Roles.Select(role => new RoleGrant
            {
                Id = SampleProvince.IdOf($"grant/{sample.Email}/{role}"),
                PersonId = person.Id,
                Role = role,
                From = new DateOnly(2025, 10, 1),
            }));
            db.Add(person);
        }

        TrialAccounts.AddTo(db);
        TrialAuthority.AddTo(db);
        await db.SaveChangesAsync(ct);
    }
}
