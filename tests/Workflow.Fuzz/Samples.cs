using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;
using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Word;
using Workflow.Directives.Signing.Pades;
using Workflow.Directives.Tests.Documents.Files;
using static Workflow.Directives.Tests.Documents.Files.WordFile;

namespace Workflow.Fuzz;

/// <summary>Whole files to damage, written by the program itself from its templates and its sample directory.</summary>
internal static class Samples
{
    private static readonly DateTime Day = new(2026, 3, 10, 1, 0, 0, DateTimeKind.Utc);
    private static readonly string[] Templates = ["chi-thi", "cong-van", "quyet-dinh", "bao-cao"];

    internal static async Task<IReadOnlyList<Sample>> MakeAsync(Office office)
    {
        var texts = Templates.Select(key => DirectiveTemplates.ByKey(key)!.Fill("Nam Bình", "Tỉnh ủy Nam Bình", "Phó Bí thư", "Nguyễn Văn An")).ToList();
        return
        [
            .. texts.Select(text => new Sample(SampleKind.Word, "a.docx", Word(text))),
            new(SampleKind.Word, "a.docx", RichWord()),
            .. await PdfsAsync(texts[0], office),
            .. await TablesAsync(office),
            .. texts.Select(text => new Sample(SampleKind.Text, "a.txt", Encoding.UTF8.GetBytes(text))),
            new(SampleKind.Text, "a.txt", Encoding.Unicode.GetBytes('\uFEFF' + texts[1])),
            new(SampleKind.Text, "", Letter(texts[1])),
        ];
    }

    private static FormProfile ProfileOf(DirectiveDocument document) =>
        FormProfiles.For(document, document.Date ?? DateOnly.FromDateTime(Day), new FormSettings());

    private static byte[] Word(string text)
    {
        var document = DocumentReader.Read(text);
        return DirectiveDocx.Write(document, ProfileOf(document), new DocxOptions());
    }

    /// <summary>What the program itself does not write: lists, footnotes, fields, frames.</summary>
    private static byte[] RichWord() => new WordFile(
            $"<w:tbl>{Row(P("TỈNH ỦY NAM BÌNH"), P("ĐẢNG CỘNG SẢN VIỆT NAM"))}</w:tbl>" + P("CHỈ THỊ") + P("Mục một", InList(1)) + P("Điểm nhỏ", InList(1, 1))
            + "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType=\"end\"/>"
            + "<w:sym w:font=\"Symbol\" w:char=\"F0B7\"/><w:footnoteReference w:id=\"2\"/></w:r></w:p>"
            + $"<w:p><w:r><mc:AlternateContent><mc:Choice><w:txbxContent>{P("Trong khung")}</w:txbxContent></mc:Choice></mc:AlternateContent></w:r></w:p>")
        .WithNumbering(
            $"<w:abstractNum w:abstractNumId=\"0\">{Level(0, "decimal", "%1.")}{Level(1, "lowerLetter", "%1.%2)")}</w:abstractNum>"
            + "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>")
        .With("footnotes", $"<w:footnotes {Namespaces}><w:footnote w:id=\"2\">{P("Chú thích")}</w:footnote></w:footnotes>")
        .With("styles", $"<w:styles {Namespaces}><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style>"
            + "<w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>")
        .ToBytes();

    private static async Task<IReadOnlyList<Sample>> PdfsAsync(string text, Office office)
    {
        var document = DocumentReader.Read(text);
        var options = new PdfOptions { Id = new("0e4e2b4e-3a5c-4c7e-9d54-2f6f3f1b7a10"), CreatedAt = Day, DraftYear = 2026, Reserve = true };
        var blank = DirectivePdf.Write(document, ProfileOf(document), options);
        var signed = await SignedAsync(blank, DirectiveFields.Signer, SignatureReach.FillAndSign, office);
        var numbered = FieldFilling.Fill(
            signed,
            [(DirectiveFields.Number, "Số 08-CT/TU", Look(200, 18)), (DirectiveFields.PlaceDate, "Nam Bình, ngày 10 tháng 3 năm 2026", Look(240, 18))]);
        var whole = await SignedAsync(numbered, DirectiveFields.Seal, SignatureReach.Nothing, office);
        return [.. new[] { blank, whole, whole, PackedPdf.Write(), PackedPdf.Write(packed: true) }.Select(pdf => new Sample(SampleKind.Pdf, "a.pdf", pdf))];
    }

    private static async Task<byte[]> SignedAsync(byte[] pdf, string field, SignatureReach reach, Office office)
    {
        var details = new SigningDetails("Đinh Văn Thử", "T/M BAN THƯỜNG VỤ", "Nam Bình", Day, reach);
        using var signer = office.Signer();
        return (await PadesSigning.SignAsync(pdf, field, Look(100, 100), signer, details, null, default)).Value;
    }

    private static Func<IPdfObjects, PdfReference> Look(double width, double height) => objects => objects.Add(new PdfStream(
        new PdfDictionary { { "Type", new PdfName("XObject") }, { "Subtype", new PdfName("Form") }, { "BBox", PdfArray.Of(0, 0, width, height) } }, "q Q"u8.ToArray()));

    private static async Task<IReadOnlyList<Sample>> TablesAsync(Office office)
    {
        var samples = new List<Sample>();
        foreach (var sheet in Enum.GetValues<DirectorySheet>())
        {
            samples.Add(new(SampleKind.Workbook, $"{sheet}.xlsx", await office.ExportAsync(sheet, TableFormat.Xlsx)));
            samples.Add(new(SampleKind.Table, $"{sheet}.csv", await office.ExportAsync(sheet, TableFormat.Csv)));
        }

        return samples;
    }

    private static byte[] Letter(string text) => Encoding.ASCII.GetBytes(
        "From: vanthu@tinhuy.nambinh.example\r\nTo: xa@anloc.example\r\nSubject: =?utf-8?B?Q2jhu4kgdGjhu4s=?=\r\nMIME-Version: 1.0\r\n"
        + "Content-Type: multipart/mixed; boundary=\"b\"\r\n\r\n--b\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
        + Convert.ToBase64String(Encoding.UTF8.GetBytes(text), Base64FormattingOptions.InsertLineBreaks) + "\r\n--b--\r\n");
}

/// <summary>A key of its own for every run: nothing secret is kept anywhere.</summary>
internal sealed class TrialKey(X509Certificate2 certificate, ECDsa key) : ISigner
{
    public X509Certificate2 Certificate => certificate;

    public IReadOnlyList<X509Certificate2> Chain => [];

    public AsymmetricAlgorithm Key => key;

    public void Dispose()
    {
        // Signs several times.
    }
}
