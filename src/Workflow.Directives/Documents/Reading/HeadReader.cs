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
        var end = EndOfHead(page, tail);
        var open = page.Open(0, end).ToList();
        var label = open.FindIndex(i => Labels.TakeAddressees(page[i], out _) is not null);
        var head = label < 0 ? open : open[..label];
        var type = head.FindIndex(i => TypeLine.Read(page[i], out _) is not null);
        var pieces = new HeadPieces(read);

        var body = type >= 0 ? ReadTyped(page, pieces, head, type, closed: label >= 0)
            : label >= 0 ? ReadLetter(page, pieces, head)
            : ReadFragment(page, pieces, head, end);
        var document = pieces.ToDocument();
        return label < 0
            ? (document, body)
            : AddresseeReader.Read(page, open[label], tail, document);
    }

    // The head holds short lines; it is over at the first long one that ends like a sentence, or at the first numbered point.
    private static int EndOfHead(SourcePage page, int tail)
    {
        foreach (var i in page.Open(0, tail))
        {
            var text = page[i].Text;
            var isBody = text.Length >= LongestAbstractLine
                || (text.Length >= LongestHeadLine && text[^1] is '.' or ':' or ';' && !Labels.IsAbout(text))
                || BeginsBody().IsMatch(text);
            if (isBody)
            {
                return i;
            }
        }

        return tail;
    }

    private static int ReadTyped(SourcePage page, HeadPieces pieces, List<int> head, int type, bool closed)
    {
        foreach (var i in head[..type])
        {
            TakeHeadLine(page, pieces, i);
        }

        pieces.SetType(TypeLine.Read(page[head[type]], out var rest)!);
        page[head[type]].Used = true;
        pieces.AddSubject(rest);
        var subject = closed ? head[(type + 1)..] : SubjectLines(page, head, type);
        foreach (var i in subject)
        {
            page[i].Used = true;
            pieces.AddSubject(string.Join(' ', pieces.Take(page[i])));
        }

        return (subject.Count > 0 ? subject[^1] : head[type]) + 1;
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
        foreach (var i in head[..sure])
        {
            TakeHeadLine(page, pieces, i);
        }

        foreach (var i in head[sure..])
        {
            var left = pieces.Take(page[i]);
            if (left.Any(cell => !pieces.TakeOrgan(cell, i) && !pieces.TakeAbout(cell, i)))
            {
                return i;
            }

            page[i].Used = true;
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
    private static List<int> SubjectLines(SourcePage page, List<int> head, int type)
    {
        var after = head[(type + 1)..];
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

    [GeneratedRegex(@"^(?:1\.|I[.-]|Điều 1\.?|Chương I\.?|Phần thứ nhất)(?:\s|$)|^Căn cứ(?!\p{L})")]
    private static partial Regex BeginsBody();
}
