using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Takes what was laid over the paper after it was issued: arrival stamps, reader marks, page numbers.</summary>
internal static partial class MarkReader
{
    private const int LinesAboveStampWord = 5;
    private const int LinesBelowStampWord = 7;

    /// <summary>A stamp run together to one line is no longer than this.</summary>
    private const int LongestStampLine = 400;

    /// <summary>Below this length a piece of a known reader mark could be a name in the text.</summary>
    private const int ShortestWatermarkPiece = 12;

    /// <summary>No page is so wide that a mark tiled over it makes a longer line.</summary>
    private const int LongestWatermark = 4_000;

    /// <summary>Pieces cut off a mark are looked for in so many different marks.</summary>
    private const int MostReaders = 40;

    internal static DirectiveDocument Read(SourcePage page, DirectiveDocument read)
    {
        var watermarks = TakeWatermarks(page);
        TakePageNumbers(page);
        return read with { ArrivalStamps = [.. SaidStamps(page), .. TakeStamps(page)], Watermarks = [.. watermarks] };
    }

    private static List<Watermark> TakeWatermarks(SourcePage page)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var tilings = new List<string>();
        var marks = new List<Watermark>();
        foreach (var i in page.Open(0, page.Count).Where(i => MayHoldMark(page[i].Text)))
        {
            foreach (Match match in FullMark().Matches(page[i].Text))
            {
                var tile = $"{match.Groups["reader"].Value} - {match.Groups["unit"].Value} - {match.Groups["time"].Value}";
                if (!IsPieceOf(page[i].Text, tile) || !TryTime(match.Groups["time"].Value, out var time))
                {
                    continue;
                }

                Take(page, i, PartKind.Watermark);
                if (seen.Add(tile))
                {
                    tilings.AddRange(seen.Count <= MostReaders ? [$"{tile} - {tile} - {tile}"] : []);
                    marks.Add(new Watermark(match.Groups["reader"].Value, match.Groups["unit"].Value, time));
                }

                break;
            }
        }

        foreach (var i in page.Open(0, page.Count).Where(i => IsPieceOfAny(tilings, page[i].Text)))
        {
            Take(page, i, PartKind.Watermark, Choice.WatermarkPiece());
        }

