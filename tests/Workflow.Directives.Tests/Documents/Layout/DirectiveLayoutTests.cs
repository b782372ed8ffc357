using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Tests.Documents.Layout;

public sealed class DirectiveLayoutTests
{
    private const int Draws = 200;

    /// <summary>A tenth of a millimetre.</summary>
    private const double Tolerance = 0.3;

    public static TheoryData<string> Papers { get; } =
    [
        .. System.IO.Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "Documents", "Samples"), "*.txt").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(),
    ];

    private static readonly string[] Vocabulary = ["thực", "hiện", "nghiêm", "các", "nhiệm", "vụ", "được", "giao"];

    private static readonly DirectiveDocument Chapters = new()
    {
        Title = HeadTitle.Party,
        Symbol = "QC/TU",
        Type = DocumentTypes.ByCode("QC"),
        Subject = "làm việc của Ban Chấp hành",
        Sections =
        [
            .. Enumerable.Range(1, 30).SelectMany(i => new Section[]
            {
                new($"Chương {i}", null, [new("QUY ĐỊNH CHUNG", null, 0)]),
                new($"Điều {i}.", "Phạm vi", [new("Phạm vi: " + Words(40), null, 0), new(Words(90), null, 0)]),
            }),
        ],
        Recipients = [new("Lưu Văn phòng Tỉnh ủy", RecipientKind.Archive, RecipientPurpose.Archive, 0)],
        Signature = new("T/M BAN CHẤP HÀNH", "BÍ THƯ", "Nguyễn Văn An"),
    };

    [Fact]
    public void AnyDirective_LaidOut_StaysInsideTheMarginsAndNeverOverlaps() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(WrittenDocuments.Any, document =>
        {
            AssertSound(document, new());
            AssertSound(document, new() { Reserve = true, DraftYear = 2026, DraftMark = true });
        }));

    [Theory]
    [MemberData(nameof(Papers))]
    public void Sample_LaidOut_StaysInsideTheMarginsAndPrintsEveryWord(string paper)
    {
        var document = DocumentReader.Read(SampleTests.Text(paper));

        AssertSound(document, new() { DraftMark = true });
    }

    [CorpusTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void RealDirective_LaidOut_StaysInsideTheMarginsAndPrintsEveryWord(string sample) =>
        AssertSound(DocumentReader.Read(File.ReadAllText(Path.Combine(CorpusTheoryAttribute.Folder, sample + ".txt"))), new());

    [Fact]
    public void Pages_OfALongPaper_KeepHeadingsWithTheirTextAndLinesTogether()
    {
        var laid = Lay(Chapters, new());

        Assert.True(laid.Pages.Length > 10);
        foreach (var page in laid.Pages.SkipLast(1))
        {
            var lines = Lines(page).Where(line => !IsPageNumber(line, page)).ToList();
            Assert.False(IsHeading(lines[^1]), $"page {page.Number} ends with {lines[^1][0].Text}");
            AssertTwoOfAParagraph(lines);
            AssertTwoOfAParagraph([.. lines.AsEnumerable().Reverse()]);
        }
    }

    [Fact]
    public void Foot_NeverStandsOnAPageWithoutTwoLinesOfText()
    {
        for (var words = 300; words < 700; words += 7)
        {
            var laid = Lay(Chapters with { Sections = [], Preamble = [new(Words(words), null, 0)], Closing = [new("Chỉ thị này phổ biến đến chi bộ.", null, 0)] }, new());
            var last = Lines(laid.Pages[^1]);
            var foot = last.FindIndex(line => line.Exists(mark => mark.Text == "Nơi nhận:"));

            Assert.True(foot >= 2, $"{words} words leave {foot} lines over the foot");
        }
    }

    [Fact]
    public void Lines_ThatWouldSpillOver_StandCloserWithinTheRule()
    {
        var paper = Chapters with { Sections = [], Preamble = [new(Words(330), null, 0)], Closing = [] };
        var spared = Enumerable.Range(25, 30).Select(i => paper with { Preamble = [new(Words(i * 10), null, 0)] })
            .Count(one => Lay(one, new()).Pages.Length < Lay(one, new(), new FormSettings { LinePt = 20 }).Pages.Length);

        Assert.True(spared > 0);
        Assert.All(Pitches(Lay(paper, new(), new FormSettings { LinePt = 20 })), pitch => Assert.Equal(20, pitch, 3));
    }

    [Fact]
    public void Columns_OfTheHead_NeverMeet()
    {
        foreach (var issuer in new[] { "TỈNH ỦY", "BAN CHỈ ĐẠO CÔNG TÁC PHÒNG, CHỐNG THIÊN TAI VÀ TÌM KIẾM CỨU NẠN TỈNH BÀ RỊA - VŨNG TÀU", new string('M', 200) })
        {
            AssertSound(Chapters with { Issuer = issuer, SuperiorOrgan = issuer, Place = "Thành phố Hồ Chí Minh", Date = new(2026, 12, 28), Number = "12000-CTr/BTGDVTU" }, new());
        }
    }

    [Fact]
    public void Recipients_MoreThanAPageHolds_GoOnOverTheNext()
    {
        var many = Enumerable.Range(1, 150).Select(i => new RecipientLine($"Đảng ủy xã số {i}", RecipientKind.IndividualUnit, RecipientPurpose.Unspecified, 0));

        AssertSound(Chapters with { Recipients = [.. many] }, new());
    }

    [Fact]
    public void Backs_WhenMirrored_HaveTheirMarginsExchanged()
    {
        var laid = Lay(Chapters, new(), new FormSettings { MirroredBacks = true });

        Assert.Equal(Length.Mm(30), laid.Pages[2].Marks.OfType<TextMark>().Min(mark => mark.X), 3);
        Assert.Equal(Length.Mm(15), laid.Pages[1].Marks.OfType<TextMark>().Min(mark => mark.X), 3);
    }

    [Fact]
    public void Fields_WhenReserved_StandWhereTheyWillBeFilled()
    {
        var laid = Lay(Chapters with { Place = "Nam Bình" }, new() { Reserve = true, DraftYear = 2026 });
        var fields = laid.Pages.SelectMany(page => page.Marks.OfType<FieldMark>()).ToDictionary(field => field.Name);
        var (signer, seal) = (fields["ChuKy"], fields["DauCoQuan"]);

        Assert.Equal("Số      -QC/TU", fields["SoKyHieu"].Text);
        Assert.Equal("Nam Bình, ngày      tháng      năm 2026", fields["DiaDanhNgayThang"].Text);
        Assert.True(signer.Height >= Length.Mm(25));
        Assert.Equal((Length.Mm(36), Length.Mm(36)), (seal.Width, seal.Height));
        Assert.Equal(seal.Width / 3, seal.X + seal.Width - signer.X, 3);
        Assert.True(seal.Width / 3 <= signer.Width / 3);
    }

    internal static string Words(int count) => string.Join(' ', Enumerable.Range(0, count).Select(i => Vocabulary[(i * 7 + (i / 5)) % 8])) + ".";

    private static LaidDocument Lay(DirectiveDocument d, LayoutOptions o, FormSettings? settings = null) =>
        DirectiveLayout.Of(d, FormProfiles.For(d, d.Date ?? new(2026, 7, 1), settings ?? new()), o);

    private static void AssertSound(DirectiveDocument d, LayoutOptions o)
    {
        var profile = FormProfiles.For(d, d.Date ?? new(2026, 7, 1), new());
        var laid = DirectiveLayout.Of(d, profile, o);
        foreach (var page in laid.Pages)
        {
            var texts = page.Marks.OfType<TextMark>().ToList();
            Assert.All(texts, text => AssertInside(text, profile, page.Number));
            AssertApart(texts);
        }

        var printed = string.Join(' ', laid.Pages.SelectMany(page => Lines(page).Where(line => !IsPageNumber(line, page))).Select(line => string.Concat(line.Select(mark => mark.Text))));
        foreach (var paragraph in PrintedWording.Apply(d, profile).BodyParagraphs())
        {
            Assert.Contains(Squeezed(paragraph.Text), Squeezed(printed), StringComparison.Ordinal);
        }
    }

    private static string Squeezed(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));

    private static void AssertInside(TextMark text, FormProfile profile, int page)
    {
        var sheet = profile.Sheet;
        Assert.True(text.X >= Length.Mm(sheet.LeftMm) - Tolerance && text.X + text.Width <= Length.Mm(sheet.WidthMm - sheet.RightMm) + Tolerance, $"page {page}: {text.Text} from {text.X} to {text.X + text.Width}");
        var top = text.Node is null ? 0 : Length.Mm(sheet.TopMm);
        Assert.True(text.Y - text.Look.Ascent >= top - Tolerance && text.Y + text.Look.Descent <= Length.Mm(sheet.HeightMm - sheet.BottomMm) + Tolerance, $"page {page}: {text.Text} at {text.Y}");
    }

    private static void AssertApart(List<TextMark> texts)
    {
        foreach (var (one, i) in texts.Select((text, i) => (text, i)))
        {
            foreach (var other in texts.Skip(i + 1))
            {
                var across = one.X < other.X + other.Width - Tolerance && other.X < one.X + one.Width - Tolerance;
                var down = Math.Abs(one.Y - other.Y) < 0.65 * Math.Max(one.Look.SizePt, other.Look.SizePt);
                Assert.False(across && down, $"{one.Text} lies on {other.Text}");
            }
        }
    }

    private static List<List<TextMark>> Lines(LaidPage page) =>
        [.. page.Marks.OfType<TextMark>().GroupBy(mark => Math.Round(mark.Y, 2)).OrderBy(line => line.Key).Select(line => line.OrderBy(mark => mark.X).ToList())];

    private static bool IsPageNumber(List<TextMark> line, LaidPage page) => page.Number > 1 && line is [{ Node: null }] && line[0].Y < Length.Mm(20);

    private static bool IsHeading(List<TextMark> line) => line.TrueForAll(mark => mark.Look.Face == Directives.Documents.Fonts.FontFace.Bold);

    private static void AssertTwoOfAParagraph(List<List<TextMark>> lines)
    {
        if (lines[0][0].Node is { Type: "P" } first && lines[0].TrueForAll(mark => mark.Look.SizePt == 14) && lines.Count > 1)
        {
            Assert.Same(first, lines[1][0].Node);
        }
    }

    private static IEnumerable<double> Pitches(LaidDocument laid) => laid.Pages
        .SelectMany(page => page.Marks.OfType<TextMark>())
        .GroupBy(mark => mark.Node)
        .Where(paragraph => paragraph.Key is { Type: "P" } && paragraph.Count() > 3)
        .SelectMany(paragraph => paragraph.Zip(paragraph.Skip(1), (a, b) => b.Y - a.Y))
        .Where(pitch => pitch > 0);
}
