using System.Text.RegularExpressions;

namespace Workflow.Directives.Documents.Reading;

/// <summary>Reads everything above the body and tells where the body begins.</summary>
internal static partial class HeadReader
{
    private const int LongestHeadLine = 160;
    private const int LongestAbstractLine = 400;
    private const int FarthestRule = 10;

    /// <summary>Among so many lines a number or a date still belongs to a head that lost its type and addressees.</summary>
    private const int LongestFragment = 12;

    internal static (DirectiveDocument Read, int Body) Read(SourcePage page, int tail, DirectiveDocument read)
    {
        var saidType = read.Type is null ? -1 : page.Said(PartKind.Type).Last().Index;
        var saidLabel = page.Said(PartKind.AddresseesLabel).FirstOrDefault()?.Index ?? -1;
        var end = EndOfHead(page, Math.Max(saidType, saidLabel) + 1, tail);
        var open = page.Open(0, end).ToList();
        var label = saidLabel >= 0 ? saidLabel : IndexOf(open, i => Labels.TakeAddressees(page[i], out _) is not null);
        var head = label < 0 ? open : open.TakeWhile(i => i < label).ToList();
        var type = saidType >= 0 ? saidType : IndexOf(head, i => TypeLine.Read(page[i], out _) is not null);
        var pieces = new HeadPieces(page, read);

        var body = type >= 0 ? ReadTyped(page, pieces, head, type, closed: label >= 0)
            : label >= 0 ? ReadLetter(page, pieces, head)
            : ReadFragment(page, pieces, head, end);
        var document = pieces.ToDocument();
        return label < 0
            ? (AddresseeReader.Said(page, document), body)
            : AddresseeReader.Read(page, label, tail, document);
    }

    private static int IndexOf(List<int> lines, Predicate<int> isIt) => lines.FindIndex(isIt) is >= 0 and var at ? lines[at] : -1;

    // The head holds short lines; it is over at the first long one that ends like a sentence, at the first numbered point, or where a
    // person said that the body is.
    private static int EndOfHead(SourcePage page, int from, int tail)
    {
        foreach (var (i, line, said) in page.Flow(from, tail, PartKind.Preamble, PartKind.Section))
        {
            var text = line.Text;
            var isBody = said is not null
                || text.Length >= LongestAbstractLine
                || (text.Length >= LongestHeadLine && text[^1] is '.' or ':' or ';' && !Labels.IsAbout(text))
                || BeginsBody().IsMatch(text);
            if (isBody && i >= from)
            {
                return i;
            }
        }

        return Math.Max(tail, from);
    }

    private static int ReadTyped(SourcePage page, HeadPieces pieces, List<int> head, int type, bool closed)
    {
        foreach (var i in head.TakeWhile(i => i < type))
        {
            TakeHeadLine(page, pieces, i);
        }

        TakeType(page, pieces, type);
        var after = head.SkipWhile(i => i <= type).ToList();
        var subject = closed ? after : SubjectLines(page, after, type);
        var isRuled = closed || subject.Exists(i => Labels.IsRule(page[i].Text));
        foreach (var i in subject)
        {
            page[i].Used = true;
            var isGuess = !isRuled && i == subject[^1];
            foreach (var piece in pieces.Take(page[i]))
            {
                pieces.AddSubject(i, piece, isGuess ? Choice.SubjectEndGuessed() : null);
            }
        }

        return (subject.Count > 0 ? subject[^1] : type) + 1;
    }

    // A line that a person called the type was read before; only what follows the name on it is left to take.
    private static void TakeType(SourcePage page, HeadPieces pieces, int at)
    {
        var line = page[at];
        var said = page.Said(PartKind.Type).LastOrDefault(said => said.Index == at);
        var type = TypeLine.Read(said?.Line ?? line, out var rest);
        pieces.AddSubject(at, rest);
        if (said is null && type is not null)
        {
            line.Used = true;
            pieces.SetType(type);
            var isExact = TypeLine.IsExact(line, type);
            page.Keep(line.Number, PartKind.Type, line.Text[..^rest.Length], isExact ? null : Choice.NearType(type.Name));
        }
    }

    private static int ReadLetter(SourcePage page, HeadPieces pieces, List<int> head)
    {
        var hasMark = head.Any(i => page[i].Cells().Any(Labels.IsAbout));
        foreach (var i in head)
        {
            TakeHeadLine(page, pieces, i, withoutMark: !hasMark);
        }

        return head.Count > 0 ? head[^1] + 1 : 0;
    }

    private static int ReadFragment(SourcePage page, HeadPieces pieces, List<int> head, int end)
    {
        var sure = head.Take(LongestFragment).ToList().FindLastIndex(i => HeadPieces.IsSure(page[i])) + 1;
        foreach (var i in head.Take(sure))
        {
            TakeHeadLine(page, pieces, i);
        }

        foreach (var i in head.Skip(sure))
        {
            if (!pieces.Knows(page[i], i))
            {
                return i;
            }

            TakeHeadLine(page, pieces, i);
        }

        return end;
    }

    private static void TakeHeadLine(SourcePage page, HeadPieces pieces, int i, bool withoutMark = false)
    {
        page[i].Used = true;
        foreach (var cell in pieces.Take(page[i]))
        {
            var bare = withoutMark && pieces.Any && !VietnameseText.IsCapitals(cell);
            if (!pieces.TakeAbout(cell, i, bare) && !pieces.TakeOrgan(cell, i))
            {
                page.LeaveOver(page[i].Number, cell);
            }
        }
    }

    // The abstract runs to the rule under it; without a rule, to the blank line before the first sentence.
    private static List<int> SubjectLines(SourcePage page, List<int> after, int type)
    {
        var rule = after.Take(FarthestRule).ToList().FindIndex(i => Labels.IsRule(page[i].Text));
        if (rule >= 0)
        {
            return after[..(rule + 1)];
        }

        var subject = new List<int>();
        foreach (var i in after)
        {
            var text = page[i].Text;
            var adjoins = subject.Count == 0 || subject[^1] == i - 1 || char.IsLower(text[0]);
            if (!adjoins || text[^1] is '.' or ':' or ';')
            {
                break;
            }

            subject.Add(i);
        }

        return subject;
    }

    [GeneratedRegex(@"^(?:1[.)/-]|[IA][./)-]|(?:Điều|ĐIỀU|Chương|CHƯƠNG|Phần|PHẦN|Mục|MỤC) (?:thứ nhất|THỨ NHẤT|[1IA])[.:]?)(?:\s|$)|^(?:- )?Căn cứ(?!\p{L})")]
    private static partial Regex BeginsBody();
}
