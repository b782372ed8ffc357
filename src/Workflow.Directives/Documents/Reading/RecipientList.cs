using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Gathers the lines of Nơi nhận: bullets, wrapped lines, notes in brackets, braces that share one note.</summary>
internal sealed partial class RecipientList
{
    private const int LongestPlainLine = 200;

    private readonly List<Entry> entries = [];
    private int lastIndex = -2;

    /// <summary>Whether the label was seen; lines without a bullet count only then.</summary>
    internal bool Open { get; set; }

    /// <summary>Takes a line that begins with a list mark.</summary>
    internal bool TakeBullet(string cell, int index, int line)
    {
        var bullet = Bullet().Match(cell);
        if (!bullet.Success)
        {
            return false;
        }

        foreach (var item in Inline().Split(cell[bullet.Length..]))
        {
            Add(item, index, line);
        }

        return true;
    }

    /// <summary>Takes a line without a mark: a note of its own, the rest of a wrapped line, or a recipient typed without a mark.</summary>
    internal bool TakePlain(string cell, int index, int line)
    {
        if (!Open || cell.Length > LongestPlainLine)
        {
            return false;
        }

        var alone = AloneNote().Match(cell);
        if (alone.Success && entries.Count > 0)
        {
            return entries[^1].TakeNote(alone);
        }

        var isName = SignatureForms.IsName(cell);
        if (entries.Count > 0 && !entries[^1].IsEnded && index == lastIndex + 1 && !isName)
        {
            var before = entries[^1];
            entries[^1] = new Entry($"{before.Printed} {cell}", before.Line, before.Group);
            lastIndex = index;
            return true;
        }

        if (isName || !(Terminator().IsMatch(cell) || Organs.BeginsUnit(cell) || Organs.BeginsPersons(cell) || IsFixed(cell)))
        {
            return false;
        }

        Add(cell, index, line);
        return true;
    }

    internal ImmutableArray<RecipientLine> ToLines() => [.. entries.Select(ToLine)];

    private static bool IsFixed(string cell) =>
        RecipientKinds.KindOf(cell) is RecipientKind.Archive or RecipientKind.BackReference or RecipientKind.UnitCategory;

    private void Add(string item, int index, int line)
    {
        var text = VietnameseText.Collapse(item);
        if (!text.Any(char.IsLetterOrDigit))
        {
            return;
        }

        var previous = entries.Count > 0 ? entries[^1] : null;
        var group = !text.Contains('}', StringComparison.Ordinal) ? 0
            : previous is { Group: > 0 } && !(previous.Note is not null && HasNote(text)) ? previous.Group
            : line;
        entries.Add(new Entry(text, line, group));
        lastIndex = index;
    }

    private static bool HasNote(string text) => new Entry(text, 0, 0).Note is not null;

    private RecipientLine ToLine(Entry entry)
    {
        var note = entry.Note
            ?? (entry.Group > 0 ? entries.FirstOrDefault(other => other.Group == entry.Group && other.Note is not null)?.Note : null);
        var kind = RecipientKinds.KindOf(entry.Text);
        return new RecipientLine(entry.Text, kind, RecipientKinds.PurposeOf(kind, note), entry.Line, note);
    }

    [GeneratedRegex(@"^[-–—+•*]\s*(?=[^\s-])")]
    private static partial Regex Bullet();

    [GeneratedRegex(@"(?<=[;,.])\s+[-–]\s+")]
    private static partial Regex Inline();

    [GeneratedRegex(@"^\}?\s*\((?<note>[^()]+)\)\s*[;,.]?$")]
    private static partial Regex AloneNote();

    [GeneratedRegex(@"[;,.]\s*$")]
    private static partial Regex Terminator();

    /// <summary>One recipient as printed.</summary>
    private sealed partial class Entry
    {
        internal Entry(string printed, int line, int group)
        {
            Printed = printed;
            Line = line;
            Group = group;
            IsEnded = Ended().IsMatch(printed);
            var text = Ending().Replace(printed, "");
            var note = BracketNote().Match(text);
            var bare = BareNote().Match(text);
            if (note.Success && RecipientKinds.IsNote(note.Groups["note"].Value))
            {
                Note = VietnameseText.Collapse(note.Groups["note"].Value);
                text = text[..note.Index];
            }
            else if (bare.Success)
            {
                Note = bare.Groups["note"].Value;
                text = text[..bare.Index];
            }

            Text = Ending().Replace(text, "");
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

        [GeneratedRegex(@"[\s;,.}]+$")]
        private static partial Regex Ending();

        [GeneratedRegex(@"[;,.]\s*(?:\}.*)?$")]
        private static partial Regex Ended();

        [GeneratedRegex(@"[\s},;]*\((?<note>[^()]+)\)$")]
        private static partial Regex BracketNote();

        [GeneratedRegex(@"\s(?<note>để (?:báo cáo|b/c|biết|chỉ đạo|phối hợp|theo dõi|thực hiện|đưa tin)(?:, [\p{L} /]{3,20})?)$")]
        private static partial Regex BareNote();
    }
}
