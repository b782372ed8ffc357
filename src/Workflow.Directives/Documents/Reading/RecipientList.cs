using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Gathers the lines of Nơi nhận: bullets, wrapped lines, notes in brackets, braces that share one note.</summary>
internal sealed partial class RecipientList(SourcePage page)
{
    private const int LongestPlainLine = 200;

    /// <summary>A recipient that has grown so long takes no further line.</summary>
    private const int LongestRecipient = 800;

    private readonly List<Entry> entries = [];
    private int lastIndex = -2;

    /// <summary>Whether the last recipient was typed without a bullet.</summary>
    private bool isBare;

    /// <summary>Whether the label was seen; lines without a bullet count only then.</summary>
    internal bool Open { get; set; }

    /// <summary>Takes a line that begins with a list mark.</summary>
    internal bool TakeBullet(string cell, int index, int line)
    {
        var bullet = Open && NumberMark().IsMatch(cell) ? NumberMark().Match(cell) : Bullet().Match(cell);
        if (!bullet.Success)
        {
            return false;
        }

        page.Keep(line, PartKind.Recipient, cell, Open ? null : Choice.RecipientWithoutLabel());
        AddAll(cell[bullet.Length..], index, line);
        return true;
    }

    /// <summary>Takes a piece for what a person said it is.</summary>
    internal void TakeSaid(SourceLine line, int index)
    {
        page.Keep(line.Number, PartKind.Recipient, line.Text);
        AddAll(line.Text[Bullet().Match(line.Text).Length..], index, line.Number);
    }

    /// <summary>Takes a line without a mark: a note of its own, the rest of a wrapped line, or a recipient typed without a mark.</summary>
    internal bool TakePlain(string cell, int index, int line)
    {
        if (!Open || cell.Length > LongestPlainLine)
        {
            return false;
        }

        // A brace drawn beside the list stands in a column of its own.
        var isBrace = cell[0] == '}' && index == lastIndex;
        var alone = AloneNote().Match(cell);
        if (alone.Success && entries.Count > 0 && !isBrace)
        {
            return entries[^1].TakeNote(alone) && Kept(cell, line, Choice.RecipientWrapped());
        }

        if (entries.Count > 0 && (isBrace || Continues(cell, index)) && entries[^1].Printed.Length <= LongestRecipient)
        {
            var before = entries[^1];
            entries[^1] = new Entry($"{before.Printed} {cell}", before.Line, isBrace ? GroupOf(cell, line, entries.Count - 1) : before.Group);
            lastIndex = index;
            return Kept(cell, line, isBrace ? null : Choice.RecipientWrapped());
        }

        if (SignatureForms.IsName(cell) || !(Terminator().IsMatch(cell) || BeginsRecipient(cell)))
        {
            return false;
        }

        Add(cell, index, line);
        isBare = true;
        return Kept(cell, line, Choice.RecipientWithoutBullet());
    }

    internal ImmutableArray<RecipientLine> ToLines()
    {
        var notes = entries.Where(entry => entry.Group > 0 && entry.Note is not null)
            .GroupBy(entry => entry.Group).ToDictionary(group => group.Key, group => group.First().Note);
        return [.. entries.OrderBy(entry => entry.Line).Select(entry => ToLine(entry, entry.Note ?? notes.GetValueOrDefault(entry.Group)))];
    }

    private bool Kept(string cell, int line, Choice? choice)
    {
        page.Keep(line, PartKind.Recipient, cell, choice);
        return true;
    }

    private void AddAll(string text, int index, int line)
    {
        foreach (var item in Inline().Split(text))
        {
            Add(item, index, line);
        }
    }

    // In a list without bullets and stops every line that begins like a recipient is one; elsewhere such a line is the rest of the one above.
    private bool Continues(string cell, int index) =>
        !entries[^1].IsEnded && index == lastIndex + 1 && !SignatureForms.IsName(cell) && !(isBare && char.IsUpper(cell[0]) && BeginsRecipient(cell));

    private static bool BeginsRecipient(string cell) => Organs.BeginsUnit(cell) || Organs.BeginsPersons(cell) || IsFixed(cell);

