namespace Workflow.Directives.Documents.Reading;

/// <summary>The fields of the head that run over several lines: the organs and the abstract, with a person's lines between the rules'.</summary>
internal sealed class HeadLines(SourcePage page)
{
    private readonly List<(int Index, string Text, Choice? Choice)> organs = [];
    private readonly List<(int Index, string Text, Choice? Choice)> subject = [];

    private readonly List<(int Index, string Text)> titlePieces = [];

    /// <summary>The title that two pieces made together; null without one.</summary>
    internal HeadTitle? BrokenTitle { get; private set; }

    internal bool HasSubject => subject.Count > 0;

    internal bool OrganContinues(int index) => organs.Count > 0 && organs[^1].Index >= index - 1;

    internal bool SubjectContinues(int index) => subject[^1].Index >= index - 1;

    internal void AddOrgan(int index, string text)
    {
        var continues = OrganContinues(index) && !Reading.Organs.BeginsIssuer(text);
        organs.Add((index, text, continues ? Choice.OrganLineContinues() : null));
    }

    internal void AddSubject(int index, string text, Choice? choice) => subject.Add((index, text, choice));

    internal string? Subject()
    {
        foreach (var (index, text, choice) in subject)
        {
            page.Keep(page[index].Number, PartKind.Subject, text, choice);
        }

        return Joined(subject, PartKind.Subject);
    }

    /// <summary>Whether a piece is the rest of a title whose beginning was just met: a narrow column breaks it in two.</summary>
    internal bool TitleContinues(int index, string text) =>
        titlePieces.Count > 0 && titlePieces[^1].Index >= index - 1 && Labels.Title($"{titlePieces[^1].Text} {text}") is not null;

    internal void AddTitlePiece(int index, string text)
    {
        BrokenTitle ??= titlePieces.Count > 0 ? Labels.Title($"{titlePieces[^1].Text} {text}") : null;
        titlePieces.Add((index, text));
        page.Keep(page[index].Number, PartKind.Title, text, Choice.NearTitle());
    }

    /// <summary>Of several organ lines the last that begins an organ's name begins the issuer's; those above it name the superior.</summary>
    internal (string? Superior, string? Issuer) Organs(bool isUsualHead)
    {
        var issuer = Math.Max(organs.FindLastIndex(organ => Reading.Organs.BeginsIssuer(organ.Text)), 0);
        if (issuer > 0 && organs[issuer - 1].Index == organs[issuer].Index - 1 && Reading.Organs.IsOffice(organs[issuer - 1].Text))
        {
            issuer--;
        }

        for (var i = 0; i < organs.Count; i++)
        {
            var (kind, other) = i < issuer ? (PartKind.SuperiorOrgan, PartKind.Issuer) : (PartKind.Issuer, PartKind.SuperiorOrgan);
            var choice = organs[i].Choice
                ?? (issuer > 0 ? Choice.OneOfSeveralOrgans(other) : isUsualHead ? null : Choice.OrganWithoutContext());
            page.Keep(page[organs[i].Index].Number, kind, organs[i].Text, choice);
        }

        return (Joined(organs.Take(issuer), PartKind.SuperiorOrgan), Joined(organs.Skip(issuer), PartKind.Issuer));
    }

    private string? Joined(IEnumerable<(int Index, string Text, Choice? Choice)> ruled, PartKind kind)
    {
        var said = page.Said(kind).ToList();
        foreach (var line in said)
        {
            page.Keep(line.Line.Number, kind, line.Line.Text);
        }

        var texts = ruled.Select(line => (line.Index, line.Text)).Concat(said.Select(line => (line.Index, line.Line.Text)))
            .OrderBy(line => line.Index).Select(line => line.Text).ToList();
        return texts.Count > 0 ? string.Join(' ', texts) : null;
    }
}
