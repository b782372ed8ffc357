using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Workflow.Directives.Data;
using Workflow.Directives.People.Accounts;

namespace Workflow.Directives.Sample;

/// <summary>The password with which every person of the sample signs in. It is printed here and in the README: for trying only.</summary>
public static class TrialAccounts
{
    /// <summary>The password of all of them. Public.</summary>
    public const string Password = "tinh-uy-nam-binh-2026";

    // The password is public, so rounds protect nothing here and would only make starting, and every test, slow.
    private const int Rounds = 1_000;

    private static readonly DateTime Since = new(2025, 9, 30, 17, 0, 0, DateTimeKind.Utc);

    // Made once in a process and shared by all of them.
    private static readonly Lazy<string> Hash = new(() =>
        new PasswordHasher<Account>(Options.Create(new PasswordHasherOptions { IterationCount = Rounds })).HashPassword(new Account(), Password));

    /// <summary>Adds an account for each person of the sample, to be saved with the people.</summary>
    /// <param name="db">The database.</param>
    internal static void AddTo(WorkflowDb db) => db.AddRange(SamplePeople.All.Select(person => new Account
    {
        Id = person.Id,
        PasswordHash = Hash.Value,
        SecurityStamp = person.Id.ToString(),
        PasswordSetAt = Since,
    }));
}
