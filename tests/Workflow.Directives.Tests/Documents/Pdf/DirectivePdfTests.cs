using System.Text;
using System.Text.RegularExpressions;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files.Pdf;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Tests.Documents.Layout;

namespace Workflow.Directives.Tests.Documents.Pdf;

public sealed partial class DirectivePdfTests
{
    private static readonly PdfOptions Plain = new() { Id = new("0e4e2b4e-3a5c-4c7e-9d54-2f6f3f1b7a10"), CreatedAt = new(2026, 7, 6, 3, 15, 0, DateTimeKind.Utc) };

    private static readonly DirectiveDocument ChiThi = DocumentReader.Read(SampleTests.Text("chi-thi"));

    [Fact]
    public void SameInputs_GiveTheSameBytes_AndAnotherIdOthers()
    {
        Assert.Equal(Write(ChiThi, Plain), Write(ChiThi, Plain));
        Assert.NotEqual(Write(ChiThi, Plain), Write(ChiThi, Plain with { Id = Guid.Empty }));
    }

    [Fact]
    public void SecretMark_IsNeverPrinted() =>
        Assert.Throws<ArgumentException>(() => Write(ChiThi with { Secrecy = "MẬT" }, Plain));

    [Fact]
    public void File_HasOneClassicTable_WhoseOffsetsAllHold()
    {
        var file = Encoding.Latin1.GetString(Write(ChiThi, Plain with { Reserve = true }));
        var start = int.Parse(StartOfTable().Match(file).Groups[1].Value, null);
        var entries = Entry().Matches(file[start..]);

        Assert.StartsWith("%PDF-1.7\n", file, StringComparison.Ordinal);
        Assert.EndsWith("%%EOF\n", file, StringComparison.Ordinal);
        Assert.StartsWith($"xref\n0 {entries.Count + 1}\n", file[start..], StringComparison.Ordinal);
        Assert.All(entries, (entry, i) => Assert.StartsWith($"{i + 1} 0 obj\n", file[int.Parse(entry.Groups[1].Value, null)..], StringComparison.Ordinal));
    }

