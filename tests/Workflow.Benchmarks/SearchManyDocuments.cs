using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Data;
using Workflow.Directives.Documents;
using Workflow.Directives.Drafting;
using Workflow.Directives.People;
using Workflow.Directives.Search;

namespace Workflow.Benchmarks;

/// <summary>A search over many documents, beside a plain scan of the same texts.</summary>
internal static class SearchManyDocuments
{
    private const int Many = 10_000;
    private const int Few = 500;
    private const int Batch = 500;

    private static readonly string[] Questions = ["bến đò ngang", "ben do ngang", "\"kiểm tra\" hồ chứa", "4711-CV/TU", "phòng chống thiên tai xã 12"];

    private static readonly string[] Words =
    [
        "kiểm tra", "hồ chứa", "bến đò", "đê điều", "rừng phòng hộ", "cán bộ", "nhiệm kỳ", "ngân sách", "đầu tư", "giao thông", "y tế", "trường học", "an ninh",
        "nông thôn", "cải cách", "hành chính", "chuyển đổi số", "tuyên truyền", "giám sát", "đại hội", "tổ chức", "quy hoạch", "thiên tai", "cứu nạn", "dân vận",
    ];

    public static async IAsyncEnumerable<object> RunAsync(int rounds)
    {
        await using var bench = await Bench.OpenAsync();
        await Town.SettleAsync(bench, 1);
        var documents = rounds == 1 ? Few : Many;
        var index = Stopwatch.StartNew();
        await FillAsync(bench, documents);
        var filled = index.Elapsed;
        var chief = await Town.ActorAsync(bench, Role.ChiefOfOffice);
        var (search, scan) = (new List<double>(), new List<double>());
        for (var round = 0; round <= rounds * 2; round++)
        {
            foreach (var question in Questions)
            {
                var (indexed, plain) = (await TimeAsync(bench, question, chief, scans: false), await TimeAsync(bench, question, chief, scans: true));
                if (round > 0)
                {
                    search.Add(indexed);
                    scan.Add(plain);
                }
            }
        }

        var (p50, plainP50) = (Figures.Median(search), Figures.Median(scan));
        yield return new
        {
            figure = $"search over {documents} documents",
            p50Ms = Math.Round(p50, 1),
            plainScanP50Ms = Math.Round(plainP50, 1),
            ratio = Math.Round(p50 / plainP50, 3),
            storedAndIndexedMsEach = Math.Round(filled.TotalMilliseconds / documents, 2),
        };
    }

    private static async Task<double> TimeAsync(Bench bench, string question, Actor actor, bool scans)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var clock = Stopwatch.StartNew();
        if (scans)
        {
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
            var words = question.Replace("\"", "", StringComparison.Ordinal);
            _ = await (
                from directive in db.DirectivesSeenBy(actor).AsNoTracking()
                join revision in db.Set<Revision>() on new { directive.Id, No = directive.RevisionNo } equals new { Id = revision.DirectiveId, revision.No }
                where revision.Text.Contains(words)
                orderby directive.ChangedAt descending
                select new { directive, revision.Text }).Take(50).ToListAsync();
        }
        else
        {
            await scope.ServiceProvider.GetRequiredService<SearchDirectives>().RunAsync(actor, question, null, 0, 50, default);
        }

        return clock.Elapsed.TotalMilliseconds;
    }

    private static async Task FillAsync(Bench bench, int documents)
    {
        var random = new Random(20261122);
        var person = SampleDrafter();
        for (var from = 0; from < documents; from += Batch)
        {
            await using var scope = bench.Services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
            for (var i = from; i < Math.Min(documents, from + Batch); i++)
            {
                Add(db, random, person, i);
            }

            await db.SaveChangesAsync();
        }
    }

    private static Guid SampleDrafter() => Directives.Sample.SamplePeople.All.First(one => one.Roles.Contains(Role.Drafter)).Id;

    private static void Add(WorkflowDb db, Random random, Guid person, int i)
    {
        string Sentence(int length) => string.Join(' ', Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)]));
        var text = $"Số {i + 1}-CV/TU\nV/v {Sentence(4)} xã {i % 40}\n\nKính gửi: Sở Y tế.\n\n"
            + string.Join("\n\n", Enumerable.Range(1, 12).Select(no => $"{no}. Giao Sở Y tế {Sentence(30)}."))
            + (i % 400 == 7 ? " Tăng cường quản lý bến đò ngang." : "") + "\n\nNơi nhận:\n- Như trên;\n- Lưu Văn phòng Tỉnh ủy.\n";
        var now = DateTime.UtcNow;
        var directive = new Directive
        {
            Id = Guid.CreateVersion7(),
            TemplateKey = "cong-van",
            TypeCode = "CV",
            Authority = "T/M",
            Subject = $"V/v {Sentence(4)} xã {i % 40}",
            DrafterId = person,
            DrafterUnitId = Guid.Empty,
            RevisionNo = 1,
            CreatedAt = now,
            ChangedAt = now,
        };
        db.Add(directive);
        db.Add(new Revision
        {
            Id = Guid.CreateVersion7(),
            DirectiveId = directive.Id,
            No = 1,
            Text = text,
            ContentHash = ContentHash.Of(text),
            AuthorId = person,
            CreatedAt = now,
        });
    }
}
