using System.Net;
using System.Text.Json;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Api;

/// <summary>A letter that is out: what the link of a unit opens, and what it does not.</summary>
public sealed class IssuedLetter : IAsyncLifetime, IDisposable
{
    public RunningOffice Office { get; } = new();

    public Guid Id { get; private set; }

    /// <summary>Unit → message it got.</summary>
    public Dictionary<string, string> Mail { get; } = [];

    internal Walk Walk => new(Office);

    public async Task InitializeAsync()
    {
        await Office.InitializeAsync();
        Id = await Walk.ToAsync("issue");
        var task = await Walk.TaskAsync(Walk.Registry, Id);
        var forged = new HttpRequestMessage(HttpMethod.Post, $"/api/work-items/{task}/issuance");
        forged.Headers.Add("X-Forwarded-Host", "evil.example");
        forged.Headers.Add("X-Forwarded-Proto", "https");
        forged.Headers.Add("Forwarded", "host=evil.example;proto=https");
        forged.Headers.Add("Idempotency-Key", "issue");
        (await Office.As(Walk.Registry).SendAsync(forged)).Must(HttpStatusCode.OK);
        await Office.SendMailAsync();
        foreach (var message in Office.Mail())
        {
            Mail[Letters.TextOf(message).Split('\n')[0].Trim().Replace("Kính gửi ", "", StringComparison.Ordinal).TrimEnd(',')] = message;
        }
    }

    public Task DisposeAsync() => Office.DisposeAsync();

    public void Dispose() => Office.Dispose();
}

/// <summary>Receipts through the link, without an account, and each unit's view of its own copy.</summary>
public sealed class ReceiptsTests(IssuedLetter letter) : IClassFixture<IssuedLetter>
{
    private const string Commune = "Đảng ủy xã An Lộc";
    private const string Health = "Sở Y tế";
    private static readonly object Good = new { name = "Bàn Thị Pham", position = "Văn thư", arrivalNumber = "15" };
    private readonly RunningOffice office = letter.Office;

    [Fact]
    [Trait("BadInput", "47")]
    public void Link_IssuedUnderForgedForwarding_PointsToTheConfiguredOrigin()
    {
        Assert.Equal(4, letter.Mail.Count);
        Assert.All(letter.Mail.Values, message =>
        {
            Assert.Equal("http://127.0.0.1:5080", Letters.LinkIn(message).GetLeftPart(UriPartial.Authority));
            Assert.DoesNotContain("evil", message + Letters.TextOf(message), StringComparison.OrdinalIgnoreCase);
        });
    }

    [Fact]
    public void Message_NamesNoOtherUnitAndNoOtherAddress()
    {
        foreach (var (unit, message) in letter.Mail)
        {
            Assert.DoesNotContain(letter.Mail.Keys, other => other != unit && Letters.TextOf(message).Contains(other, StringComparison.Ordinal));
            Assert.Single(Letters.Header(message, "To").Split('@').Skip(1));
            Assert.Equal("", Letters.Header(message, "Cc") + Letters.Header(message, "Bcc"));
        }
    }

    [Fact]
    [Trait("BadInput", "11")]
    public async Task Token_WrongCutUpperCasedOrOfGreatLength_Is404()
    {
        var good = Letters.TokenIn(letter.Mail[Commune]);
        string[] bad = [good[..^1], good + "A", good.ToUpperInvariant(), good.ToLowerInvariant(), new string('A', good.Length), new string('A', 7_000), "..%2F" + good];
        foreach (var token in bad)
        {
            foreach (var act in new[] { "acknowledgment", "refusal" })
            {
                (await office.ChangesNothingAsync(() => office.With(null).PostAsync($"/api/receipts/{token}/{act}", Good))).Must(HttpStatusCode.NotFound);
            }

            (await office.With(null).GetAsync($"/a/{token}")).Must(HttpStatusCode.NotFound);
        }

        // The server ends a request line beyond 8 kB itself.
        (await office.ChangesNothingAsync(() => office.With(null).PostAsync($"/api/receipts/{new string('A', 10_000)}/acknowledgment", Good)))
            .Must(HttpStatusCode.RequestUriTooLong);
    }

