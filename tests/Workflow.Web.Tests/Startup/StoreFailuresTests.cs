using System.Net;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Startup;

/// <summary>A disk that fails in the middle of an act: 503, and either all of the act or nothing of it.</summary>
public sealed class StoreFailuresTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private const int MostWrites = 200;
    private readonly Walk walk = new(office);

    [Theory]
    [InlineData("approval", Walk.Head)]
    [InlineData("signature", Walk.Secretary)]
    [InlineData("number", Walk.Registry)]
    [InlineData("issue", Walk.Registry)]
    [Trait("BadInput", "55")]
    public async Task Act_WithTheDiskFailingAtEachWrite_Is503AndHalfOfNothing(string kind, string email)
    {
        var id = await walk.ToAsync(kind);
        var (path, body) = await walk.ActAsync(id, kind, await walk.TaskAsync(email, id), email);
        var failures = 0;
        for (var writes = 0; writes < MostWrites; writes++)
        {
            var proof = await office.As(email).ConfirmAsync(path, ApiPerson.Written(body));
            var before = await StoreContent.ReadAsync(office.Database);
            office.Trouble.FailAfter(writes);
            var answer = await office.As(email).PostAsync(path, body, $"{kind} key", proof);
            office.Trouble.Heal();
            if (answer.Status == HttpStatusCode.OK)
            {
                // The only write after the act is the kept answer; a disk that failed there cannot make the act a failure.
                Assert.True(failures > 3, $"{failures} writes");
                await AnswerIsGoneOrTheSameAsync(path, body, email, kind, answer);
                return;
            }

            failures++;
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
            Assert.Equal("urn:workflow:store-failed", answer.Text("type"));
            Assert.DoesNotContain("disk", answer.Body, StringComparison.OrdinalIgnoreCase);
            Assert.NotNull(answer.Headers.RetryAfter);
            Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
        }

        Assert.Fail("The act never succeeded.");
    }

    [Fact]
    public async Task Read_WhileWritesFail_IsAnswered()
    {
        var id = await walk.ToAsync("number");
        office.Trouble.FailAfter(0);
        (await office.As(Walk.Registry).GetAsync($"/api/directives/{id}")).Must(HttpStatusCode.OK);
        office.Trouble.Heal();
    }

    private async Task AnswerIsGoneOrTheSameAsync(string path, object? body, string email, string kind, ApiAnswer done)
    {
        await office.SendMailAsync();
        var again = await office.ChangesNothingAsync(() => office.As(email).PostAsync(path, body, $"{kind} key"));
        if (again.Status == HttpStatusCode.OK)
        {
            Assert.Equal(done.Body, again.Body);
            return;
        }

        again.MustRefuse(HttpStatusCode.Conflict, "idempotency.answer-lost");
        Assert.True(await office.InStoreAsync(db => db.Set<IdempotentRequest>().AnyAsync(one => one.Key.EndsWith($"{kind} key") && one.Status == null)));
    }
}
