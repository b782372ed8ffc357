namespace Workflow.Directives.Directory;

/// <summary>Gathers what a line means on a day, part by part.</summary>
internal sealed class LineOutcome(DirectorySnapshot directory, string reason, DateOnly at)
{
    private readonly List<ResolvedUnit> units = [];
    private readonly List<RecipientProblem> problems = [];
    private readonly List<Suggestion> suggestions = [];
    private readonly List<Succession> successions = [];
    private readonly HashSet<Guid> named = [];

    public IReadOnlyList<ResolvedUnit> Units => units;

    public IReadOnlyList<RecipientProblem> Problems => problems;

    public IReadOnlyList<Suggestion> Suggestions => suggestions;

    public IReadOnlyList<Succession> Successions => successions;

    public void Add(RecipientProblem problem) => problems.Add(problem);

    /// <summary>Takes over what the addressees mean, under this line's own text.</summary>
    public void Add(LineResolution addressee)
    {
        foreach (var unit in addressee.Units.Where(unit => named.Add(unit.UnitId)))
        {
            units.Add(unit with { Reason = reason });
        }

        problems.AddRange(addressee.Problems);
        suggestions.AddRange(addressee.Suggestions);
        successions.AddRange(addressee.Successions);
    }

    public void Add(RecipientPart part)
    {
        var living = part.Entries.Units.Where(unit => unit.LivesOn(at)).ToList();
        var groups = part.Entries.Groups.Where(group => group.ExistsOn(at)).ToList();
        if (living is [var one])
        {
            Add(one, part.Text);
        }
        else if (living.Count > 1)
        {
            Add(RecipientProblems.Ambiguous(part.Text, living));
            suggestions.AddRange(living.Select(unit => RecipientProblems.OneOfSeveral(part.Text, unit)));
        }
        else if (groups.Count > 0)
        {
            AddGroup(part.Text, groups);
        }
        else if (part.Entries.Posts.Count > 0)
        {
            AddPost(part.Text, part.Entries.Posts);
        }
        else if (part.Entries.Units.Count > 0)
        {
            // Of several that bore the name, the last one is meant.
            var latest = part.Entries.Units.Max(unit => unit.ValidUntil ?? DateOnly.MaxValue);
            AddAbsent(part.Text, [.. part.Entries.Units.Where(unit => (unit.ValidUntil ?? DateOnly.MaxValue) == latest)]);
        }
        else
        {
            Add(RecipientProblems.Unknown(part.Text));
            suggestions.AddRange(NearNames.Of(directory, part.Text, at));
        }
    }

    private void Add(Unit unit, string part)
    {
        if (!named.Add(unit.Id))
        {
            return;
        }

        units.Add(new ResolvedUnit(unit.Id, unit.Name, reason));
        if (unit.Contacts.Count == 0)
        {
            Add(RecipientProblems.NoContact(part, unit));
        }
    }

    private void AddGroup(string part, List<UnitGroup> groups)
    {
        var members = groups.SelectMany(directory.MembersOf).DistinctBy(unit => unit.Id).ToList();
        var living = groups.SelectMany(group => directory.MembersOn(group, at)).DistinctBy(unit => unit.Id).ToList();
        foreach (var unit in living)
        {
            Add(unit, part);
        }

        if (living.Count > 0)
        {
            return;
        }

        if (members.Exists(unit => unit.ValidUntil < at))
        {
            AddAbsent(part, members);
        }
        else
        {
            Add(RecipientProblems.NoLiveMember(part, groups[0], at));
        }
    }

    private void AddPost(string part, IReadOnlyList<Post> posts)
    {
        var holders = posts.SelectMany(post => directory.HoldersOn(post, at)).ToList();
        foreach (var person in holders)
        {
            Add(person, part);
        }

        if (holders.Count == 0)
        {
            Add(RecipientProblems.Vacant(part, posts[0], at));
        }
    }

    /// <summary>None of these lives on the day: they ended, or are still to come.</summary>
    private void AddAbsent(string part, IReadOnlyList<Unit> absent)
    {
        var ended = absent.Where(unit => unit.ValidUntil < at).ToList();
        if (ended.Count == 0)
        {
            var next = absent.MinBy(unit => unit.ValidFrom)!;
            Add(RecipientProblems.NotYet(part, next));
            return;
        }

        var lastDay = ended.Max(unit => unit.ValidUntil!.Value);
        var heirs = ended.SelectMany(unit => directory.HeirsOf(unit, at)).DistinctBy(heir => heir.Id)
            .OrderBy(heir => heir.Code, StringComparer.Ordinal).ToList();
        Add(RecipientProblems.Ended(part, ended, lastDay, heirs));
        successions.AddRange(ended.Select(unit => new Succession(part, unit.Name, unit.ValidUntil!.Value, [.. directory.HeirsOf(unit, at).Select(heir => heir.Name)])));
        if (heirs.Count > 0)
        {
            suggestions.Add(RecipientProblems.Heirs(part, lastDay, heirs));
        }
    }
}