    [Fact]
    public void File_SaysWhatAnArchiveAsksFor()
    {
        var file = Encoding.UTF8.GetString(Write(ChiThi, Plain));

        Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>", file, StringComparison.Ordinal);
        Assert.Contains("Chỉ thị 09-CT/TU về tăng cường sự lãnh đạo", file, StringComparison.Ordinal);
        Assert.Contains("/S /GTS_PDFA1", file, StringComparison.Ordinal);
        Assert.Contains("/Lang <7669>", file, StringComparison.Ordinal);
        Assert.Contains("/MarkInfo <</Marked true>>", file, StringComparison.Ordinal);
        Assert.Contains("/DisplayDocTitle true", file, StringComparison.Ordinal);
        Assert.DoesNotContain("/AcroForm", file, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_WhenReserved_AreAllThereWithOneWidgetAndALook()
    {
        var file = Encoding.Latin1.GetString(Write(ChiThi, Plain with { Reserve = true, DraftYear = 2026 }));

        Assert.Equal(4, Regex.Count(file, "/Subtype /Widget"));
        Assert.Equal(2, Regex.Count(file, "/FT /Sig"));
        Assert.Equal(2, Regex.Count(file, "/FT /Tx"));
        Assert.Equal(4, Regex.Count(file, "/AP <</N "));
        Assert.Equal(4, Regex.Count(file, "/Type /OBJR"));
        Assert.Contains("/SigFlags 3", file, StringComparison.Ordinal);
        Assert.All(
            new[] { DirectiveFields.Number, DirectiveFields.PlaceDate, DirectiveFields.Signer, DirectiveFields.Seal },
            name => Assert.Contains($"/T <{Convert.ToHexString(Encoding.ASCII.GetBytes(name))}>", file, StringComparison.Ordinal));
    }

    [PopplerFact]
    public void Fonts_AreAllEmbeddedSubsets_ThatTellTheirLetters()
    {
        var fonts = Poppler.Fonts(Write(ChiThi, Plain with { Reserve = true, ViewMark = new("Trần Minh Khoa", "Văn phòng", new(2026, 8, 3, 13, 47, 0)) })).Split('\n').Skip(2).Where(line => line.Length > 0).ToList();

        Assert.InRange(fonts.Count, 3, 4);
        Assert.All(fonts, font => Assert.Matches(@"^[A-Z]{6}\+Tinos-\w+ +CID TrueType +Identity-H +yes yes yes", font));
    }

    [PopplerTheory]
    [MemberData(nameof(DirectiveLayoutTests.Papers), MemberType = typeof(DirectiveLayoutTests))]
    public void Text_OfASample_ComesBackWordForWord(string paper) => AssertWordForWord(DocumentReader.Read(SampleTests.Text(paper)) with { Secrecy = null });

    [PopplerTheory]
    [MemberData(nameof(DirectiveTemplatesTests.Keys), MemberType = typeof(DirectiveTemplatesTests))]
    public void Text_OfATemplate_ComesBackWordForWord(string key) =>
        AssertWordForWord(DocumentReader.Read(DirectiveTemplates.ByKey(key)!.Fill("Nam Bình", "Tỉnh ủy Nam Bình", "Phó Bí thư", "Nguyễn Văn An")));

    [CorpusTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public void Text_OfARealDirective_ComesBackWordForWord(string document) =>
        AssertWordForWord(DocumentReader.Read(File.ReadAllText(Path.Combine(CorpusTheoryAttribute.Folder, document + ".txt"))));

    [PopplerTheory]
    [MemberData(nameof(SampleTests.Samples), MemberType = typeof(SampleTests))]
    public async Task File_OfASample_IsReadAsTheSameDirective(string sample)
    {
        var written = DocumentReader.Read(SampleTests.Text(sample));

        var read = await ReadAsync(Write(written, Plain));

        Assert.Equal((written.Number, written.Date, written.Place, written.Subject, written.Urgency), (read.Number, read.Date, read.Place, read.Subject, read.Urgency));
        Assert.Equal((written.Type, written.Issuer), (read.Type, read.Issuer));
        Assert.True(written.Title == HeadTitle.None || written.Title == read.Title);
        Assert.Equal(written.Signature, read.Signature);
        Assert.Equal(written.Addressees.Select(one => one.Text), read.Addressees.Select(one => one.Text));
        Assert.Equal(written.Sections.Select(one => (one.Marker, one.Heading)), read.Sections.Select(one => (one.Marker, one.Heading)));
        Assert.Equal(Joined(written.Recipients), Joined(read.Recipients));
        Assert.Empty(read.Unrecognised);
    }

    [PopplerFact]
    public async Task Marks_LaidOverThePage_AreReadAsWhatTheyAre()
    {
        var stamp = new ArrivalStamp("128", new(2026, 8, 3), "đ/c Chánh Văn phòng", "ĐẢNG ỦY XÃ TÂN AN", 0);
        var mark = new Watermark("Nguyễn Hải Hưng", "Văn phòng", new(2026, 8, 3, 13, 47, 0));

        var read = await ReadAsync(Write(ChiThi, Plain with { ArrivalStamp = stamp, ViewMark = mark, NumberAndDate = new("08-CT/TU", new(2026, 8, 1)), SignedNote = "(Đã ký)" }));

        Assert.Equal(stamp, Assert.Single(read.ArrivalStamps) with { Line = 0 });
        Assert.Equal(mark, Assert.Single(read.Watermarks));
        Assert.Equal(("08-CT/TU", new DateOnly(2026, 8, 1)), (read.Number, read.Date));
        Assert.Equal("(Đã ký)", read.Signature?.Note);
        Assert.Empty(read.Unrecognised);
    }

    [PopplerFact]
    public void Overlays_MoveNothingOfThePrescribedPage()
    {
        var bare = Poppler.Words(Write(ChiThi, Plain));
        var laden = Poppler.Words(Write(ChiThi, Plain with
        {
            VerifyAddress = "https://vanban.nambinh.example/verify/0a1b2c3d4e5f",
            ArrivalStamp = new("128", new(2026, 8, 3), null, "ĐẢNG ỦY XÃ TÂN AN", 0),
            ViewMark = new("Nguyễn Hải Hưng", "Văn phòng", new(2026, 8, 3, 13, 47, 0)),
        }));

        Assert.Empty(bare.Except(laden));
    }

    private static byte[] Write(DirectiveDocument d, PdfOptions options) => DirectivePdf.Write(d, FormProfiles.For(d, d.Date ?? new(2026, 7, 1), new()), options);

    private static string Joined(IEnumerable<RecipientLine> lines) => string.Join(' ', lines.Select(line => line.Note is null ? line.Text : $"{line.Text} ({line.Note})"));

    private static async Task<DirectiveDocument> ReadAsync(byte[] pdf) =>
        DocumentReader.Read((await new PdfText(PdfText.Find("")!, TimeSpan.FromSeconds(30)).ReadAsync(pdf, default)).Value!.Text);

    // The words of every paragraph stand on the pages one after the other, with all their tone marks.
    private static void AssertWordForWord(DirectiveDocument d)
    {
        var printed = Squeezed(PageNumbers().Replace(Poppler.Text(Write(d, Plain), "-raw"), ""));
        var texts = d.BodyParagraphs().Concat(d.Annex).Select(one => one.Text)
            .Concat(d.Recipients.Select(one => one.Text)).Concat(d.Addressees.Select(one => one.Text))
            .Concat([d.Subject, d.Signature?.Name, d.Issuer, d.Number]);
        Assert.All(texts.Where(text => text is not null), text => Assert.Contains(Squeezed(text!), printed, StringComparison.Ordinal));
    }

    private static string Squeezed(string text) => string.Concat(text.Normalize().Where(letter => !char.IsWhiteSpace(letter)));

    [GeneratedRegex(@"startxref\n(\d+)\n%%EOF\n$")]
    private static partial Regex StartOfTable();

    [GeneratedRegex(@"(\d{10}) 00000 n ")]
    private static partial Regex Entry();

    [GeneratedRegex(@"^\f?\d{1,2}$", RegexOptions.Multiline)]
    private static partial Regex PageNumbers();
}
