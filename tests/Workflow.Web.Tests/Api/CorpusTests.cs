using System.Net;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>Runs where the folder of real documents is named; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public const string Variable = "DIRECTIVE_CORPUS";

    public CorpusTheoryAttribute() =>
        Skip = string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)) ? $"Set {Variable} to the folder of real documents." : null;
}

/// <summary>Real directives, pasted as they reached us, from the first draft to the last acknowledgment and closure.</summary>
public sealed class CorpusTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    private readonly Walk walk = new(office);

    [CorpusTheory]
    [InlineData("000", "thong-bao-y-kien", "T/L", "TB")]
    [InlineData("001", "chi-thi", "T/M", "CT")]
    [InlineData("002", "cong-van", "T/M", "CV")]
    [InlineData("003", "thong-bao-ket-luan", "T/L", "TB")]
    [InlineData("004", "chi-thi", "T/M", "CT")]
    public async Task RealDirective_Pasted_IsIssuedToItsWholeListAndClosed(string document, string template, string authority, string type)
    {
        var folder = Environment.GetEnvironmentVariable(CorpusTheoryAttribute.Variable)!;
        var id = await walk.DraftAsync(await File.ReadAllTextAsync(Path.Combine(folder, $"{document}.txt")), template, authority);
        var planned = await SettleAsync(id);
        var before = office.Mail().Length;
        await walk.SubmitAsync(id);
        await walk.OnAsync(id, null);
        await office.SendMailAsync();

        Assert.Equal("Issued", await walk.StateAsync(id));
        var deliveries = await walk.DeliveriesAsync(id);
        Assert.Equal(planned.Order(), deliveries.Select(one => one.GetProperty("unit").GetGuid()).Order());
        Assert.All(deliveries, one => Assert.Equal("Sent", one.GetProperty("status").GetString()));
        var mail = office.Mail()[before..];
        Assert.Equal(planned.Length, mail.Length);
        Assert.Equal(mail.Length, mail.Select(one => Letters.Header(one, "Message-ID")).Distinct().Count());

        foreach (var message in mail)
        {
            (await office.With(null).PostAsync(
                $"/api/receipts/{Letters.TokenIn(message)}/acknowledgment", new { name = "Văn thư đơn vị", position = "Văn thư", arrivalNumber = "1" })).Must(HttpStatusCode.OK);
        }

        await walk.OnAsync(id, null);
        Assert.Equal("Closed", await walk.StateAsync(id));
        Assert.All(await walk.DeliveriesAsync(id), one => Assert.Equal("Accepted", one.GetProperty("status").GetString()));
        await NumberIsNextAsync(id, type);
    }

    /// <summary>Settles every doubtful line as a clerk would: what is suggested, or why nothing is sent. Gives the units planned.</summary>
    private async Task<Guid[]> SettleAsync(Guid id)
    {
        var plan = (await office.As(Walk.Drafter).GetAsync($"/api/directives/{id}/recipients")).Must(HttpStatusCode.OK).Json;
        foreach (var line in plan.GetProperty("lines").EnumerateArray().Where(line => !line.GetProperty("settled").GetBoolean()))
        {
            var units = line.GetProperty("suggestions").EnumerateArray()
                .SelectMany(one => one.GetProperty("units").EnumerateArray().Select(unit => unit.GetGuid())).Distinct().ToArray();
            plan = (await office.As(Walk.Drafter).PostAsync(
                $"/api/directives/{id}/recipient-settlements",
                new { line = line.GetProperty("text").GetString(), units, reason = units.Length == 0 ? "Không còn đơn vị này trong danh bạ hôm nay" : null })).Must(HttpStatusCode.OK).Json;
        }

        Assert.Equal(0, plan.GetProperty("unsettled").GetInt32());
        var planned = plan.GetProperty("lines").EnumerateArray()
            .SelectMany(line => line.GetProperty("units").EnumerateArray().Select(unit => unit.GetProperty("id").GetGuid())).Distinct().ToArray();
        Assert.Equal(plan.GetProperty("units").GetInt32(), planned.Length);
        Assert.NotEmpty(planned);
        return planned;
    }

    private async Task NumberIsNextAsync(Guid id, string type)
    {
        var history = (await office.As(Walk.Registry).GetAsync($"/api/directives/{id}/history")).Must(HttpStatusCode.OK).Json.EnumerateArray().ToList();
        var given = Assert.Single(history, one => one.GetProperty("act").GetString() == "number.given").GetProperty("detail").GetString()!;
        Assert.Matches($@"^0[12]-{type}/TU, ", given);
        var closed = (await office.As(Walk.Registry).GetAsync("/api/directives?state=Closed")).Must(HttpStatusCode.OK).Json.EnumerateArray()
            .Count(one => one.GetProperty("type").GetString() == type);
        Assert.StartsWith($"{closed:00}-", given, StringComparison.Ordinal);
    }
}
