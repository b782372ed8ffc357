using Workflow.Directives.Documents.Fonts;
using Workflow.Directives.Documents.Layout;

namespace Workflow.Directives.Tests.Documents.Layout;

using Word = Workflow.Directives.Documents.Layout.Word;

public sealed class LineBreakingTests
{
    private static readonly Lettering Letters = new(FontFace.Regular, 14);

    [Fact]
    public void Justified_EveryLineButTheLast_FillsTheWidthWithEvenBlanks()
    {
        var lines = LineBreaking.Justified(Of(DirectiveLayoutTests.Words(200), 400), 400, 28);

        Assert.All(lines.SkipLast(1), (line, i) => Assert.Equal(i == 0 ? 372 : 400, Words.Width(line.Words) + (line.Wider * (line.Words.Count - 1)), 3));
        Assert.Equal(0, lines[^1].Wider);
        Assert.True(lines.Max(line => line.Wider) < Letters.Blank, "a blank is more than doubled");
    }

    [Fact]
    public void Justified_AllLinesWeighedTogether_AreMoreEvenThanOneByOne()
    {
        var words = Of("Căn cứ Nghị quyết của Ban Chấp hành Đảng bộ tỉnh về chuyển đổi số, các cơ quan, đơn vị khẩn trương hoàn thành số hóa hồ sơ, tài liệu lưu trữ trước thời hạn được giao trong chương trình công tác năm.", 180);

        double Worst(IEnumerable<(double Width, int Blanks)> lines) => lines.Max(line => line.Blanks == 0 ? 180 - line.Width : (180 - line.Width) / line.Blanks);
        var greedy = Worst(LineBreaking.Greedy(words, 180).SkipLast(1).Select(line => (Words.Width(line), line.Count - 1)));
        var together = Worst(LineBreaking.Justified(words, 180, 0).SkipLast(1).Select(line => (Words.Width(line.Words), line.Words.Count - 1)));

        Assert.True(together < greedy, $"{together} against {greedy}");
    }

    [Fact]
    public void Justified_ANumberAfterItsWord_StaysWithItWhereverThereIsRoom()
    {
        var (parted, oneByOne) = (0, 0);
        bool IsParted(IEnumerable<List<Word>> lines) => lines.SkipLast(1).Any(line => line[^1].Text is "Điều" or "khoản" or "số" or "ngày" or "tháng" or "năm");
        for (var width = 250; width < 470; width++)
        {
            var words = Of("Thực hiện nghiêm Điều 12 của Quy chế và khoản 3 của Quy định số 114 ban hành ngày 11 tháng 7 năm 2026 của cấp trên.", width);
            parted += IsParted(LineBreaking.Justified(words, width, 0).Select(line => line.Words)) ? 1 : 0;
            oneByOne += IsParted(LineBreaking.Greedy(words, width)) ? 1 : 0;
        }

        Assert.True(parted * 2 < oneByOne, $"{parted} against {oneByOne}");
    }

    [Fact]
    public void Dash_BetweenWords_BeginsNoLine()
    {
        for (var width = 80; width < 300; width += 2)
        {
            var words = Of("Ủy ban MTTQ Việt Nam tỉnh và các tổ chức chính trị - xã hội tỉnh, thành phố - đô thị", width);

            Assert.All(LineBreaking.Greedy(words, width), line => Assert.NotEqual("-", line[0].Text));
            Assert.All(LineBreaking.Balanced(words, width), line => Assert.NotEqual("-", line[0].Text));
            Assert.All(LineBreaking.Justified(words, width, 0), line => Assert.NotEqual("-", line.Words[0].Text));
        }
    }

    [Fact]
    public void Balanced_Lines_AreAsFewAsWillDoAndEven()
    {
        var words = Of("về tăng cường sự lãnh đạo của Đảng đối với công tác phòng, chống sạt lở bờ sông", 370);
        var lines = LineBreaking.Balanced(words, 370);

        Assert.Equal(LineBreaking.Greedy(words, 370).Count, lines.Count);
        Assert.True(Math.Abs(Words.Width(lines[0]) - Words.Width(lines[1])) < 60);
    }

    [Fact]
    public void Word_WiderThanALine_IsCutWhereItCanBeReadOn()
    {
        var words = Of("https://vanban.nambinh.example/thu-muc/van-ban-chi-dao/2026/rat-dai-khong-co-dau-cach", 200);

        Assert.All(words, word => Assert.True(word.Width <= 200));
        Assert.All(words.SkipLast(1), word => Assert.Contains(word.Text[^1], "/-."));
        Assert.Equal("https://vanban.nambinh.example/thu-muc/van-ban-chi-dao/2026/rat-dai-khong-co-dau-cach", string.Concat(words.Select(word => word.Text)));
    }

    [Fact]
    public void Line_ThatCannotBeFilledWithinReason_StaysRagged()
    {
        var lines = LineBreaking.Justified(Of("a " + new string('b', 30) + " c", 300), 300, 0);

        Assert.All(lines, line => Assert.True(line.Wider <= 2.5 * Letters.Blank));
    }

    private static List<Word> Of(string text, double width) => Words.Of([new(text, Letters)], width);
}
