using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives;
using Workflow.Directives.Approval;
using Workflow.Directives.Data;
using Workflow.Directives.Directory;
using Workflow.Directives.Drafting;
using Workflow.Directives.Issuing;
using Workflow.Directives.Numbering;
using Workflow.Directives.People;
using Workflow.Directives.Sample;
using Workflow.Directives.Signing;
using Workflow.Directives.Work;

namespace Workflow.Benchmarks;

/// <summary>The sample province plus many more units, and the way of a directive up to the moment before it is issued.</summary>
internal static class Town
{
    private const string Text = """
        Số      -CV/TU
        V/v báo cáo kết quả thực hiện nhiệm vụ
        Nam Bình, ngày      tháng      năm 2026

        Kính gửi: Các đơn vị đo tải.

        Ban Thường vụ Tỉnh ủy yêu cầu các đơn vị báo cáo kết quả thực hiện nhiệm vụ trước ngày 30/11/2026.

        Nơi nhận:
        - Như trên;
        - Lưu Văn phòng Tỉnh ủy.

        T/M BAN THƯỜNG VỤ
        BÍ THƯ
        """;

    public static async Task SettleAsync(Bench bench, int units)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        await SampleProvince.LoadAsync(db, DateTime.UtcNow, CancellationToken.None);
        await SamplePersons.LoadAsync(db, CancellationToken.None);
        var group = new UnitGroup { Id = Guid.CreateVersion7(), Name = "Các đơn vị đo tải", ValidFrom = new DateOnly(2020, 1, 1) };
        for (var i = 0; i < units; i++)
        {
            var unit = new Unit { Id = Guid.CreateVersion7(), Code = $"TAI-{i:000}", Name = $"Đơn vị đo tải {i:000}", Kind = UnitKind.School, ValidFrom = group.ValidFrom };
            unit.Contacts.Add(new UnitContact { Id = Guid.CreateVersion7(), Order = 1, Name = "Văn thư", Position = "Văn thư", Email = $"tai{i:000}@tai.example" });
            group.Members.Add(new UnitGroupMember { UnitId = unit.Id });
            db.Add(unit);
        }

        db.Add(group);
        await db.SaveChangesAsync();
    }

    /// <summary>Takes a new directive up to its open issue task.</summary>
    public static async Task<Guid> ReadyToIssueAsync(Bench bench)
    {
        var drafted = await DoAsync<DraftDirective, Directive>(bench, Role.Drafter, (act, actor) => act.RunAsync(actor, new("cong-van", Text), default));
        await DoAsync<SubmitDirective, Directive>(bench, Role.Drafter, (act, actor) => act.RunAsync(actor, new(drafted.Id, 1), default));
        await ApproveAsync(bench, drafted.Id, Role.UnitHead);
        await ApproveAsync(bench, drafted.Id, Role.Registry);
        await ApproveAsync(bench, drafted.Id, Role.ChiefOfOffice);
        var hash = await ReadAsync(bench, db => db.Set<Revision>().Where(one => one.DirectiveId == drafted.Id).Select(one => one.ContentHash).SingleAsync());
        var sign = await ItemAsync(bench, drafted.Id);
        await DoAsync<SignDirective, Signature>(bench, Role.Secretary, async (act, actor) => await act.RunAsync(actor, new(sign, 1, hash, await PaperAsync(bench, drafted.Id, actor), TrialAuthority.Pin), default));
        var number = await ItemAsync(bench, drafted.Id);
        await DoAsync<NumberDirective, RegisterNumber>(bench, Role.Registry, (act, actor) => act.RunAsync(actor, new(number), default));
        var seal = await ItemAsync(bench, drafted.Id);
        await DoAsync<SealDirective, Seal>(bench, Role.Registry, (act, actor) => act.RunAsync(actor, new(seal, TrialAuthority.Pin), default));
        return await ItemAsync(bench, drafted.Id);
    }

    public static async Task<T> DoAsync<TAct, T>(Bench bench, Role role, Func<TAct, Actor, Task<Result<T>>> act)
        where TAct : notnull
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var result = await act(scope.ServiceProvider.GetRequiredService<TAct>(), await ActorAsync(bench, role));
        return result.Done ? result.Value : throw new InvalidOperationException($"{typeof(TAct).Name}: {result.Refusal!.English}");
    }

    public static async Task<Actor> ActorAsync(Bench bench, Role role)
    {
        var person = SamplePeople.All.First(one => one.Roles.Contains(role));
        return (await ReadAsync(bench, db => db.FindActorAsync(person.Id, DateTime.UtcNow, default)))!;
    }

    public static async Task<T> ReadAsync<T>(Bench bench, Func<WorkflowDb, Task<T>> read)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<WorkflowDb>());
    }

    private static async Task<string> PaperAsync(Bench bench, Guid id, Actor actor)
    {
        await using var scope = bench.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<WorkflowDb>();
        var directive = await db.Set<Directive>().SingleAsync(one => one.Id == id);
        var revision = await db.Set<Revision>().SingleAsync(one => one.DirectiveId == id);
        var press = scope.ServiceProvider.GetRequiredService<PaperPress>();
        return (await press.ToSignAsync(db, actor, directive, revision, DateTime.UtcNow, default)).Paper.Hash;
    }

    private static async Task ApproveAsync(Bench bench, Guid directive, Role role)
    {
        var item = await ItemAsync(bench, directive);
        await DoAsync<ApproveDirective, Approval>(bench, role, (act, actor) => act.RunAsync(actor, new(item, 1), default));
    }

    private static Task<Guid> ItemAsync(Bench bench, Guid directive) => ReadAsync(bench, db => db.Set<WorkItem>()
        .Where(one => one.DirectiveId == directive && one.CompletedAt == null && one.WithdrawnAt == null).Select(one => one.Id).SingleAsync());
}
