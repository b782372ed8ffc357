namespace Workflow.Directives.Directory;

/// <summary>What a part of a line is.</summary>
internal enum PartMeaning
{
    /// <summary>A name of the directory.</summary>
    Named,

    /// <summary>A text the directory does not know.</summary>
    Unknown,

    /// <summary>"Như trên".</summary>
    BackReference,

    /// <summary>The archive copy.</summary>
    Archive,
}

/// <summary>A part of a line, as printed, and what it names.</summary>
internal sealed record RecipientPart(PartMeaning Meaning, string Text, NamedEntries Entries);

/// <summary>
/// Reads a line into parts. Lists are contracted in three ways, tried in this order wherever a segment is no name by itself:
/// several heads before several territories ("Đảng ủy, UBND các xã, phường"), an ending that stands only once ("Các huyện, thành ủy"),
/// a beginning that stands only once ("Sở Y tế, Tài chính"). A borrowed word must make an exact name, so nothing is guessed.
/// </summary>
internal sealed class RecipientParts
{
    private const int LongestRun = 8;
    private const int LongestBorrowingRun = 3;

    private readonly DirectorySnapshot directory;
    private readonly string line;
    private readonly List<LineSegment> segments;
    private readonly List<RecipientPart> parts = [];
    private string[] previous = [];
    private int unknownUntil = -1;

    private RecipientParts(DirectorySnapshot directory, string line) =>
        (this.directory, this.line, segments) = (directory, line, directory.Segments(line));

    /// <summary>Reads a line (NFC). Every segment of it is in exactly one run of parts.</summary>
    public static IReadOnlyList<RecipientPart> Of(DirectorySnapshot directory, string line)
    {
        var reading = new RecipientParts(directory, line);
        for (var at = 0; at < reading.segments.Count;)
        {
            at = reading.Read(at);
        }

        return reading.parts;
    }

    private int Read(int at)
    {
        if (LineVocabulary.IsBackReference(segments[at].Key))
        {
            parts.Add(new RecipientPart(PartMeaning.BackReference, Printed(at, at + 1), NamedEntries.None));
            return at + 1;
        }

        if (Direct(at) is { } direct)
        {
            return Accept(at, direct.Until, direct.Words, direct.Entries);
        }

        if (LineVocabulary.IsArchive(segments[at].Words))
        {
            parts.Add(new RecipientPart(PartMeaning.Archive, Printed(at, segments.Count), NamedEntries.None));
            return segments.Count;
        }

        return Crossed(at) ?? Single(at);
    }

    private int Single(int at) =>
        Borrowed(at) is { } borrowed ? Accept(at, borrowed.Until, borrowed.Words, borrowed.Entries) : Unknown(at);

    private (int Until, string[] Words, NamedEntries Entries)? Direct(int at)
    {
        for (var until = Math.Min(segments.Count, at + LongestRun); until > at; until--)
        {
            string[] words = [.. Words(at, until)];
            if (words.Length > 0 && directory.Lookup(string.Join(' ', words)) is { Any: true } entries
                && !IsListOfNames(at, until, entries))
            {
                return (until, words, entries);
            }
        }

        return null;
    }

    /// <summary>
    /// Names side by side that would only by chance make a third: "Các ban cán sự đảng, Ủy ban nhân dân tỉnh" is not "Ban cán sự đảng Ủy ban nhân dân tỉnh".
    /// </summary>
    private bool IsListOfNames(int at, int until, NamedEntries together)
    {
        // "…, Phó Bí thư" may be a person's office; "…, các Phó Bí thư" are others.
        if ((together.Posts.Count > 0 || together.Units.Any(unit => unit.Kind == UnitKind.Person))
            && segments.GetRange(at, until - at).Skip(1).Any(segment => LineVocabulary.IsPlural(line[segment.Start..segment.End])))
        {
            return true;
        }

        var keys = segments.GetRange(at, until - at).ConvertAll(segment => segment.Key);
        return keys.Count > 1 && keys.TrueForAll(key => directory.Lookup(key).Any) && !directory.IsWrittenAsList(keys);
    }

