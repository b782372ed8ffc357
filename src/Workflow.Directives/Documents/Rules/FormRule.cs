using System.Collections.Immutable;

namespace Workflow.Directives.Documents.Rules;

/// <summary>One entry of the check list.</summary>
/// <param name="Number">Printed number: 1–15 are the rules of form a clerk checks by hand, their letters what belongs to them, 16 and up the rest. Never reused.</param>
/// <param name="Code">Stable lower-case code, e.g. <c>number-form</c>.</param>
/// <param name="Severity">How much a breach weighs.</param>
/// <param name="Vietnamese">Title a clerk reads.</param>
/// <param name="English">The same in English.</param>
/// <param name="Source">The law or rule it comes from, as cited in Vietnamese; <c>Thông lệ</c> (practice) where no published rule says so.</param>
/// <param name="Profiles">Codes of the form profiles under which it is checked: <c>HD05</c>, <c>HD36</c>, <c>ND30</c>.</param>
public sealed record FormRule(
    string Number, string Code, Severity Severity, string Vietnamese, string English, string Source, ImmutableArray<string> Profiles);
