using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Directives.Documents.Form;

/// <summary>The form rules this program knows, read from <c>form-profiles.json</c>, which says where every value comes from.</summary>
public static class FormProfiles
{
    private const string Resource = "Workflow.Directives.Documents.Form.form-profiles.json";
    private const string StatePapers = "ND30";

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
        ReadCommentHandling = JsonCommentHandling.Skip,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>All profiles, those of Party papers first, the newest first.</summary>
    public static ImmutableArray<FormProfile> All { get; } = Read();

    /// <summary>The profile with this code, or null.</summary>
    /// <param name="code"><c>HD05</c>, <c>HD36</c> or <c>ND30</c>.</param>
    public static FormProfile? ByCode(string? code) => All.FirstOrDefault(profile => profile.Code == code);

    /// <summary>The profile a document is printed by, with the office's choices applied.</summary>
    /// <param name="d">The document; its national title tells a state paper, or its symbol while the title is missing.</param>
    /// <param name="day">The date the document bears, or today for a draft. Days before the first rule take the first.</param>
    /// <param name="settings">The office's choices.</param>
    public static FormProfile For(DirectiveDocument d, DateOnly day, FormSettings settings)
    {
        ArgumentNullException.ThrowIfNull(d);
        ArgumentNullException.ThrowIfNull(settings);
        var party = All.Where(profile => !profile.IsState).OrderByDescending(profile => profile.ValidFrom).ToList();
        var profile = IsState(d)
            ? All.First(profile => profile.Code == StatePapers)
            : party.Find(profile => profile.ValidFrom <= day) ?? party[^1];
        return Applied(profile, settings);
    }

    private static bool IsState(DirectiveDocument d) =>
        d.Title == HeadTitle.State || (d.Title == HeadTitle.None && d.Symbol?.Contains('/', StringComparison.Ordinal) == false);

    private static FormProfile Applied(FormProfile profile, FormSettings settings) => profile with
    {
        Sheet = profile.Sheet with { MirroredBacks = profile.Sheet.MirroredBacks || settings.MirroredBacks },
        Body = profile.Body with
        {
            LinePt = settings.LinePt ?? profile.Body.LinePt,
            LeastLinePt = settings.LinePt ?? profile.Body.LeastLinePt,
            GapPt = settings.GapPt ?? profile.Body.GapPt,
        },
        Looks = profile.Looks
            .Select(look => KeyValuePair.Create(look.Key, look.Value with { SizePt = SizeOf(look.Key, settings) ?? look.Value.SizePt }))
            .ToImmutableDictionary(),
        LetterSubject = settings.LetterSubject,
        Ending = settings.Ending,
        Spelling = settings.Spelling,
    };

    private static double? SizeOf(FormElement element, FormSettings settings) => element switch
    {
        FormElement.PageNumber => settings.PageNumberSizePt,
        FormElement.Body or FormElement.Heading or FormElement.Chapter => settings.BodySizePt,
        FormElement.TypeName => settings.TypeNameSizePt,
        _ => null,
    };

    private static ImmutableArray<FormProfile> Read()
    {
        using var stream = typeof(FormProfiles).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded in this program.");
        var profiles = JsonSerializer.Deserialize<ImmutableArray<FormProfile>>(stream, Format);
        var missing = profiles.SelectMany(profile => Enum.GetValues<FormElement>()
            .Where(element => !profile.Looks.ContainsKey(element)).Select(element => $"{profile.Code}.{element}")).ToList();
        return missing.Count == 0 ? profiles : throw new InvalidOperationException($"{Resource} lacks {string.Join(", ", missing)}.");
    }
}
