using System.Net;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Workflow.Directives.People;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.SignIn;

/// <summary>Somebody whom the province's identity provider vouches for, and all that is not quite that.</summary>
public sealed class OpenIdTests : IAsyncLifetime, IDisposable
{
    private readonly Provider provider = new();
    private RunningOffice? office;

    public async Task InitializeAsync()
    {
        await provider.StartAsync();
        office = new RunningOffice(["--OpenId:Authority", provider.Address, "--OpenId:ClientId", Provider.Client, "--OpenId:ClientSecret", Provider.Secret]);
        await office.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await office!.DisposeAsync();
        await provider.DisposeAsync();
    }

    public void Dispose() => office?.Dispose();

    [Fact]
    public async Task Person_Vouched_EntersAndIsKnownBySubjectAfterwards()
    {
        using (var visitor = await Visitor.ArriveAsync(office!))
        {
            Assert.Equal("/account", (await EnterAsync(visitor, "/account")).Path);
        }

        // The address changed at the provider: the subject still says who it is.
        provider.Claims["email"] = Walk.Secretary;
        using var again = await Visitor.ArriveAsync(office!);
        Assert.Contains(Walk.Head, (await EnterAsync(again, "/account")).Words, StringComparison.Ordinal);
        Assert.Equal(1, await office!.InStoreAsync(db => db.Set<IdentityUserLogin<Guid>>().CountAsync()));
    }

    [Theory, Trait("BadInput", "48")]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    public async Task Back_ToAnotherHost_GoesToTheStartPage(string back)
    {
        using var visitor = await Visitor.ArriveAsync(office!);
        Assert.Equal("/work", (await EnterAsync(visitor, back)).Path);
    }

    [Theory]
    [InlineData("nonce", "made-up")]
    [InlineData("nonce", null)]
    [InlineData("iss", "https://other.example")]
    [InlineData("aud", "another-program")]
    [InlineData("azp", "another-program")]
    [InlineData("exp", 1_500_000_000)]
    [InlineData("exp", null)]
    [InlineData("email_verified", false)]
    [InlineData("email_verified", null)]
    [InlineData("email", "nobody@tinhuy.nambinh.example")]
    [InlineData("sub", null)]
    public async Task Token_NotQuiteRight_LetsNobodyIn(string claim, object? value)
    {
        provider.Claims[claim] = value;
        await RefusedAsync();
    }

    [Fact]
    public async Task Token_SignedByAnotherOrByNobody_LetsNobodyIn()
    {
        provider.SignedBy = Signature.Another;
        await RefusedAsync();
        provider.SignedBy = Signature.Nobody;
        await RefusedAsync();
        provider.SignedBy = Signature.ClientSecret;
        await RefusedAsync();
    }

