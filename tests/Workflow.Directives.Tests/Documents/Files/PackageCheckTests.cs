using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Workflow.Directives.Documents.Files;
using static Workflow.Directives.Tests.Documents.Files.WordFile;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>Packages whose directory lies, overlaps, or names places outside them.</summary>
public sealed class PackageCheckTests
{
    private const int Megabyte = 1_048_576;

    [Theory]
    [InlineData("../../etc/passwd")]
    [InlineData("word/../../x.xml")]
    [InlineData("/etc/passwd")]
    [InlineData("\\\\server\\share\\x.xml")]
    [InlineData("word\\..\\..\\x.xml")]
    [InlineData("C:/x.xml")]
    [InlineData("word/a\u0000.xml")]
    [InlineData("word/a\r\nb.xml")]
    [Trait("BadInput", "31")]
    public async Task Entry_NamedOutsideThePackage_Is400(string name) =>
        await RefusedAsync(new WordFile(P("Văn bản")).Add(name, "x").ToBytes(), FileRefusals.UnsafeNames);

    [Fact]
    [Trait("BadInput", "31")]
    public async Task Entry_ThatIsASymbolicLink_Is400()
    {
        var file = new WordFile(P("Văn bản")).Add("word/link", "/etc/passwd").ToBytes();
        var at = file.AsSpan().LastIndexOf("PK\x01\x02"u8);
        file[at + 5] = 3;
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 38), 0xA1FF_0000);
        await RefusedAsync(file, FileRefusals.UnsafeNames);
    }

    [Fact]
    [Trait("BadInput", "30")]
    public async Task Entries_ThatShareBytes_Are413()
    {
        var file = new WordFile(P("Văn bản")).ToBytes();
        var (first, last) = (file.AsSpan().IndexOf("PK\x01\x02"u8), file.AsSpan().LastIndexOf("PK\x01\x02"u8));
        file.AsSpan(first + 42, 4).CopyTo(file.AsSpan(last + 42));
        await RefusedAsync(file, FileRefusals.UnpacksTooLarge);
    }

    [Fact]
    [Trait("BadInput", "30")]
    public async Task Package_ThatUnpacksToMoreThanAllowedInAll_Is413()
    {
        var chance = new Random(1);
        var noise = new byte[350_000];
        chance.NextBytes(noise);
        var part = Convert.ToHexString(noise) + new string(' ', 30 * Megabyte);
        var file = new WordFile(P("Văn bản"));
        for (var i = 0; i < 7; i++)
        {
            file.Add($"word/media/{i}.bin", part);
        }

        await RefusedAsync(file.ToBytes(), FileRefusals.UnpacksTooLarge);
    }

    [Theory]
    [InlineData(10, 65_535)]
    [InlineData(16, 1)]
    [InlineData(16, int.MaxValue)]
    public async Task Directory_ThatIsNotWhatItSays_IsRefused(int field, int value)
    {
        var file = new WordFile(P("Văn bản")).ToBytes();
        var end = file.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (field == 10)
        {
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(end + field), (ushort)value);
        }
        else
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(end + field), value);
        }

        var refusal = (await new SourceFileReader().ReadAsync("a.docx", file, default)).Refusal;
        Assert.Contains(refusal?.Code, (string[])[FileRefusals.BrokenWord.Code, FileRefusals.UnpacksTooLarge.Code]);
    }

    [Fact]
    [Trait("BadInput", "30")]
    public async Task PackageInAPackage_IsNeverOpened()
    {
        using var inner = new MemoryStream();
        using (var zip = new ZipArchive(inner, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var bomb = zip.CreateEntry("bomb").Open();
            for (var i = 0; i < 64; i++)
            {
                bomb.Write(new byte[Megabyte]);
            }
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Null((await new SourceFileReader().ReadAsync("a.docx", new WordFile(P("Văn bản")).Add("word/media/a.zip", inner.ToArray()).ToBytes(), default)).Refusal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 16 * Megabyte);
    }

    [Theory]
    [InlineData("a.docx", "MZ\0\0")]
    [InlineData("a.docx", "\u007FELF")]
    [InlineData("a.pdf", "<!DOCTYPE html><html><body>x</body></html>")]
    [InlineData("a.pdf", "PK\u0003\u0004")]
    [InlineData("a.txt", "%PDF-1.7")]
    [InlineData("a.docx", "%PDF-1.7")]
    [Trait("BadInput", "29")]
    public async Task Content_ThatIsNotWhatTheNameSays_Is415(string name, string start)
    {
        var refusal = (await new SourceFileReader().ReadAsync(name, Encoding.Latin1.GetBytes(start + "\0\0\0"), default)).Refusal;
        Assert.Equal(RefusalKind.Unsupported, refusal?.Kind);
    }

    private static async Task RefusedAsync(byte[] file, Refusal refusal) =>
        Assert.Equal(refusal, (await new SourceFileReader().ReadAsync("a.docx", file, default)).Refusal);
}
