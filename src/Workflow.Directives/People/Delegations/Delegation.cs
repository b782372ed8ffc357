using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Workflow.Directives.People.Delegations;

/// <summary>In what form an authority is handed to another.</summary>
public enum DelegationForm
{
    /// <summary>Ký thay (K/T): a deputy acts while the head is absent, within the deputy's own position.</summary>
    InPlace,

    /// <summary>Thừa lệnh (T/L): by order, for the kinds of papers the head leaves to the office.</summary>
    ByOrder,

    /// <summary>Ủy quyền: by a written authorization limited in time and content (NĐ 30/2020 art. 13.3).</summary>
    Authorized,
}

/// <summary>
/// One person's authority of a role, handed to another from a day until a day on the ground of a document. It lets the other do the steps that are offered to the
/// first; it never lets anybody do what his own roles never may.
/// </summary>
public sealed class Delegation
{
    /// <summary>Longest time, in days: a delegation is for an absence or a task, not for a term.</summary>
    public const int LongestDays = 366;

    /// <summary>Key.</summary>
    public required Guid Id { get; init; }

    /// <summary>Whose authority it is; when it was passed on, still the first.</summary>
    public required Guid PrincipalId { get; init; }

    /// <summary>Who handed it over: the principal, or a delegate who may pass it on.</summary>
    public required Guid GivenBy { get; init; }

    /// <summary>Who may act.</summary>
    public required Guid DelegateId { get; init; }

    /// <summary>The role whose steps are handed over.</summary>
    public required Role Role { get; init; }

    /// <summary>In what form.</summary>
    public required DelegationForm Form { get; init; }

    /// <summary>Codes of the document types it is for, parted by commas, e.g. <c>CV,TB</c>; empty for every type.</summary>
    public required string Types { get; init; }

    /// <summary>First day, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly From { get; init; }

    /// <summary>Last day, Asia/Ho_Chi_Minh.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>The document that grants it, e.g. <c>Quyết định số 12-QĐ/TU ngày 03/11/2026</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>Whether the delegate may hand it on.</summary>
    public required bool MayPassOn { get; init; }

    /// <summary>The delegation it was passed on from; null when the principal gave it.</summary>
    public Guid? PassedOnFrom { get; init; }

    /// <summary>When it was entered, UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>When it was ended before its last day; null while not.</summary>
    public DateTime? RevokedAt { get; set; }

    /// <summary>Whether it holds on a day.</summary>
    /// <param name="day">The day, Asia/Ho_Chi_Minh.</param>
    public bool HeldOn(DateOnly day) => RevokedAt is null && From <= day && day <= Until;
}

internal sealed class DelegationTable : IEntityTypeConfiguration<Delegation>
{
    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.ToTable("Delegations");
        builder.HasIndex(one => new { one.DelegateId, one.Until });
        builder.HasIndex(one => one.PrincipalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.PrincipalId);
        builder.HasOne<Person>().WithMany().HasForeignKey(one => one.DelegateId);
    }
}