        return marks;
    }

    private static bool MayHoldMark(string text) =>
        text.Length is >= ShortestWatermarkPiece and <= LongestWatermark
        && text.Contains(':', StringComparison.Ordinal) && text.Contains(" - ", StringComparison.Ordinal);

    private static bool IsPieceOfAny(List<string> tilings, string text) =>
        text.Length is >= ShortestWatermarkPiece and <= LongestWatermark
        && tilings.Exists(tiling => tiling.Contains(text, StringComparison.Ordinal));

    private static void Take(SourcePage page, int i, PartKind kind, Choice? choice = null)
    {
        page[i].Used = true;
        page.Keep(page[i].Number, kind, page[i].Text, choice);
    }

    // The mark is tiled over the page and cut by its edges, so a line of it is a piece of the endless repetition.
    private static bool IsPieceOf(string line, string tile)
    {
        var period = tile + " - ";
        var start = line.IndexOf(tile, StringComparison.Ordinal) % period.Length;
        for (var i = 0; i < line.Length; i++)
        {
            if (line[i] != period[(i - start + period.Length) % period.Length])
            {
                return false;
            }
        }

        return true;
    }

    private static bool TryTime(string text, out DateTime time) =>
        DateTime.TryParseExact(text, ["H:mm d/M/yyyy"], CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    private static void TakePageNumbers(SourcePage page)
    {
        var open = page.Open(0, page.Count).ToList();
        foreach (var i in open.Skip(1).SkipLast(1).Where(i => PageNumber().IsMatch(page[i].Text)))
        {
            Take(page, i, PartKind.PageNumber, page[i].Text.All(char.IsAsciiDigit) ? Choice.BareNumber() : null);
        }
    }

    // What a person called a stamp: lines that lie close together are one.
    private static IEnumerable<ArrivalStamp> SaidStamps(SourcePage page)
    {
        ArrivalStamp? stamp = null;
        var last = 0;
        foreach (var (index, line, _) in page.Said(PartKind.ArrivalStamp))
        {
            if (stamp is not null && index > last + LinesBelowStampWord)
            {
                yield return stamp;
                stamp = null;
            }

            stamp = With(stamp ?? new ArrivalStamp(null, null, null, null, line.Number), page, line);
            last = index;
        }

        if (stamp is not null)
        {
            yield return stamp;
        }
    }

    private static IEnumerable<ArrivalStamp> TakeStamps(SourcePage page)
    {
        foreach (var word in page.Open(0, page.Count).Where(i => HoldsStampWord(page[i].Text)).ToList())
        {
            var block = StampBlock(page, word);
            if (block.SelectMany(i => StampPieces().Split(page[i].Text)).Any(piece => StampNumber().IsMatch(piece) || StampDate().IsMatch(piece)))
            {
                yield return Stamp(page, word, block);
            }
        }
    }

    private static List<int> StampBlock(SourcePage page, int word)
    {
        var block = new List<int> { word };
        for (var i = word + 1; i < page.Count && i <= word + LinesBelowStampWord && (page[i].IsBlank || IsLabelled(page[i])); i++)
        {
            block.Add(i);
        }

        var top = word - 1;
        for (; top >= 0 && top >= word - LinesAboveStampWord && IsLabelled(page[top]); top--)
        {
            block.Add(top);
        }

        if (top >= 0 && !page[top].IsBlank && !page[top].Used && VietnameseText.IsCapitals(page[top].Text))
        {
            block.Add(top);
        }

        return [.. block.Where(i => !page[i].IsBlank && !page[i].Used)];
    }

    private static bool IsLabelled(SourceLine line) =>
        StampNumber().IsMatch(line.Text) || StampDate().IsMatch(line.Text) || StampForward().IsMatch(line.Text)
        || StampFiled().IsMatch(line.Text);

    private static ArrivalStamp Stamp(SourcePage page, int word, List<int> block)
    {
        var stamp = new ArrivalStamp(null, null, null, null, page[word].Number);
        foreach (var i in block)
        {
            page[i].Used = true;
            stamp = With(stamp, page, page[i]);
        }

        return stamp;
    }

    // The word alone, or run together with the receiver in front and the number behind.
    private static bool HoldsStampWord(string text) =>
        text.Length <= LongestStampLine
        && (StampWord().IsMatch(text) || (StampPieces().Split(text) is [var first, _, ..] && OwnedStampWord().IsMatch(first)));

    /// <summary>Adds what one line of a stamp says.</summary>
    private static ArrivalStamp With(ArrivalStamp stamp, SourcePage page, SourceLine line) =>
        StampPieces().Split(line.Text).Aggregate(stamp, (sum, piece) => With(sum, page, line.Number, piece));

    private static ArrivalStamp With(ArrivalStamp stamp, SourcePage page, int line, string piece)
    {
        var number = StampNumber().Match(piece);
        var rest = number.Success ? number.Groups["rest"].Value : "";
        var owner = StampOwner(piece);
        page.Keep(line, PartKind.ArrivalStamp, piece[..^rest.Length], owner is null ? null : Choice.StampOwner());
        page.LeaveOver(line, rest);
        if (number.Success)
        {
            return stamp with { Number = stamp.Number ?? number.Groups["n"].Value };
        }

        if (StampDate().IsMatch(piece))
        {
            return stamp with { Date = stamp.Date ?? NumberForms.FirstDate(piece) };
        }

        var to = StampForward().Match(piece).Groups["to"].Value.Trim(' ', '.', '…');
        return owner is not null ? stamp with { Receiver = owner }
            : to.Length > 0 ? stamp with { ForwardTo = to }
            : stamp;
    }

    private static string? StampOwner(string piece) =>
        OwnedStampWord().Match(piece) is { Success: true } word ? (word.Groups["owner"].Success ? word.Groups["owner"].Value : null)
            : StampNumber().IsMatch(piece) || StampDate().IsMatch(piece) || StampForward().IsMatch(piece) || StampFiled().IsMatch(piece) ? null
            : piece;

    [GeneratedRegex(@"(?<reader>\p{Lu}\p{L}{1,20}(?: \p{Lu}\p{L}{0,20}){1,5}) - (?<unit>\p{L}[\p{L}\p{N}., ]{1,60}?) - (?<time>[0-9]{1,2}:[0-9]{2} [0-9]{1,2}/[0-9]{1,2}/[0-9]{4})")]
    private static partial Regex FullMark();

    [GeneratedRegex(@"^[-–—=*\s]{0,10}(?:(?:Trang|Page|Tr\.)\s?(?:số\s?)?)?[0-9]{1,3}(?:\s?(?:/|of|trên)\s?[0-9]{1,3})?[-–—=*\s]{0,10}$", RegexOptions.IgnoreCase)]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:(?:CÔNG|VĂN)\s(?:VĂN|BẢN)\s)?Đ[ẾÊ]N\s?:?$")]
    private static partial Regex StampWord();

    [GeneratedRegex(@"^(?:(?<owner>[^\p{Ll}]{3,120}?)\s?[-–:]?\s)?(?:(?:CÔNG|VĂN)\s(?:VĂN|BẢN)\s)?Đ[ẾÊ]N\s?:?$")]
    private static partial Regex OwnedStampWord();

    [GeneratedRegex(@"\s+(?=(?:S[ốôổo]|Ng[àa]y)(?: đến)?\s?:|Chuy[ểêeế]n\s?:)")]
    private static partial Regex StampPieces();

    [GeneratedRegex(@"^Lưu (?:hồ sơ|HS)(?: số)?\s?:")]
    private static partial Regex StampFiled();

    [GeneratedRegex(@"^S[ốôổo](?: đến)?\s?:\s?(?<n>[0-9]{1,6})(?![0-9]*\s?[-/])(?<rest>.*)$")]
    private static partial Regex StampNumber();

    [GeneratedRegex(@"^Ng[àa]y(?: đến)?\s?:")]
    private static partial Regex StampDate();

    [GeneratedRegex(@"^Chuy[ểêeế]n\s?:(?<to>.*)$")]
    private static partial Regex StampForward();
}
