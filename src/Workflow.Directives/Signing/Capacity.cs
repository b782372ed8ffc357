using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;

namespace Workflow.Directives.Signing;

/// <summary>In which position somebody signs. A committee's deputy signs T/M as PHÓ BÍ THƯ, never K/T (domain rule of HD 36 and HD 05).</summary>
public static class Capacity
{
    /// <summary>The role that lets somebody sign with an authority.</summary>
    /// <param name="actor">Who signs.</param>
    /// <param name="authority">T/M or T/L.</param>
    /// <exception cref="InvalidOperationException">He holds none; check <see cref="SignStep.RolesFor"/> first.</exception>
    public static Role Of(Actor actor, string authority)
    {
        ArgumentNullException.ThrowIfNull(actor);
        return SignStep.RolesFor(authority).First(actor.Holds);
    }

    /// <summary>The signature block as it will be printed when this person signs: a draft often leaves the name to whoever will.</summary>
    /// <param name="db">The store.</param>
    /// <param name="actor">Who signs.</param>
    /// <param name="directive">What is signed.</param>
    /// <param name="document">Its text, read.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<SignatureBlock> BlockAsync(
        this WorkflowDb db, Actor actor, Directive directive, DirectiveDocument document, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(directive);
        var position = await db.Set<Person>().Where(one => one.Id == actor.PersonId).Select(one => one.SignsAs).SingleAsync(ct);
        return new SignatureBlock(
            document.Signature?.Authority ?? $"{directive.Authority} BAN THƯỜNG VỤ",
            position ?? Printed(Of(actor, directive.Authority)),
            actor.Name);
    }

    private static string Printed(Role role) => role switch
    {
        Role.Secretary => "BÍ THƯ",
        Role.DeputySecretary => "PHÓ BÍ THƯ",
        _ => "CHÁNH VĂN PHÒNG",
    };
}