    private static bool IsFixed(string cell) =>
        RecipientKinds.KindOf(cell) is RecipientKind.Archive or RecipientKind.BackReference or RecipientKind.UnitCategory;

    private void Add(string item, int index, int line)
    {
        var text = VietnameseText.Collapse(item);
        if (!text.Any(char.IsLetterOrDigit))
        {
            return;
        }

        var group = GroupOf(text, line, entries.Count);
        entries.Add(new Entry(text, line, group));
        lastIndex = index;
        isBare = false;
    }

    // Lines with a brace share a group as long as they follow each other and only one of them brings a note.
    private int GroupOf(string text, int line, int at)
    {
        var previous = at > 0 ? entries[at - 1] : null;
        return !text.Contains('}', StringComparison.Ordinal) ? 0
            : previous is { Group: > 0 } && !(previous.Note is not null && HasNote(text)) ? previous.Group
            : line;
    }

    private static bool HasNote(string text) => new Entry(text, 0, 0).Note is not null;

    private static RecipientLine ToLine(Entry entry, string? note)
    {
        var kind = RecipientKinds.KindOf(entry.Text);
        return new RecipientLine(entry.Text, kind, RecipientKinds.PurposeOf(kind, note), entry.Line, note);
    }

    [GeneratedRegex(@"^[-–—+•*]\s*(?=[^\s-])")]
    private static partial Regex Bullet();

    // "1. Thường trực Tỉnh ủy": lists that count their recipients.
    [GeneratedRegex(@"^[0-9]{1,2}[.)/]\s+(?=\p{L})")]
    private static partial Regex NumberMark();

    [GeneratedRegex(@"(?<=[;,.])\s+[-–]\s+")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\}?\s*\((?<note>[^()]+)\)\s*[;,.]?$")]
    private static partial Regex AloneNote();

    [GeneratedRegex(@"[;,.]\s*$")]
    private static partial Regex Terminator();

    /// <summary>One recipient as printed.</summary>
    private sealed partial class Entry
    {
        private static readonly char[] Endings = [' ', ';', ',', '.', '}'];

        internal Entry(string printed, int line, int group)
        {
            Printed = printed;
            Line = line;
            Group = group;
            IsEnded = Ended().IsMatch(printed);
            var text = printed.TrimEnd(Endings);
            var note = text.EndsWith(')') ? BracketNote().Match(text) : Match.Empty;
            var bare = text.Contains("để ", StringComparison.Ordinal) ? BareNote().Match(text) : Match.Empty;
            if (note.Success && RecipientKinds.IsNote(note.Groups["note"].Value))
            {
                Note = VietnameseText.Collapse(note.Groups["note"].Value);
                text = text[..note.Index].TrimEnd(' ', '}', ',', ';');
            }
            else if (bare.Success)
            {
                Note = bare.Groups["note"].Value;
                text = text[..bare.Index];
            }

            Text = text.TrimEnd(Endings);
        }

        internal string Printed { get; }

        internal string Text { get; }

        internal int Line { get; }

        /// <summary>Lines under one brace have the same number; 0 without a brace.</summary>
        internal int Group { get; }

        internal string? Note { get; private set; }

        internal bool IsEnded { get; }

        internal bool TakeNote(Match alone)
        {
            if (Note is not null || !RecipientKinds.IsNote(alone.Groups["note"].Value))
            {
                return false;
            }

            Note = VietnameseText.Collapse(alone.Groups["note"].Value);
            return true;
        }

        [GeneratedRegex(@"[;,.]\s*(?:\}.*)?$")]
        private static partial Regex Ended();

        [GeneratedRegex(@"\((?<note>[^()]+)\)$")]
        private static partial Regex BracketNote();

        [GeneratedRegex(@"\s(?<note>để (?:báo cáo|b/c|biết|chỉ đạo|phối hợp|theo dõi|thực hiện|đưa tin)(?:, [\p{L} /]{3,20})?)$")]
        private static partial Regex BareNote();
    }
}
