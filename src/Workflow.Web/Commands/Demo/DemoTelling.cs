using System.Diagnostics;
using System.Globalization;
using Workflow.Directives.Deadlines;

namespace Workflow.Web.Commands.Demo;

/// <summary>Prints the story, one line an act: when, who, what, how long it took the program.</summary>
internal sealed class DemoTelling(TextWriter output, DemoClock clock)
{
    private const int WhoWidth = 58;
    private const double BytesInMegabyte = 1024 * 1024;

    private readonly Stopwatch whole = Stopwatch.StartNew();

    public int Acts { get; private set; }

    public void Begin(string folder)
    {
        output.WriteLine($"Dữ liệu: {folder}");
        output.WriteLine(clock.Told
            ? $"Thời gian: kể lại từ {Spoken()} đến nhiều nhất là bây giờ; không bản ghi nào nằm ở tương lai."
            : "Thời gian: dữ liệu đã có bản ghi mới, nên chạy theo giờ thật; nhắc bằng tay thay cho nhắc tự động.");
    }

    public void Heading(string title)
    {
        output.WriteLine();
        output.WriteLine($"── {title} " + new string('─', Math.Max(3, 96 - title.Length)));
    }

    public void Line(string who, string what, TimeSpan took)
    {
        Acts++;
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {Spoken()}  {Cut(who),-WhoWidth}  {what}  ({took.TotalMilliseconds:0} ms)"));
    }

    public async Task EndAsync(DemoDesk desk, IReadOnlyList<DemoTold> told, IReadOnlyList<string> differences)
    {
        var sums = await desk.SumsAsync(told);
        output.WriteLine();
        output.WriteLine($"Tổng cộng: {told.Count} văn bản ({string.Join("; ", told.Select(one => one.Symbol))}), {sums}, {Acts} việc");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"Thời gian chạy {whole.Elapsed.TotalSeconds:0.0} s; bộ nhớ cao nhất {Process.GetCurrentProcess().PeakWorkingSet64 / BytesInMegabyte:0} MB"));
        foreach (var difference in differences)
        {
            output.WriteLine($"SAI: {difference}");
        }

        output.WriteLine(differences.Count == 0 ? "Kiểm tra cuối: đúng." : $"Kiểm tra cuối: {differences.Count} điểm sai.");
    }

    private string Spoken() =>
        WorkingCalendar.ToVietnam(clock.GetUtcNow().UtcDateTime).ToString("dd/MM HH:mm", CultureInfo.InvariantCulture);

    private static string Cut(string who) => who.Length <= WhoWidth ? who : who[..(WhoWidth - 1)] + "…";
}

/// <summary>One directive of the story, for the check at the end.</summary>
/// <param name="Id">The directive.</param>
/// <param name="Symbol">Its number.</param>
internal sealed record DemoTold(Guid Id, string Symbol);
