using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Tests.Documents.Layout;

namespace Workflow.Directives.Tests.Documents.Pdf;

/// <summary>The places of printed words as another program measures them, against the numbers of the form rule.</summary>
public sealed class MillimetreTests
{
    /// <summary>Half a millimetre, in points.</summary>
    private const double Tolerance = 0.5 * 72 / 25.4;

    private static readonly DirectiveDocument Long = DocumentReader.Read(SampleTests.Text("chi-thi")) with
    {
        Closing = [.. Enumerable.Range(0, 8).Select(i => new Paragraph(DirectiveLayoutTests.Words(150), null, 0))],
    };

    private static readonly FormProfile Form = FormProfiles.For(Long, new(2026, 7, 6), new() { LinePt = 20 });

    private static readonly Lazy<List<Poppler.Word>> Printed = new(() => Poppler.Words(
        DirectivePdf.Write(Long, Form, new() { Id = Guid.Empty, CreatedAt = DateTime.UnixEpoch })));

    [PopplerFact]
    public void Margins_OfEveryPage_AreThoseOfTheRule()
    {
        foreach (var page in Printed.Value.Where(word => word.Top > Mm(18)).GroupBy(word => word.Page))
        {
            Near(Mm(30), page.Min(word => word.Left));
            Near(Mm(210 - 15), page.Max(word => word.Right));
            Near(Mm(20), page.Min(word => word.Top));
            Assert.True(page.Max(word => word.Bottom) <= Mm(297 - 20) + Tolerance);
        }
    }

    [PopplerFact]
    public void PageNumber_FromTheSecondPageOn_StandsTenMillimetresDownInTheMiddle()
    {
        var numbers = Printed.Value.Where(word => word.Bottom < Mm(19)).ToList();

        Assert.Equal(Enumerable.Range(2, Printed.Value.Max(word => word.Page) - 1).Select(page => (page, $"{page}")), numbers.Select(word => (word.Page, word.Text)));
        Assert.All(numbers, number => Near(Mm(10), number.Top));
        Assert.All(numbers, number => Near(Mm(30 + (165 / 2.0)), (number.Left + number.Right) / 2));
    }

    [PopplerFact]
    public void Paragraphs_BeginTenMillimetresIn_AndTheirLinesStandAsFarApartAsTheRuleSays()
    {
        var second = Lines(2);
        var first = Assert.Single(second.Where(line => Math.Abs(line[0].Left - Mm(40)) < Tolerance).Take(1));
        var at = second.IndexOf(first);

        Assert.All(second.Skip(2).Take(at > 2 ? at - 2 : 0), line => Near(Mm(30), line[0].Left));
        Assert.Equal(20, second[at + 2][0].Top - second[at + 1][0].Top, 1);
        Assert.Equal(26, second[at][0].Top - second[at - 1][0].Top, 1);
    }

    [PopplerFact]
    public void TypeAndSubject_StandInTheMiddleOfTheText()
    {
        foreach (var line in Lines(1).Where(line => line[0].Text is "CHỈ" or "về" or "công" && line[0].Left > Mm(45)))
        {
            Near(Mm(30 + (165 / 2.0)), (line[0].Left + line[^1].Right) / 2);
        }

        Assert.Contains(Lines(1), line => line[0].Text == "CHỈ");
    }

    [PopplerFact]
    public void HeadColumns_AreCentredOverEachOther_WithNumberAndDateOnOneLine()
    {
        var type = Printed.Value.First(word => word is { Page: 1, Text: "CHỈ" });
        var head = Printed.Value.Where(word => word.Page == 1 && word.Bottom < type.Top).ToList();
        (double Left, double Right, double Bottom) Box(Func<Poppler.Word, bool> isIn) =>
            (head.Where(isIn).Min(word => word.Left), head.Where(isIn).Max(word => word.Right), head.Where(isIn).Max(word => word.Bottom));
        var rightColumn = head.First(word => word.Text == "ĐẢNG").Left - 10;
        var upper = head.Min(word => word.Bottom) + 4;
        var title = Box(word => word.Left >= rightColumn && word.Bottom < upper);
        var date = Box(word => word.Left >= rightColumn && word.Bottom > upper);
        var issuer = Box(word => word.Left < rightColumn && word.Bottom < upper);
        var number = Box(word => word.Text is "Số" or "09-CT/TU");

        Near((title.Left + title.Right) / 2, (date.Left + date.Right) / 2);
        Near((issuer.Left + issuer.Right) / 2, (number.Left + number.Right) / 2);
        Near(number.Bottom, date.Bottom);
        Assert.True(issuer.Right < title.Left);
    }

    private static List<List<Poppler.Word>> Lines(int page) =>
        [.. Printed.Value.Where(word => word.Page == page).GroupBy(word => Math.Round(word.Bottom)).OrderBy(line => line.Key).Select(line => line.OrderBy(word => word.Left).ToList())];

    private static double Mm(double millimetres) => millimetres * 72 / 25.4;

    private static void Near(double expected, double actual) => Assert.InRange(actual, expected - Tolerance, expected + Tolerance);
}
