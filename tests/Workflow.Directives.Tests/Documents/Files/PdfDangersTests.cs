using System.IO.Compression;
using System.Text;
using Workflow.Directives.Documents.Files;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>PDFs that would do something, or ask for too much, before any program reads them.</summary>
public sealed class PdfDangersTests
{
    private const int Megabyte = 1_048_576;

    [Theory]
    [InlineData("<< /S /JavaScript /JS (app.alert(1)) >>", "file.pdf-active")]
    [InlineData("<< /S /#4aavaScript /#4A#53 (x) >>", "file.pdf-active")]
    [InlineData("<< /S /Launch /F (cmd.exe) >>", "file.pdf-active")]
    [InlineData("<< /Names << /EmbeddedFiles 9 0 R >> >>", "file.pdf-active")]
    [InlineData("<< /Type /Filespec /EF << /F 9 0 R >> >> 9 0 obj << /Type /EmbeddedFile >>", "file.pdf-active")]
    [InlineData("<< /AcroForm << /XFA 9 0 R >> >>", "file.pdf-active")]
    [InlineData("<< /Subtype /RichMedia >>", "file.pdf-active")]
    [InlineData("<< /S /SubmitForm /F (http://127.0.0.1:9/) >>", "file.pdf-active")]
    [InlineData("trailer << /Encrypt 9 0 R >>", "file.pdf-locked")]
    [InlineData("<< /Type /Pages /Count 100000 /Kids [2 0 R] >>", "file.pdf-too-much")]
    [InlineData("<< /Type /Pages /Count 99999999999999 >>", "file.pdf-too-much")]
    [Trait("BadInput", "34")]
    public async Task Pdf_ThatActsOrAsksTooMuch_Is422(string dangerous, string code)
    {
        await RefusedAsync(Pdf(dangerous), code);
        await RefusedAsync(Pdf(Packed(dangerous)), code);
    }

    [Fact]
    [Trait("BadInput", "34")]
    public async Task ObjectStreams_ThatUnpackTooLarge_Are422InLittleMemory()
    {
        var bomb = Pdf(string.Concat(Enumerable.Repeat(Packed(new string(' ', 30 * Megabyte)), 3)));
        Assert.True(bomb.Length < Megabyte);
        await RefusedAsync(bomb, "file.pdf-too-much");
    }

    [PdfToTextFact]
    [Trait("BadInput", "34")]
    public async Task CrossReferences_ThatGoInCircles_AreRefusedInTime()
    {
        var loop = Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<< /Size 2 /Root 1 0 R /Prev 56 >>\nstartxref\n56\n%%EOF\n");
        var result = await new SourceFileReader(longestPdf: TimeSpan.FromSeconds(20)).ReadAsync("a.pdf", loop, default);
        Assert.Equal(RefusalKind.Invalid, result.Refusal?.Kind);
    }

    [Theory]
    [InlineData("<< /A << /S /URI /URI (https://tinhuy.example/) >> >>")]
    [InlineData("(JavaScript) /JSON /Launcher /Counter 9000000")]
    public async Task Pdf_WithLinksAndWordsOnly_IsGivenToTheReader(string harmless)
    {
        var result = await new SourceFileReader("/nowhere/pdftotext").ReadAsync("a.pdf", Pdf(harmless), default);
        Assert.Equal(FileRefusals.PdfReaderMissing, result.Refusal);
    }

    private static async Task RefusedAsync(byte[] pdf, string code)
    {
        // With a reader that is not there: the check comes first.
        var result = await new SourceFileReader("/nowhere/pdftotext").ReadAsync("a.pdf", pdf, default);
        Assert.Equal(code, result.Refusal?.Code);
        Assert.Equal(RefusalKind.Invalid, result.Refusal!.Kind);
    }

    private static byte[] Pdf(string inside) => Encoding.Latin1.GetBytes($"%PDF-1.7\n1 0 obj\n{inside}\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");

    private static string Packed(string objects)
    {
        using var packed = new MemoryStream();
        using (var stream = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        {
            stream.Write(Encoding.Latin1.GetBytes(objects));
        }

        return $"5 0 obj << /Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length {packed.Length} >>\nstream\n{Encoding.Latin1.GetString(packed.ToArray())}\nendstream\nendobj\n";
    }
}
