using Workflow.Directives.People;

namespace Workflow.Directives.Signing;

/// <summary>In which position somebody signs. A committee's deputy signs T/M as PHÓ BÍ THƯ, never K/T (domain rule of HD 36 and HD 05).</summary>
internal static class Capacity
{
    public static Role Of(Actor actor, string authority) => SignStep.RolesFor(authority).First(actor.Holds);

    public static string Printed(Role role) => role switch
    {
        Role.Secretary => "BÍ THƯ",
        Role.DeputySecretary => "PHÓ BÍ THƯ",
        _ => "CHÁNH VĂN PHÒNG",
    };
}
