namespace Workflow.Directives.Verification;

/// <summary>What the office's own register says of a file it knows by its SHA-256.</summary>
/// <param name="Vietnamese">A sentence, e.g. that it was issued under a number, or was recalled or replaced since.</param>
/// <param name="English">The same in English.</param>
/// <param name="HeldSince">Since when the office has held this very file, UTC: proof that its signatures are no younger; null: not recorded.</param>
/// <param name="InForce">Whether it is what it seems to be today: issued, neither recalled nor replaced.</param>
public sealed record DocumentStanding(string Vietnamese, string English, DateTime? HeldSince, bool InForce);
