using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Drafting;
using Workflow.Directives.Numbering;
using Workflow.Directives.Signing;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>What may and may not come in as a text.</summary>
public sealed class DraftsTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const string Marked = "KẾ HOẠCH DIỄN TẬP SỐ BA NGHÌN";

    [Fact]
    public async Task Submission_OfUnfinishedTemplate_Is422_WithLinesAndVietnameseReasons()
    {
        var draft = (await office.As(Walk.Drafter).PostAsync("/api/directives", new { templateKey = "cong-van" })).Must(HttpStatusCode.Created);
        var answer = await office.ChangesNothingAsync(() => office.As(Walk.Drafter).PostAsync($"/api/directives/{draft.Id}/submission", new { seenRevision = 1 }));
        answer.MustRefuse(HttpStatusCode.UnprocessableEntity, "text.broken");
        var problems = answer.Json.GetProperty("problems").EnumerateArray().ToList();
        var first = problems.First(one => one.GetProperty("line").GetInt32() > 0);
        Assert.StartsWith($"Dòng {first.GetProperty("line").GetInt32()} ", first.GetProperty("vietnamese").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(first.GetProperty("english").GetString()!);
    }

    [Fact]
    [Trait("BadInput", "45")]
    public async Task Text_WithSecrecyMark_Is422_AndIsNowhereAfterwards()
    {
        var drafter = office.As(Walk.Drafter);
        var text = Texts.LetterTo(["Sở Y tế"], "Công an tỉnh", Marked, "MẬT\n");
        var large = text + new string('a', 200_000);
        var known = (await drafter.PostAsync("/api/directives", new { templateKey = "cong-van", text = Texts.Letter })).Must(HttpStatusCode.Created).Id;
        foreach (var body in new[] { text, large, text.Normalize(NormalizationForm.FormD) })
        {
            var begun = await office.ChangesNothingAsync(() => drafter.PostAsync("/api/directives", new { templateKey = "cong-van", text = body }));
            begun.MustRefuse(HttpStatusCode.UnprocessableEntity, "text.broken");
            Assert.DoesNotContain(Marked, begun.Body, StringComparison.Ordinal);
            (await office.ChangesNothingAsync(() => drafter.PostAsync($"/api/directives/{known}/revisions", new { seenRevision = 1, text = body })))
                .MustRefuse(HttpStatusCode.UnprocessableEntity, "text.broken");
        }

        Assert.DoesNotContain(Marked, office.Log.Text, StringComparison.Ordinal);
        foreach (var form in new[] { NormalizationForm.FormC, NormalizationForm.FormD })
        {
            var bytes = Encoding.UTF8.GetBytes(Marked.Normalize(form));
            Assert.All(FilesOfData(), file => Assert.Equal(-1, file.Content.AsSpan().IndexOf(bytes)));
        }

        // The search itself finds what is there.
        Assert.Contains(FilesOfData(), file => file.Content.AsSpan().IndexOf(Encoding.UTF8.GetBytes("phòng, chống thiên tai")) >= 0);
    }

    [Fact]
    [Trait("BadInput", "8")]
    public async Task Body_WithFieldsOfTheOffice_ChangesNoneOfThem()
    {
        var (owner, other) = (Guid.NewGuid(), Guid.NewGuid());
        var body = JsonSerializer.SerializeToNode(new
        {
            templateKey = "cong-van",
            text = Texts.Letter,
            id = other,
            number = "99-CV/TU",
            status = "Issued",
            state = "Issued",
            signedBy = owner,
            signerId = owner,
            drafterId = owner,
            revisionNo = 9,
            revision = 9,
            organId = other,
            createdAt = "2020-01-01T00:00:00Z",
            version = 7,
        });
        var begun = (await office.As(Walk.Drafter).PostAsync("/api/directives", body)).Must(HttpStatusCode.Created);
        var walk = new Walk(office);
        (await office.As(Walk.Drafter).PostAsync($"/api/directives/{begun.Id}/submission", new { seenRevision = 1, state = "Signed", signedBy = owner, number = 4 }))
            .Must(HttpStatusCode.OK);
        var task = await walk.TaskAsync(Walk.Head, begun.Id);
        (await office.As(Walk.Head).PostAsync($"/api/work-items/{task}/approval", new { seenRevision = 1, capacity = "Secretary", outcome = "Signed", personId = owner }))
            .Must(HttpStatusCode.OK);
        await office.InStoreAsync(async db =>
        {
            var stored = await db.Set<Directive>().SingleAsync(one => one.Id == begun.Id);
            Assert.Equal((DirectiveState.InReview, 1, null), (stored.State, stored.RevisionNo, stored.SignerId));
            Assert.NotEqual(owner, stored.DrafterId);
            Assert.True(stored.CreatedAt.Year > 2020);
            Assert.False(await db.Set<Directive>().AnyAsync(one => one.Id == other));
            Assert.False(await db.Set<RegisterNumber>().AnyAsync());
            Assert.False(await db.Set<Signature>().AnyAsync());
            Assert.Equal("UnitHead", (await db.Set<Directives.Approval.Approval>().SingleAsync(one => one.DirectiveId == begun.Id)).Capacity.ToString());
            return 0;
        });
    }

    private IEnumerable<(string Name, byte[] Content)> FilesOfData() =>
        System.IO.Directory.EnumerateFiles(office.Folder, "*", SearchOption.AllDirectories).Select(path =>
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var content = new MemoryStream();
            file.CopyTo(content);
            return (path, content.ToArray());
        });
}