    [Theory]
    [InlineData(null, "Văn thư", "15")]
    [InlineData("  ", "Văn thư", "15")]
    [InlineData("Bàn Thị Pham", null, "15")]
    [InlineData("Bàn Thị Pham", "Văn thư", null)]
    [InlineData("Bàn Thị\r\nBcc: x@y.vn", "Văn thư", "15")]
    [InlineData("Bàn Thị\nPham", "Văn thư", "15")]
    [InlineData("Bàn \u202Emahp", "Văn thư", "15")]
    [InlineData("Bàn\u200BThị", "Văn thư", "15")]
    [InlineData("Bàn\0Thị", "Văn thư", "15")]
    [InlineData("Bàn Thị Pham", "Văn thư", "1234567890123456789012345678901")]
    [Trait("BadInput", "13")]
    [Trait("BadInput", "23")]
    [Trait("BadInput", "28")]
    public async Task Fields_MissingOrWithHiddenSigns_Are422(string? name, string? position, string? arrivalNumber) =>
        (await office.ChangesNothingAsync(() => office.With(null).PostAsync(
            $"/api/receipts/{Letters.TokenIn(letter.Mail[Commune])}/acknowledgment", new { name, position, arrivalNumber })))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "field");

    [Fact]
    public async Task Refusal_WithoutReason_Is422() =>
        (await office.ChangesNothingAsync(() => office.With(null).PostAsync(
            $"/api/receipts/{Letters.TokenIn(letter.Mail[Commune])}/refusal", new { name = "Bàn Thị Pham", position = "Văn thư" })))
            .MustRefuse(HttpStatusCode.UnprocessableEntity, "field");

    [Fact]
    [Trait("BadInput", "15")]
    [Trait("BadInput", "28")]
    public async Task Acknowledgment_Twice_KeepsTheFirst_AndSaysSo()
    {
        var path = $"/api/receipts/{Letters.TokenIn(letter.Mail["Ủy ban nhân dân xã An Lộc"])}/acknowledgment";
        var first = (await office.With(null).PostAsync(path, new { name = "Tra\u0302\u0300n Lệ Hiền", position = "Văn thư", arrivalNumber = "21" })).Must(HttpStatusCode.OK);
        Assert.Equal("Trần Lệ Hiền", first.Text("name"));
        var second = await office.ChangesNothingAsync(() => office.With(null).PostAsync(path, new { name = "Người khác", position = "Khác", arrivalNumber = "99" }));
        Assert.Equal((HttpStatusCode.OK, first.Body), (second.Status, second.Body));
    }

    [Fact]
    public async Task UnitClerk_SeesOwnRowOnly_AndNeitherHistoryNorListNorEarlierDrafts()
    {
        var clerk = office.As(Walk.HealthClerk);
        var rows = (await clerk.GetAsync($"/api/directives/{letter.Id}/deliveries")).Must(HttpStatusCode.OK).Json.EnumerateArray().ToList();
        Assert.Equal(Health, Assert.Single(rows).GetProperty("unitName").GetString());
        foreach (var path in new[] { "revisions/0", "revisions/2" })
        {
            (await clerk.GetAsync($"/api/directives/{letter.Id}/{path}")).MustRefuse(HttpStatusCode.NotFound, "not-found");
        }

        foreach (var path in new[] { "history", "recipients" })
        {
            (await clerk.GetAsync($"/api/directives/{letter.Id}/{path}")).MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
        }

        (await clerk.GetAsync($"/api/directives/{letter.Id}/revisions/1")).Must(HttpStatusCode.OK);
        (await office.As(Walk.IslandClerk).GetAsync($"/api/directives/{letter.Id}")).MustRefuse(HttpStatusCode.NotFound, "not-found");
    }

    [Fact]
    [Trait("BadInput", "10")]
    public async Task UnitClerk_OfOtherUnit_CannotAnswerForIt()
    {
        var delivery = (await letter.Walk.DeliveriesAsync(letter.Id)).Single(one => one.GetProperty("unitName").GetString() == Health).GetProperty("id").GetGuid();
        foreach (var email in new[] { Walk.IslandClerk, Walk.Clerk })
        {
            (await office.ChangesNothingAsync(() => office.As(email).PostAsync($"/api/deliveries/{delivery}/acknowledgment", Good)))
                .MustRefuse(HttpStatusCode.NotFound, "not-found");
        }

        (await office.ChangesNothingAsync(() => office.As(Walk.Registry).PostAsync($"/api/deliveries/{delivery}/acknowledgment", Good)))
            .MustRefuse(HttpStatusCode.Forbidden, "not-allowed");
        (await office.As(Walk.HealthClerk).PostAsync($"/api/deliveries/{delivery}/acknowledgment", Good)).Must(HttpStatusCode.OK);
        (await office.As(Walk.HealthClerk).PostAsync($"/api/deliveries/{delivery}/handling", new { status = "InProgress" })).Must(HttpStatusCode.OK);
        (await office.ChangesNothingAsync(() => office.As(Walk.HealthClerk).PostAsync($"/api/deliveries/{delivery}/handling", new { status = "Assigned" })))
            .Must(HttpStatusCode.Conflict);
        (await office.ChangesNothingAsync(() => office.As(Walk.HealthClerk).PostAsync($"/api/deliveries/{delivery}/refusal", new { name = "A", position = "B", reason = "C" })))
            .MustRefuse(HttpStatusCode.Conflict, "acknowledgment.already-accepted");
    }

    [Fact]
    public async Task Closure_BeforeAllAnswered_HasNoTask() =>
        Assert.Equal("[]", (await office.As(Walk.Registry).GetAsync($"/api/work-items?directive={letter.Id}")).Must(HttpStatusCode.OK).Body);

    [Fact]
    public async Task Settlement_AfterIssue_Is409() =>
        (await office.ChangesNothingAsync(() => office.As(Walk.Registry).PostAsync(
            $"/api/directives/{letter.Id}/recipient-settlements", new { line = "Công an tỉnh", reason = "Không gửi" })))
            .MustRefuse(HttpStatusCode.Conflict, "recipients.frozen");

    [Fact]
    public async Task Log_HoldsNoLinkSecretAndNoToken()
    {
        var secret = Letters.TokenIn(letter.Mail[Commune]);
        (await office.With(null).GetAsync($"/a/{secret}")).Must(HttpStatusCode.OK);
        Assert.DoesNotContain(secret, office.Log.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(office.TokenOf(Walk.Registry), office.Log.Text, StringComparison.Ordinal);
    }
}
