using System.Globalization;
using System.Text.Json;
using Workflow.Directives.Documents;
using Workflow.Directives.Orders;
using Workflow.Directives.Sample;
using Workflow.Directives.Tests.Documents;

namespace Workflow.Directives.Tests.Orders;

public sealed class OrderReaderTests
{
    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Orders", "Samples");

    [Theory]
    [InlineData("chi-thi-chay-rung")]
    [InlineData("cong-van-nha-o")]
    [InlineData("thong-bao-duong-ven-bien")]
    [InlineData("ke-hoach-chuyen-doi-so")]
    [InlineData("chi-thi-nha-nuoc-ben-thuy")]
    public void Reader_Sample_ProposesEveryTaskAndNothingElse(string sample)
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, sample + ".orders"));

        Assert.Equal(expected, Told(Read(File.ReadAllText(Path.Combine(Folder, sample + ".txt")))));
    }

    [Theory]
    [InlineData("chi-thi")]
    [InlineData("cong-van")]
    [InlineData("hoa-toc")]
    [InlineData("thong-bao-ket-luan")]
    [InlineData("thong-bao-y-kien")]
    public void Reader_TextOfTheSampleProvince_ProposesEveryTaskAndNothingElse(string key)
    {
        var expected = File.ReadAllLines(Path.Combine(Folder, $"province-{key}.orders"));

        Assert.Equal(expected, Told(Read(SampleTexts.Of(key))));
    }

    [Theory]
    [InlineData("Giao Sở Y tế lập danh sách trước ngày 15/9/2026.", "2026-09-15", "trước ngày 15/9/2026")]
    [InlineData("Giao Sở Y tế lập danh sách chậm nhất ngày 05-10-2026.", "2026-10-05", "chậm nhất ngày 05-10-2026")]
    [InlineData("Giao Sở Y tế lập danh sách trước 16 giờ 30 ngày 20/9/2026.", "2026-09-20", "trước 16 giờ 30 ngày 20/9/2026")]
    [InlineData("Giao Sở Y tế lập danh sách trước ngày 01/3.", "2027-03-01", "trước ngày 01/3")]
    [InlineData("Giao Sở Y tế lập danh sách trong quý III/2026.", "2026-09-30", "trong quý III/2026")]
    [InlineData("Giao Sở Y tế lập danh sách trong quý tới.", "2026-12-31", "trong quý tới")]
    [InlineData("Giao Sở Y tế lập danh sách trước quý IV năm 2026.", "2026-09-30", "trước quý IV năm 2026")]
    [InlineData("Giao Sở Y tế lập danh sách trong tháng 9.", "2026-09-30", "trong tháng 9")]
    [InlineData("Giao Sở Y tế lập danh sách trong 6 tháng đầu năm 2027.", "2027-06-30", "trong 6 tháng đầu năm 2027")]
    [InlineData("Giao Sở Y tế lập danh sách trong năm 2026.", "2026-12-31", "trong năm 2026")]
    [InlineData("Giao Sở Y tế lập danh sách chậm nhất 10 ngày kể từ ngày ban hành.", "2026-08-30", "chậm nhất 10 ngày kể từ ngày ban hành")]
    [InlineData("Giao Sở Y tế lập danh sách trong vòng 02 tháng.", "2026-10-20", "trong vòng 02 tháng")]
    [InlineData("Giao Sở Y tế lập danh sách trong 15 ngày kể từ khi phát hiện.", null, "trong 15 ngày kể từ khi phát hiện")]
    [InlineData("Giao Sở Y tế lập danh sách trong 05 ngày làm việc.", null, "trong 05 ngày làm việc")]
    [InlineData("Giao Sở Y tế lập danh sách trong 06 giờ.", null, "trong 06 giờ")]
    [InlineData("Giao Sở Y tế lập danh sách trước ngày 31/02/2026.", null, "trước ngày 31/02/2026")]
    public void Deadline_OfAnOrder_IsTheLastDayItsWordsName(string text, string? day, string words)
    {
        var order = Assert.Single(OrderReader.Read(Body(text), new DateOnly(2026, 8, 20)));

        DateOnly? expected = day is null ? null : DateOnly.Parse(day, CultureInfo.InvariantCulture);
        Assert.Equal(new OrderDeadline(expected, words), order.Deadline);
    }

    [Theory]
    [InlineData("Giao Sở Y tế báo cáo kết quả trước ngày 25 hằng tháng.", "trước ngày 25 hằng tháng")]
    [InlineData("Giao Sở Y tế định kỳ hàng quý báo cáo kết quả.", "định kỳ hàng quý")]
    [InlineData("Giao Sở Y tế báo cáo kết quả mỗi 03 giờ.", "mỗi 03 giờ")]
    [InlineData("Giao Sở Y tế báo cáo kết quả vào thứ Sáu hằng tuần.", "vào thứ Sáu hằng tuần")]
    public void Deadline_ThatComesAgain_KeepsItsWordsAndNamesNoDay(string text, string words) =>
        Assert.Equal(new OrderDeadline(null, words, Recurs: true), Assert.Single(OrderReader.Read(Body(text))).Deadline);

    [Theory]
    [InlineData("Tính đến ngày 15/9/2026, toàn tỉnh có 12 ca; giao Sở Y tế theo dõi tình hình.")]
    [InlineData("Giao Sở Y tế thực hiện Kế hoạch số 12-KH/TU, ngày 15/9/2026 của Tỉnh ủy.")]
    [InlineData("Giao Sở Y tế khắc phục các hạn chế trong 5 năm qua.")]
    public void Deadline_DateThatOnlyTells_IsNone(string text) => Assert.Null(Assert.Single(OrderReader.Read(Body(text))).Deadline);

    [Theory]
    [InlineData("Thời gian qua, các cấp ủy đã chỉ đạo quyết liệt công tác phòng, chống lụt bão.")]
    [InlineData("Sở Y tế đã ban hành văn bản hướng dẫn các xã, phường.")]
    [InlineData("Theo báo cáo của Sở Y tế, toàn tỉnh còn 412 hộ nghèo.")]
    [InlineData("Ban Thường vụ Tỉnh ủy biểu dương các đơn vị làm tốt và đề nghị khen thưởng kịp thời.")]
    [InlineData("Các trường hợp vi phạm phải được xử lý nghiêm.")]
    [InlineData("Báo cáo kết quả về Tỉnh ủy là việc thường xuyên.")]
    public void Reader_TextThatOnlyTells_ProposesNothing(string text) => Assert.Empty(OrderReader.Read(Body(text)));

    [Fact]
    public void Reader_ToneMarkOnTheOtherVowel_ReadsTheSame()
    {
        const string Text = "Giao Uỷ ban nhân dân xã Hoà Bình hoàn thành trong quý III/2026, báo cáo qua Văn phòng Tỉnh uỷ.";

        var order = Assert.Single(OrderReader.Read(Body(Text)));

        Assert.Equal("Uỷ ban nhân dân xã Hoà Bình", Assert.Single(order.Bodies).Text);
        Assert.Equal((new DateOnly(2026, 9, 30), "qua Văn phòng Tỉnh uỷ"), (order.Deadline!.Day!.Value, order.Route));
    }

    [Fact]
    public void Reader_DamagedText_NeverThrows()
    {
        var random = new Random(20261122);
        var texts = System.IO.Directory.GetFiles(Folder, "*.txt").Select(File.ReadAllText).ToList();
        for (var round = 0; round < 400; round++)
        {
            var letters = texts[round % texts.Count].ToCharArray().ToList();
            for (var hit = 0; hit < 30; hit++)
            {
                var at = random.Next(letters.Count);
                letters[at] = " \n\t:;.,()“”-a1Ủ\u0309\ud800\0"[random.Next(18)];
            }

            var orders = Read(new string([.. letters]));

            Assert.All(orders, order => Assert.True(order.Task.Length > 0 && order.Line > 0));
        }
    }

    [CorpusTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Reader_RealDirective_FindsEveryTaskThatReadersMarked(string document)
    {
        var orders = Read(await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, document + ".txt")));
        using var marked = JsonDocument.Parse(
            await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, "annotated", document + ".json")));

        foreach (var task in marked.RootElement.GetProperty("assigned_tasks").EnumerateArray())
        {
            var line = task.GetProperty("line").GetInt32();
            var first = task.GetProperty("to")[0].GetString()!;
            Assert.Contains(orders, order => (order.Line == line || order.BodiesLine == line)
                && order.Bodies.Any(body => body.Text.Contains(first, StringComparison.OrdinalIgnoreCase)));
        }
    }

    private static IReadOnlyList<ProposedOrder> Read(string text) => OrderReader.Read(DocumentReader.Read(text));

    private static DirectiveDocument Body(string paragraph) => new() { Sections = [new("1.", null, [new(paragraph, null, 1)])] };

    private static IEnumerable<string> Told(IReadOnlyList<ProposedOrder> orders) => orders.Select(order => string.Join(" | ",
        $"{order.Line}",
        string.Join("; ", order.Bodies.Select(body => (body.Role == OrderRole.Support ? "+" : "") + body.Text)) + $" @{order.BodiesLine}",
        order.Deadline is { } until ? $"{until.Words} = {(until.Recurs ? "again" : until.Day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))}".TrimEnd() : "-",
        order.Route ?? "-",
        order.FollowUp ? "follow-up" : "-",
        order.Task));
}
