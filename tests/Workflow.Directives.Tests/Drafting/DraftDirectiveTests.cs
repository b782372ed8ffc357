using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Directives.Drafting;
using Workflow.Directives.Sample;

namespace Workflow.Directives.Tests.Drafting;

public sealed class DraftDirectiveTests
{
    private const string Marker = "dấu vết số 7719 của kho ngoài đảo";

    [Theory]
    [InlineData("MẬT")]
    [InlineData("TỐI MẬT")]
    [InlineData("Tuyệt mật")]
    [Trait("BadInput", "45")]
    public async Task Text_WithASecrecyMark_IsRefusedAndStoredNowhere(string mark)
    {
        await using var office = await Province.OpenAsync();
        var text = SampleTexts.Of("thong-bao-y-kien").Replace("THÔNG BÁO\n", $"{mark}\nTHÔNG BÁO\n", StringComparison.Ordinal) + $"\n{Marker}\n";
        var id = await office.Walk.DraftAsync("thong-bao-y-kien");

        var refusal = await Refused.ChangesNothingAsync(office, "text.broken", () => office.Walk.TryDraftAsync("thong-bao-y-kien", text: text));
        await Refused.ChangesNothingAsync(office, "text.broken", () => office.Walk.TryReviseAsync(id, text));

        Assert.Contains(refusal.Problems!, problem => problem.Line > 0);
        foreach (var file in System.IO.Directory.GetFiles(Path.GetDirectoryName(office.Database)!, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes);
            Assert.True(bytes.ToArray().AsSpan().IndexOf(Encoding.UTF8.GetBytes(Marker)) < 0, $"{file} holds the marked text.");
        }
    }

    [Theory]
    [InlineData(Who.Administrator)]
    [InlineData(Who.Auditor)]
    [InlineData(Who.ClerkOfAnLoc)]
    [InlineData(Who.Secretary)]
    public async Task Draft_BySomebodyWhoDoesNotDraft_IsRefused(string who)
    {
        await using var office = await Province.OpenAsync();

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.Walk.TryDraftAsync("chi-thi", drafter: who));
    }

    [Fact]
    public async Task Draft_WithAnotherAuthorityThanTmOrTl_IsRefused()
    {
        await using var office = await Province.OpenAsync();

        await Refused.ChangesNothingAsync(office, "draft.authority-unknown", () => office.Walk.TryDraftAsync("chi-thi", "K/T"));
    }

    [Fact]
    public async Task Draft_FromAnUnknownTemplate_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var drafter = await office.AsAsync(Who.Drafter);

        await Refused.ChangesNothingAsync(office, "draft.template-unknown", () => office.AskAsync<DraftDirective, Result<Directive>>(
            one => one.RunAsync(drafter, new DraftDirective.Command("sac-lenh", SampleTexts.Of("chi-thi")), default)));
    }

    [Fact]
    public async Task Draft_OfATypeWithoutAWorkflow_IsNotSubmitted()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.DraftAsync("chi-thi");
        await office.AskAsync<WorkflowDb, int>(db => db.Set<Directive>().Where(one => one.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.TemplateKey, "sac-lenh").SetProperty(one => one.TypeCode, "SL")));

        await Refused.ChangesNothingAsync(office, "work.no-definition", () => office.Walk.TrySubmitAsync(id));
    }
}
