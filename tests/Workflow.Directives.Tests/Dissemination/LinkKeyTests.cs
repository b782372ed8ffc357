using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Dissemination;
using Workflow.Directives.Dissemination.Mail;

namespace Workflow.Directives.Tests.Dissemination;

/// <summary>Secrets of links: derived from a key outside the database, and nowhere in it.</summary>
public sealed class LinkKeyTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-link-key-").FullName;

    private string File => Path.Combine(folder, "keys", "links.key");

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [Fact]
    public void Key_FirstUsed_IsMadeForThisAccountAloneAndKept()
    {
        var token = new LinkKey(File).TokenOf("<1@x.vn>", 1);

        Assert.Equal(32, System.IO.File.ReadAllBytes(File).Length);
        Assert.Equal(token, new LinkKey(File).TokenOf("<1@x.vn>", 1));
        if (!OperatingSystem.IsWindows())
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, System.IO.File.GetUnixFileMode(File));
        }
    }

    [Fact]
    public void Token_OfAnotherMessageGenerationOrKey_IsAnother()
    {
        var key = new LinkKey(File);
        string[] tokens =
        [
            key.TokenOf("<1@x.vn>", 1), key.TokenOf("<2@x.vn>", 1), key.TokenOf("<1@x.vn>", 2), key.TokenOf("<1@x.vn>", 11),
            new LinkKey(File + ".other").TokenOf("<1@x.vn>", 1),
        ];

        Assert.Equal(tokens.Length, tokens.Distinct().Count());
        Assert.All(tokens, token => Assert.True(LinkToken.LooksRight(token), token));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void Key_Damaged_IsSaidAndNeverReplaced(int bytes)
    {
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(File)!);
        System.IO.File.WriteAllBytes(File, new byte[bytes]);

        Assert.Contains(File, Assert.Throws<InvalidDataException>(() => new LinkKey(File).TokenOf("<1@x.vn>", 1)).Message, StringComparison.Ordinal);
        Assert.Equal(bytes, System.IO.File.ReadAllBytes(File).Length);
    }

    [Fact]
    public async Task Message_HandedOverTwice_IsTheSameByteForByteAndOnlyItsLinkDiffersFromTheStored()
    {
        await using var office = await Province.OpenAsync();
        await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        var key = office.Get<LinkKey>();
        foreach (var mail in await office.MailsAsync())
        {
            var sent = key.Fill(mail.Content);
            Assert.Equal(sent, key.Fill(mail.Content));
            Assert.Equal(mail.Content.Length, sent.Length);
            var (stored, read) = (MessageReading.Of(mail.Content), MessageReading.Of(sent));
            Assert.Equal((stored.Text, stored.Html), (read.Text, read.Html));
            Assert.Equal(stored.Headers, read.Headers);
            Assert.All(Encoding.ASCII.GetString(sent).Split("\r\n"), line => Assert.True(line.Length <= 78 || line.Contains('@', StringComparison.Ordinal), line));
        }

        await office.SendAsync();
        var letters = System.IO.Directory.GetFiles(office.Get<SmtpSettings>().Folder, "*.eml").Select(System.IO.File.ReadAllBytes).ToList();
        Assert.All(await office.MailsAsync(), mail => Assert.Contains(letters, letter => letter.SequenceEqual(key.Fill(mail.Content))));
    }

    [Fact]
    public async Task Store_AfterTheMessagesAreOut_HoldsNoSecretInAnyForm()
    {
        await using var office = await Province.OpenAsync();
        var id = await office.Walk.ToAsync("thong-bao-y-kien", Walk.Disseminate);
        await office.SendAsync();
        var deliveries = await office.Walk.DeliveriesAsync(id);
        var secrets = await Task.WhenAll(deliveries.Select(one => office.LinkAsync(one)));
        await office.ReadAsync(db => db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)"));

        var store = Encoding.Latin1.GetString(await ReadAsync(office.Database));
        foreach (var mail in await office.MailsAsync())
        {
            store += MessageReading.Of(mail.Content).Text;
        }

        foreach (var secret in secrets)
        {
            Assert.DoesNotContain(secret, store, StringComparison.Ordinal);
            Assert.DoesNotContain(Base64Of(secret), store, StringComparison.Ordinal);
            Assert.Contains(LinkToken.Hash(secret), store, StringComparison.Ordinal);
        }
    }

    // Of any text that holds the secret at this offset, these letters are in its base64.
    private static string Base64Of(string secret) => Convert.ToBase64String(Encoding.UTF8.GetBytes(secret[..42]));

    private static async Task<byte[]> ReadAsync(string database)
    {
        await using var file = new FileStream(database, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        return bytes.ToArray();
    }
}
