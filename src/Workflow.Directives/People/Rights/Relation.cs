namespace Workflow.Directives.People.Rights;

/// <summary>What somebody has to do with a thing, as the table of rights asks for it.</summary>
[Flags]
public enum Relation
{
    /// <summary>Nothing in particular; only a grant for any thing holds.</summary>
    None = 0,

    /// <summary>He drafted it.</summary>
    Own = 1,

    /// <summary>It belongs to his unit: drafted there, or the unit's own copy.</summary>
    Unit = 2,

    /// <summary>A step of it is offered to him, himself or through a delegation.</summary>
    Assigned = 4,

    /// <summary>It is addressed to his unit.</summary>
    Addressed = 8,

    /// <summary>Any thing he can see. In the table: <c>any</c>.</summary>
    Any = 16,
}

/// <summary>Which fresh proof of identity an act asks for.</summary>
public enum StepUp
{
    /// <summary>None beyond being signed in.</summary>
    None,

    /// <summary>Password, one-time code or passkey, given with the act itself. In the table: <c>^</c>.</summary>
    Identity,

    /// <summary>The PIN of the key that the act uses, given with the act itself. In the table: <c>^pin</c>.</summary>
    Pin,
}

/// <summary>What a role is granted of a right.</summary>
/// <param name="Of">The things it holds for.</param>
/// <param name="StepUp">The proof it asks for.</param>
public readonly record struct Grant(Relation Of, StepUp StepUp)
{
    /// <summary>Whether it holds for somebody who has this to do with the thing.</summary>
    /// <param name="relation">What he has to do with it.</param>
    public bool Covers(Relation relation) => Of.HasFlag(Relation.Any) || (Of & relation) != 0;

    /// <summary>Reads <c>own,unit^</c>.</summary>
    /// <param name="text">As in the table.</param>
    /// <exception cref="FormatException">It is none.</exception>
    internal static Grant Parse(string text)
    {
        var parts = text.Split('^');
        var stepUp = parts switch
        {
            [_] => StepUp.None,
            [_, ""] => StepUp.Identity,
            [_, "pin"] => StepUp.Pin,
            _ => throw new FormatException($"\"{text}\" ends in something else than ^ or ^pin."),
        };
        var of = Relation.None;
        foreach (var word in parts[0].Split(','))
        {
            of |= Enum.TryParse<Relation>(word, ignoreCase: true, out var relation) && relation != Relation.None
                ? relation
                : throw new FormatException($"\"{word}\" is none of own, unit, assigned, addressed, any.");
        }

        return new Grant(of, stepUp);
    }
}
