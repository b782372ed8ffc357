using System.Globalization;
using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Takes what was laid over the paper after it was issued: arrival stamps, reader marks, page numbers.</summary>
internal static partial class MarkReader
{
    private const int LinesAboveStampWord = 5;
    private const int LinesBelowStampWord = 7;

    /// <summary>Below this length a piece of a known reader mark could be a name in the text.</summary>
    private const int ShortestWatermarkPiece = 12;

    internal static DirectiveDocument Read(SourcePage page, DirectiveDocument read)
    {
        var watermarks = TakeWatermarks(page);
        TakePageNumbers(page);
        return read with { ArrivalStamps = [.. TakeStamps(page)], Watermarks = [.. watermarks] };
    }

    private static List<Watermark> TakeWatermarks(SourcePage page)
    {
        var tilings = new List<string>();
        var marks = new List<Watermark>();
        foreach (var i in page.Open(0, page.Count))
        {
            foreach (Match match in FullMark().Matches(page[i].Text))
            {
                var tile = $"{match.Groups["reader"].Value} - {match.Groups["unit"].Value} - {match.Groups["time"].Value}";
                var tiling = $"{tile} - {tile} - {tile}";
                if (!IsPieceOf(page[i].Text, tile) || !TryTime(match.Groups["time"].Value, out var time))
                {
                    continue;
                }

                page[i].Used = true;
                if (!tilings.Contains(tiling))
                {
                    tilings.Add(tiling);
                    marks.Add(new Watermark(match.Groups["reader"].Value, match.Groups["unit"].Value, time));
                }

                break;
            }
        }

        foreach (var i in page.Open(0, page.Count).Where(i => page[i].Text.Length >= ShortestWatermarkPiece))
        {
            page[i].Used = tilings.Any(tiling => tiling.Contains(page[i].Text, StringComparison.Ordinal));
        }

        return marks;
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
            page[i].Used = true;
        }
    }

    private static IEnumerable<ArrivalStamp> TakeStamps(SourcePage page)
    {
        foreach (var word in page.Open(0, page.Count).Where(i => StampWord().IsMatch(page[i].Text)).ToList())
        {
            var block = StampBlock(page, word);
            if (block.Any(i => StampNumber().IsMatch(page[i].Text) || StampDate().IsMatch(page[i].Text)))
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
        StampNumber().IsMatch(line.Text) || StampDate().IsMatch(line.Text) || StampForward().IsMatch(line.Text);

    private static ArrivalStamp Stamp(SourcePage page, int word, List<int> block)
    {
        var stamp = new ArrivalStamp(null, null, null, null, page[word].Number);
        foreach (var i in block)
        {
            var text = page[i].Text;
            page[i].Used = true;
            if (StampNumber().Match(text) is { Success: true } number)
            {
                stamp = stamp with { Number = stamp.Number ?? number.Groups["n"].Value };
                page.LeaveOver(page[i].Number, number.Groups["rest"].Value.Trim());
            }
            else if (StampDate().IsMatch(text))
            {
                stamp = stamp with { Date = stamp.Date ?? NumberForms.FirstDate(text) };
            }
            else if (StampForward().Match(text) is { Success: true } forward)
            {
                var to = forward.Groups["to"].Value.Trim(' ', '.', '…');
                stamp = stamp with { ForwardTo = to.Length > 0 ? to : stamp.ForwardTo };
            }
            else if (i != word)
            {
                stamp = stamp with { Receiver = text };
            }
        }

        return stamp;
    }

    [GeneratedRegex(@"(?<reader>\p{Lu}\p{L}+(?: \p{Lu}\p{L}*){1,5}) - (?<unit>\p{L}[\p{L}\p{N}., ]{1,60}?) - (?<time>[0-9]{1,2}:[0-9]{2} [0-9]{1,2}/[0-9]{1,2}/[0-9]{4})")]
    private static partial Regex FullMark();

    [GeneratedRegex(@"^(?:- ?)?(?:Trang )?[0-9]{1,3}(?:/[0-9]{1,3})?(?: ?-)?$")]
    private static partial Regex PageNumber();

    [GeneratedRegex(@"^(?:(?:CÔNG|VĂN)\s(?:VĂN|BẢN)\s)?Đ[ẾÊ]N\s?:?$")]
    private static partial Regex StampWord();

    [GeneratedRegex(@"^S[ốôo](?: đến)?\s?:\s?(?<n>[0-9]{1,6})(?![0-9]*\s?[-/])(?<rest>.*)$")]
    private static partial Regex StampNumber();

    [GeneratedRegex(@"^Ng[àa]y(?: đến)?\s?:")]
    private static partial Regex StampDate();

    [GeneratedRegex(@"^Chuy[ểêeế]n\s?:(?<to>.*)$")]
    private static partial Regex StampForward();
}
