using System.Net;
using Microsoft.AspNetCore.Builder;
using Workflow.Directives.People.Rights;
using Workflow.Web.Commands;
using Workflow.Web.Rights;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Rights;

/// <summary>Every endpoint, page handler and command stands in the table of rights, and what does not lets nobody in.</summary>
public sealed class DoorsTests(RunningOffice office) : IClassFixture<RunningOffice>, IDisposable
{
    private readonly Dictionary<string, Visitor> visitors = [];

    [Fact]
    public async Task Doors_AreThoseOfTheTable()
    {
        var problems = await Doors.ProblemsAsync((WebApplication)office.App, RightsTable.Current);

        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    [Fact]
    public async Task Door_ThatTheTableDoesNotName_IsAProblemAndLetsNobodyIn()
    {
        var app = PreparedOffice.Build(office.Folder, new CapturedLog(), new StoreTrouble());
        await using (app)
        {
            app.MapGet("/planted", () => "inside");
            Assert.Contains(await Doors.ProblemsAsync(app, RightsTable.Current), problem => problem.StartsWith("GET /planted: is in no door", StringComparison.Ordinal));
            await app.StartAsync();
            using var http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false });
            http.DefaultRequestHeaders.Authorization = new("Bearer", office.TokenOf(Walk.Administrator));

            using var answer = await http.GetAsync(new Uri(new Uri(app.Urls.First()), "/planted"));

            Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
            Assert.DoesNotContain("inside", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
            await app.StopAsync();
        }
    }

    [Fact]
    public void Commands_AreThoseOfTheTable() => Assert.Equal(RightsTable.Current.Commands.Keys.Order(), Verbs.Names.Order());

    [Fact]
    public async Task Pages_ForSomebodyWhoNeverMay_Are403_AndForNobodyTheSignIn()
    {
        foreach (var door in RightsTable.Current.Doors.Where(one => one.Key.StartsWith("GET ", StringComparison.Ordinal) && !one.Key.Contains("/api/", StringComparison.Ordinal)))
        {
            var path = PathOf(door.Key);
            foreach (var email in new[] { Walk.Drafter, Walk.Administrator, Walk.Clerk, Walk.Secretary })
            {
                if (Array.TrueForAll(door.Value, right => !MayEver(email, right)))
                {
                    var visitor = await VisitorAsync(email);
                    Assert.True((await visitor.GetAsync(path)).Status == HttpStatusCode.Forbidden, $"{door.Key} by {email}");
                }
            }

            if (!door.Value.Any(right => RightsTable.Current[right].Open == OpenTo.Anyone))
            {
                using var nobody = Visitor.Stranger(office);
                Assert.True((await nobody.GetAsync(path)).Path.StartsWith("/sign-in", StringComparison.Ordinal), $"{door.Key} by nobody");
            }
        }
    }

    public void Dispose()
    {
        foreach (var visitor in visitors.Values)
        {
            visitor.Dispose();
        }
    }

    private async Task<Visitor> VisitorAsync(string email) =>
        visitors.TryGetValue(email, out var known) ? known : visitors[email] = await Visitor.EnterAsync(office, email);

    private static bool MayEver(string email, Right right) => RightsTable.Current[right].Open != OpenTo.Nobody || RightsTable.Current[right].Grants.ContainsKey(email switch
    {
        Walk.Drafter => Directives.People.Role.Drafter,
        Walk.Administrator => Directives.People.Role.Administrator,
        Walk.Clerk => Directives.People.Role.RecipientClerk,
        _ => Directives.People.Role.Secretary,
    });

    private static string PathOf(string door) => System.Text.RegularExpressions.Regex.Replace(door.Split(' ')[1], @"\{[^}]*guid\??\}", Guid.Empty.ToString()).Replace("{what}", "signed.pdf", StringComparison.Ordinal);
}
