using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Workflow.Directives.Documents.Files;
using static Workflow.Directives.Tests.Documents.Files.WordFile;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>Files made to hurt are refused with a sentence, in little memory, and nothing outside them is asked for.</summary>
public sealed class HostileFilesTests
{
    private const int Megabyte = 1_048_576;

    [Fact]
    [Trait("BadInput", "30")]
    public async Task Document_ThatUnpacksTooLarge_IsRefusedInLittleMemory()
    {
        var bomb = new WordFile("").Add("word/document.xml", Document(new string(' ', 200 * Megabyte))).ToBytes();
        var before = GC.GetAllocatedBytesForCurrentThread();

        await RefusedAsync(bomb, FileRefusals.UnpacksTooLarge);

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * Megabyte);
    }

    [Fact]
    [Trait("BadInput", "30")]
    public async Task Sizes_ThatLie_AreCountedWhenUnpacked()
    {
        var bomb = new WordFile("").Add("word/document.xml", Document(new string(' ', 100 * Megabyte))).ToBytes();
        for (var at = bomb.AsSpan().IndexOf("PK\x01\x02"u8); at >= 0; at = Next(bomb, at))
        {
            BinaryPrimitives.WriteInt32LittleEndian(bomb.AsSpan(at + 24), 100);
        }

        var result = await new SourceFileReader().ReadAsync("a.docx", bomb, default);
        Assert.Contains(result.Refusal?.Code, (string[])[FileRefusals.UnpacksTooLarge.Code, FileRefusals.BrokenWord.Code]);

        static int Next(byte[] file, int at) => file.AsSpan(at + 4).IndexOf("PK\x01\x02"u8) is >= 0 and var next ? at + 4 + next : -1;
    }

    [Fact]
    [Trait("BadInput", "30")]
    public async Task Document_OfTooManyParts_IsRefused()
    {
        var file = new WordFile(P("Văn bản"));
        for (var i = 0; i < 2_001; i++)
        {
            file.Add($"word/media/{i}.png", "");
        }

        await RefusedAsync(file.ToBytes(), FileRefusals.UnpacksTooLarge);
    }

    [Fact]
    [Trait("BadInput", "33")]
    public async Task NestedTooDeep_IsRefused() => await RefusedAsync(
        new WordFile(string.Concat(Enumerable.Repeat("<w:sdt>", 10_000)) + string.Concat(Enumerable.Repeat("</w:sdt>", 10_000))).ToBytes(),
        FileRefusals.BrokenWord);

    [Theory]
    [InlineData("<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>")]
    [InlineData("<!DOCTYPE x SYSTEM \"http://127.0.0.1:9/x.dtd\">")]
    [Trait("BadInput", "32")]
    [Trait("BadInput", "33")]
    public async Task DocumentType_InTheXml_IsRefused(string type) =>
        await RefusedAsync(new WordFile("", document: type + Document("<w:p><w:r><w:t>&a;</w:t></w:r></w:p>")).ToBytes(), FileRefusals.BrokenWord);

    [Fact]
    [Trait("BadInput", "32")]
    public async Task Macros_AreRefused()
    {
        await RefusedAsync(new WordFile(P("Văn bản")).Add("word/vbaProject.bin", "x").ToBytes(), FileRefusals.Macros);
        await RefusedAsync(new WordFile(P("Văn bản")).ToBytes(), FileRefusals.Macros, "a.docm");
    }

    [Fact]
    public async Task TextLongerThanADirective_IsRefused() =>
        await RefusedAsync(new WordFile(P("").Replace("</w:t>", Varied(Megabyte + 1) + "</w:t>", StringComparison.Ordinal)).ToBytes(), FileRefusals.UnpacksTooLarge);

    [Fact]
    [Trait("BadInput", "27")]
    public async Task TextOfOneWord_IsAnsweredInLittleMemory()
    {
        // Letters of an old font, as far as can be told: the bytes are no UTF-8.
        byte[] word = [.. Enumerable.Repeat((byte)0xE2, Megabyte)];
        var before = GC.GetAllocatedBytesForCurrentThread();

        await RefusedAsync(word, FileRefusals.EncodingUnknown, "a.txt");

        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 64 * Megabyte);
    }

    [Fact]
    public async Task AnyDamage_IsRefusedOrRead_AndNeverThrows()
    {
        var whole = new WordFile($"<w:tbl>{Row(P("Một"), P("hai"))}</w:tbl>" + P("Ba", InList(1)))
            .WithNumbering($"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "decimal", "%1.")}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>").ToBytes();
        var chance = new Random(20_260_105);
        var (read, refused) = (0, 0);
        for (var i = 0; i < 2_000; i++)
        {
            var broken = i % 4 == 0 ? whole[..chance.Next(4, whole.Length)] : (byte[])whole.Clone();
            for (var j = 0; j < 1 + (i % 5); j++)
            {
                broken[chance.Next(4, broken.Length)] = (byte)chance.Next(256);
            }

            var result = await new SourceFileReader().ReadAsync("a.docx", broken, default);
            _ = result.Done ? read++ : refused++;
        }

        Assert.True(read > 0 && refused > 0, $"{read} read, {refused} refused");
    }

    [Fact]
    public async Task AnyDamageOfTheXml_IsRefusedOrRead_AndNeverThrows()
    {
        var xml = Document($"<w:tbl>{Row(P("Một"), "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:sym w:font=\"Symbol\" w:char=\"F0B7\"/></w:r></w:p>")}</w:tbl>"
            + $"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{P("hai")}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>");
        var tags = xml.Split('<');
        var chance = new Random(7);
        var results = new HashSet<string>();
        for (var i = 0; i < 1_000; i++)
        {
            // A tag turned into another one keeps many documents well-formed and no document sensible.
            var mixed = tags.ToArray();
            var (from, to) = (chance.Next(2, tags.Length - 2), chance.Next(2, tags.Length - 2));
            (mixed[from], mixed[to]) = (mixed[to], mixed[from]);
            var result = await new SourceFileReader().ReadAsync("a.docx", new WordFile("", document: string.Join('<', mixed)).ToBytes(), default);
            results.Add(result.Refusal?.Code ?? "read");
        }

        Assert.Contains("read", results);
        Assert.Contains(FileRefusals.BrokenWord.Code, results);
    }

    private static string Document(string body) => $"<w:document {Namespaces}><w:body>{body}</w:body></w:document>";

    private static string Varied(int length)
    {
        var chance = new Random(1);
        return new string([.. Enumerable.Range(0, length).Select(_ => (char)('a' + chance.Next(26)))]);
    }

    private static async Task RefusedAsync(byte[] file, Refusal refusal, string name = "a.docx")
    {
        var result = await new SourceFileReader().ReadAsync(name, file, default);
        Assert.Equal(refusal, result.Refusal);
    }
}
