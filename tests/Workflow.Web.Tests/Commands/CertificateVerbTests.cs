using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Workflow.Directives.Sample;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Commands;

/// <summary>The operator's verbs for certificates and for files, on the built program.</summary>
public sealed class CertificateVerbTests : IDisposable
{
    private const string Password = "mat-khau-tep";

    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-certificates-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Certificate_IsAdded_Listed_AndRevoked()
    {
        var person = SamplePeople.All[0].Email;
        var file = Certificate("Người ký mới", isAuthority: false, X509ContentType.Pkcs12);

        var added = await RunAsync(["certificate", "add", person, file], $"{Password}\nma-pin-moi-2026\n");
        Assert.True(added.Exit == 0, added.Errors);
        var thumbprint = added.Output.Trim().Split('\n')[^1][..16];
        Assert.Contains("CN=Người ký mới", added.Output, StringComparison.Ordinal);

        var listed = (await RunAsync(["certificate", "list"])).Output.Split('\n');
        Assert.Contains(listed, line => line.StartsWith(person, StringComparison.Ordinal) && line.Contains(thumbprint, StringComparison.Ordinal));
        Assert.Contains(listed, line => line.StartsWith("--seal", StringComparison.Ordinal));
        Assert.Contains(listed, line => line.StartsWith("(authority)", StringComparison.Ordinal) && line.Contains("TRIAL ONLY", StringComparison.Ordinal));

        Assert.Contains("REVOKED", (await RunAsync(["certificate", "revoke", thumbprint, "Thôi", "giữ", "chức"])).Output, StringComparison.Ordinal);
        Assert.Equal(1, (await RunAsync(["certificate", "revoke", thumbprint, "Lần nữa"])).Exit);
    }

    [Fact]
    public async Task WhatCannotBeDone_IsSaid()
    {
        var file = Certificate("Dấu", isAuthority: false, X509ContentType.Pkcs12);

        Assert.Equal(2, (await RunAsync(["certificate", "add", "nobody@nambinh.example", file], "a\nb\n")).Exit);
        Assert.Equal(2, (await RunAsync(["certificate", "add", "--seal", Path.Combine(folder, "none.p12")], "a\nb\n")).Exit);
        Assert.Equal(2, (await RunAsync(["certificate"])).Exit);
        var wrong = await RunAsync(["certificate", "add", "--seal", file], "sai\nma-pin-moi-2026\n");
        Assert.Equal(1, wrong.Exit);
        Assert.Contains("sai mật khẩu", wrong.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Authority_IsTrusted_Once()
    {
        var file = Certificate("Cơ quan chứng thực", isAuthority: true, X509ContentType.Cert);

        Assert.Equal(0, (await RunAsync(["certificate", "trust", file])).Exit);
        Assert.Equal(1, (await RunAsync(["certificate", "trust", file])).Exit);
    }

    [Fact]
    public async Task File_WithoutSignature_IsNotValid_AndNoDatabaseIsOpened()
    {
        var (pdf, authority) = (Path.Combine(folder, "a.pdf"), Certificate("Cơ quan", isAuthority: true, X509ContentType.Cert));
        await File.WriteAllTextAsync(pdf, "%PDF-1.7\nnot really");
        var (exit, output, errors) = await BuiltProgram.RunAsync(["verify-file", pdf, "--trust", authority], from: folder);

        Assert.Equal((1, ""), (exit, errors));
        Assert.StartsWith("KHÔNG ĐỌC ĐƯỢC / UNREADABLE", output, StringComparison.Ordinal);
        Assert.Equal([pdf, authority], System.IO.Directory.GetFileSystemEntries(folder).Order());
        Assert.Equal(2, (await BuiltProgram.RunAsync(["verify-file"], from: folder)).Exit);
        Assert.Equal(2, (await BuiltProgram.RunAsync(["verify-file", pdf, "--trust", pdf], from: folder)).Exit);
    }

    private Task<(int Exit, string Output, string Errors)> RunAsync(string[] words, string? input = null) => BuiltProgram.RunAsync(
        [.. words, "--Workflow:Sample", "true", "--Workflow:DataDirectory", Path.Combine(folder, "data")], from: folder, input: input ?? "");

    private string Certificate(string name, bool isAuthority, X509ContentType type)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(isAuthority, false, 0, true));
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddYears(1));
        var path = Path.Combine(folder, type == X509ContentType.Cert ? "b.cer" : "b.p12");
        File.WriteAllBytes(path, certificate.Export(type, Password));
        return path;
    }
}
