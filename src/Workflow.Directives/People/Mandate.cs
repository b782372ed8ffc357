using Workflow.Directives.People.Delegations;

namespace Workflow.Directives.People;

/// <summary>An authority that somebody else delegated to an actor and that holds at this moment.</summary>
/// <param name="DelegationId">The delegation.</param>
/// <param name="Principal">Whose authority it is.</param>
/// <param name="PrincipalName">His name.</param>
/// <param name="PrincipalUnit">His unit, or null.</param>
/// <param name="Role">The role whose steps are handed over.</param>
/// <param name="Form">In what form.</param>
/// <param name="Types">Codes of the document types it is for; empty for every type.</param>
/// <param name="Basis">The document that grants it.</param>
public sealed record Mandate(
    Guid DelegationId, Guid Principal, string PrincipalName, Guid? PrincipalUnit, Role Role, DelegationForm Form, IReadOnlyList<string> Types, string Basis)
{
    /// <summary>Whether it is for this type of document.</summary>
    /// <param name="typeCode">Code of the type.</param>
    public bool Covers(string typeCode) => Types.Count == 0 || Types.Contains(typeCode);
}