    /// <summary>"Đảng ủy, UBND các xã, phường": each head with each territory. Null when the segments are not of that form.</summary>
    private int? Crossed(int at)
    {
        var last = at;
        while (last < segments.Count && LineVocabulary.HeadLength(segments[last].Words) == 0 && Direct(last) is null
            && !LineVocabulary.IsArchive(segments[last].Words))
        {
            last++;
        }

        if (last == at || last == segments.Count || LineVocabulary.HeadLength(segments[last].Words) == 0 || NamesSomethingElse(last))
        {
            return null;
        }

        var head = segments[last].Words.Take(LineVocabulary.HeadLength(segments[last].Words)).ToArray();
        var territories = TerritoriesFrom(last, head);
        for (var each = at; each <= last; each++)
        {
            var words = each == last ? head : segments[each].Words;
            var text = each == last ? BeforeTerritory(last) : Printed(each, each + 1);
            Cross(each, last, words, text, territories);
        }

        previous = [.. head, .. territories[^1].Words];
        return last + territories.Count;
    }

    private void Cross(int at, int last, IReadOnlyList<string> head, string text, List<(string[] Words, string Text)> territories)
    {
        var found = territories.ConvertAll(territory => directory.Lookup(string.Join(' ', head.Concat(territory.Words))));
        if (!found.Exists(entries => entries.Any))
        {
            if (at < last)
            {
                Single(at);
            }
            else
            {
                AddUnknown(Printed(last, last + territories.Count), last + territories.Count);
            }

            return;
        }

        for (var each = 0; each < territories.Count; each++)
        {
            var meaning = found[each].Any ? PartMeaning.Named : PartMeaning.Unknown;
            parts.Add(new RecipientPart(meaning, $"{text} {territories[each].Text}", found[each]));
        }
    }

    private List<(string[] Words, string Text)> TerritoriesFrom(int last, string[] head)
    {
        var whole = Printed(last, last + 1);
        var territories = new List<(string[] Words, string Text)>
        {
            ([.. segments[last].Words.Skip(head.Length)], whole[BeforeTerritory(last).Length..].Trim()),
        };
        var kind = LineVocabulary.Territory(territories[0].Words)!;
        for (var next = last + 1; next < segments.Count; next++)
        {
            var words = segments[next].Words;
            if (LineVocabulary.Territory(words) is { } own)
            {
                kind = own;
            }
            else if (Direct(next) is null && directory.Lookup(string.Join(' ', head.Concat(kind).Concat(words))).Any)
            {
                words = [.. kind, .. words];
            }
            else
            {
                break;
            }

            territories.Add(([.. words], Printed(next, next + 1)));
        }

        return territories;
    }

    private (int Until, string[] Words, NamedEntries Entries)? Borrowed(int at)
    {
        for (var until = Math.Min(segments.Count, at + LongestBorrowingRun); until > at; until--)
        {
            string[] own = [.. Words(at, until)];
            if (own.Length == 0)
            {
                continue;
            }

            foreach (var words in BorrowedWords.Completions(own, previous, segments.Skip(until)))
            {
                if (directory.Lookup(string.Join(' ', words)) is { Any: true } entries)
                {
                    return (until, words, entries);
                }
            }
        }

        return null;
    }

    private int Accept(int at, int until, string[] words, NamedEntries entries)
    {
        parts.Add(new RecipientPart(PartMeaning.Named, Printed(at, until), entries));
        previous = words;
        return until;
    }

    private int Unknown(int at)
    {
        // A segment that goes on in lower case is the rest of the same name: "Ban Chỉ đạo phòng, chống …".
        var goesOn = unknownUntil == at && char.IsLower(line[segments[at].Start]);
        var text = Printed(at, at + 1);
        if (goesOn)
        {
            text = parts[^1].Text + line[segments[at - 1].End..segments[at].End];
            parts.RemoveAt(parts.Count - 1);
        }

        return AddUnknown(text, at + 1);
    }

    private int AddUnknown(string text, int until)
    {
        parts.Add(new RecipientPart(PartMeaning.Unknown, text, NamedEntries.None));
        return unknownUntil = until;
    }

    /// <summary>A body that only happens to have a territory's word in its name: Liên minh Hợp tác xã.</summary>
    private bool NamesSomethingElse(int at) =>
        Direct(at) is { } direct && direct.Entries.Groups.Count == 0 && direct.Entries.Units.All(unit => unit.AreaKind is null);

    private string BeforeTerritory(int at)
    {
        var text = Printed(at, at + 1);
        for (var end = 0; end < text.Length; end++)
        {
            if (char.IsWhiteSpace(text[end]) && StartsTerritory(text[end..]))
            {
                return text[..end];
            }
        }

        return text;
    }

    private bool StartsTerritory(string rest) =>
        directory.Segments(rest) is [var first, ..] && LineVocabulary.Territory(first.Words) is not null;

    private IEnumerable<string> Words(int at, int until) => segments.Skip(at).Take(until - at).SelectMany(segment => segment.Words);

    private string Printed(int at, int until) => line[segments[at].Start..segments[until - 1].End];
}