    [Fact]
    public async Task State_OfAnotherBrowser_LetsNobodyIn()
    {
        // An attacker who begins a sign-in of his own and has somebody else finish it.
        using var attacker = await Visitor.ArriveAsync(office!);
        provider.Hold = true;
        var held = await EnterAsync(attacker, "/");
        using var victim = await Visitor.ArriveAsync(office!);
        await victim.GetAsync(held.Html);
        Assert.Equal("/sign-in", (await victim.GetAsync("/account")).Path);
        Assert.Contains("Chưa đăng nhập được", (await victim.GetAsync("/sign-in/openid?code=x&state=y")).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Person_DisabledHere_IsNotLetIn()
    {
        await office!.InStoreAsync(db => db.Set<Person>().Where(one => one.Email == Walk.Head).ExecuteUpdateAsync(set => set.SetProperty(one => one.DisabledAt, DateTime.UtcNow)));
        await RefusedAsync();
    }

    private async Task RefusedAsync()
    {
        using var visitor = await Visitor.ArriveAsync(office!);
        var before = await StoreContent.ReadAsync(office!.Database);
        var page = await EnterAsync(visitor, "/account");
        Assert.Equal("/sign-in", page.Path);
        Assert.Contains("Chưa đăng nhập được", page.Words, StringComparison.Ordinal);
        Assert.Equal("/sign-in", (await visitor.GetAsync("/account")).Path);
        Assert.Equal(before, await StoreContent.ReadAsync(office.Database));
    }

    private static Task<SeenPage> EnterAsync(Visitor visitor, string back) => visitor.GetAsync($"/sign-in?handler=OpenId&back={Uri.EscapeDataString(back)}");

    private enum Signature
    {
        Own,
        Another,
        ClientSecret,
        Nobody,
    }

    /// <summary>A small provider that checks what the program must send, and tells lies when asked to.</summary>
    private sealed class Provider : IAsyncDisposable
    {
        public const string Client = "workflow";
        public const string Secret = "bí-mật-của-chương-trình-này-ở-nhà-cung-cấp";

        private static readonly string[] Code = ["code"];
        private static readonly string[] Subjects = ["public"];
        private static readonly string[] Algorithms = ["RS256"];

        private readonly RSA key = RSA.Create(2048);
        private readonly RSA other = RSA.Create(2048);
        private WebApplication? app;
        private string challenge = "";

        public string Address => app!.Urls.First();

        public Dictionary<string, object?> Claims { get; } = new() { ["email"] = Walk.Head, ["email_verified"] = true, ["sub"] = "người-7" };

        public Signature SignedBy { get; set; }

        /// <summary>Whether to show the way back instead of sending people there.</summary>
        public bool Hold { get; set; }

        public async Task StartAsync()
        {
            var builder = WebApplication.CreateSlimBuilder(["--urls", "http://127.0.0.1:0"]);
            builder.Logging.ClearProviders();
            app = builder.Build();
            app.MapGet("/.well-known/openid-configuration", () => new
            {
                issuer = Address,
                authorization_endpoint = Address + "/authorize",
                token_endpoint = Address + "/token",
                jwks_uri = Address + "/jwks",
                response_types_supported = Code,
                subject_types_supported = Subjects,
                id_token_signing_alg_values_supported = Algorithms,
            });
            app.MapGet("/jwks", () => new { keys = new[] { Published() } });
            app.MapGet("/authorize", Authorize);
            app.MapPost("/token", TokenAsync);
            await app.StartAsync();
        }

        public async ValueTask DisposeAsync()
        {
            await app!.DisposeAsync();
            key.Dispose();
            other.Dispose();
        }

        private IResult Authorize(HttpRequest request)
        {
            var query = request.Query;
            Assert.Equal((Client, "code", "S256"), (query["client_id"].ToString(), query["response_type"].ToString(), query["code_challenge_method"].ToString()));
            challenge = query["code_challenge"].ToString();
            Claims.TryAdd("nonce", query["nonce"].ToString());
            var back = $"{query["redirect_uri"]}?code=one&state={Uri.EscapeDataString(query["state"].ToString())}";
            return Hold ? Results.Text(new Uri(back).PathAndQuery) : Results.Redirect(back);
        }

        private async Task<IResult> TokenAsync(HttpRequest request)
        {
            var form = await request.ReadFormAsync();
            var verifier = form["code_verifier"].ToString();
            Assert.Equal(challenge, Base64UrlEncoder.Encode(SHA256.HashData(System.Text.Encoding.ASCII.GetBytes(verifier))));
            Assert.Equal((Secret, "one"), (form["client_secret"].ToString(), form["code"].ToString()));
            var token = Token();
            Claims.Remove("nonce");
            return Results.Json(new { access_token = "unused", token_type = "Bearer", id_token = token });
        }

        private string Token()
        {
            var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
            var claims = new Dictionary<string, object?> { ["iss"] = Address, ["aud"] = Client, ["iat"] = now, ["exp"] = now + 300 };
            foreach (var (name, value) in Claims)
            {
                claims[name] = value;
            }

            var payload = System.Text.Json.JsonSerializer.Serialize(claims.Where(one => one.Value is not null).ToDictionary());
            SigningCredentials? signing = SignedBy switch
            {
                Signature.Own => new(new RsaSecurityKey(key) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
                Signature.Another => new(new RsaSecurityKey(other) { KeyId = "1" }, SecurityAlgorithms.RsaSha256),
                Signature.ClientSecret => new(new SymmetricSecurityKey(System.Text.Encoding.UTF8.GetBytes(Secret)) { KeyId = "1" }, SecurityAlgorithms.HmacSha256),
                _ => null,
            };
            var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
            return signing is null ? handler.CreateToken(payload) : handler.CreateToken(payload, signing);
        }

        private object Published()
        {
            var point = key.ExportParameters(false);
            return new { kty = "RSA", use = "sig", kid = "1", alg = "RS256", n = Base64UrlEncoder.Encode(point.Modulus), e = Base64UrlEncoder.Encode(point.Exponent) };
        }
    }
}
