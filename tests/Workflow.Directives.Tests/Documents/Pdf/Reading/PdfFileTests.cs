using System.Diagnostics;
using System.Text;
using Workflow.Directives.Documents.Pdf;
using Workflow.Directives.Documents.Pdf.Reading;
using Workflow.Directives.Tests.Signing.Pades;

namespace Workflow.Directives.Tests.Documents.Pdf.Reading;

/// <summary>Files of our own and of other programs, and files made to exhaust or mislead a reader.</summary>
public sealed class PdfFileTests
{
    [Fact]
    public void Updates_AreRevisions_EachWithWhatItSaw()
    {
        var blank = PaperFile.Blank();
        var numbered = Signed.Number(blank);
        var file = PdfFile.Read(numbered);

        Assert.Equal([(0, blank.Length), (blank.Length, numbered.Length)], file.Revisions.Select(one => (one.Start, one.End)));
        Assert.Equal(PaperFile.BlankNumber, Value(file.Revisions[0], DirectiveFields.Number));
        Assert.Equal("Số 08-CT/TU", Value(file.Revisions[1], DirectiveFields.Number));
        Assert.Equal(0, file.Trailing);
    }

    [Fact]
    public void Update_IsTheSameForTheSameObjects_AndKeepsTheFilesName()
    {
        var (once, again) = (Signed.Number(PaperFile.Blank()), Signed.Number(PaperFile.Blank()));
        var (old, now) = (PdfFile.Read(once).Revisions[0], PdfFile.Read(once).Last);

        Assert.Equal(once, again);
        Assert.Equal(old.Items(old.Trailer["ID"])[0], now.Items(now.Trailer["ID"])[0]);
        Assert.NotEqual(old.Items(old.Trailer["ID"])[1], now.Items(now.Trailer["ID"])[1]);
    }

    [Fact]
    public void Update_OfWhatCannotBeUpdated_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => new PdfUpdate("%PDF-1.7"u8.ToArray()));
        Assert.Throws<ArgumentException>(() => new PdfUpdate([.. PaperFile.Blank(), 0]));
        var update = new PdfUpdate(PaperFile.Blank());
        var reserved = update.Reserve();
        Assert.Throws<InvalidOperationException>(update.ToBytes);
        update.Set(reserved, PdfKeyword.Null);
        Assert.Throws<InvalidOperationException>(() => update.Set(reserved, PdfKeyword.Null));
        Assert.Throws<InvalidOperationException>(() => update.Replace(new PdfReference(4711), PdfKeyword.Null));
    }

    [QpdfTheory]
    [InlineData("--object-streams=generate")]
    [InlineData("--linearize")]
    [InlineData("--linearize", "--object-streams=generate")]
    public async Task File_LaidOutByAnotherProgram_IsReadTheSame(params string[] options)
    {
        var own = PdfFile.Read(Signed.Number(PaperFile.Blank())).Last;
        var other = PdfFile.Read(await QpdfAsync(Signed.Number(PaperFile.Blank()), options)).Last;

        Assert.Equal(
            PdfField.Of(own).Select(one => (one.Name, one.Type, Value(own, one.Name))),
            PdfField.Of(other).Select(one => (one.Name, one.Type, Value(other, one.Name))));
    }

    [Theory]
    [InlineData("nested arrays", "[", "]")]
    [InlineData("nested dictionaries", "<</A ", ">>")]
    public void Values_NestedToExhaustTheStack_AreRefused(string what, string open, string close)
    {
        var bomb = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(open, 100_000)) + "1" + string.Concat(Enumerable.Repeat(close, 100_000)));

        Assert.NotEmpty(what);
        Assert.Throws<PdfFormatException>(() => new PdfParser(bomb, 0, bomb.Length).Value());
    }

    [Theory]
    [InlineData("/Prev {0}")]
    [InlineData("/Prev -1")]
    [InlineData("/Prev 99999999")]
    [InlineData("/Prev (x)")]
    [InlineData("/Encrypt 1 0 R")]
    public void Trailer_ThatLeadsInACircleOrNowhere_IsRefused(string entry)
    {
        var head = "%PDF-1.7\n";
        var file = $"{head}xref\n0 1\n0000000000 65535 f \ntrailer\n<</Size 1 {string.Format(null, entry, head.Length)}>>\nstartxref\n{head.Length}\n%%EOF\n";

        Assert.Throws<PdfFormatException>(() => PdfFile.Read(Encoding.ASCII.GetBytes(file)));
    }

    [Theory]
    [InlineData("0 2000000000\n0000000000 65535 f \n")]
    [InlineData("2147483647 2\n0000000000 65535 f \n0000000000 65535 f \n")]
    [InlineData("0 1\n0000000000 65535 x \n")]
    [InlineData("0 1\n00000000000 65535 f\n")]
    [InlineData("0 1\n0000000000 65535 f \n0 1\n0000000000 65535 f \n")]
    [InlineData("0 -1\n")]
    public void Table_ThatIsWrong_IsRefused(string table)
    {
        var file = $"%PDF-1.7\nxref\n{table}trailer\n<</Size 1>>\nstartxref\n9\n%%EOF\n";

        Assert.Throws<PdfFormatException>(() => PdfFile.Read(Encoding.ASCII.GetBytes(file)));
    }

    [Fact]
    public void References_InACircle_AreRefused()
    {
        var revision = PdfFile.Read(Objects("1 0 obj\n2 0 R\nendobj\n", "2 0 obj\n1 0 R\nendobj\n")).Last;

        Assert.Throws<PdfFormatException>(() => revision.Resolve(new PdfReference(1)));
    }

    [Fact]
    public void Length_ThatIsTheStreamItself_IsRefused()
    {
        var revision = PdfFile.Read(Objects("1 0 obj\n<</Length 1 0 R>>\nstream\nx\nendstream\nendobj\n")).Last;

        Assert.Throws<PdfFormatException>(() => revision.Get(new PdfReference(1)));
    }

    [Fact]
    public void Fields_NestedInThemselves_AreRefused()
    {
        var revision = PdfFile.Read(Objects(
            "1 0 obj\n<</AcroForm <</Fields [2 0 R]>>>>\nendobj\n", "2 0 obj\n<</T (a) /Kids [2 0 R 2 0 R]>>\nendobj\n")).Last;

        Assert.Throws<PdfFormatException>(() => PdfField.Of(revision));
    }

    [Fact]
    public void Table_UnpackingToMoreThanIsAccepted_IsRefused()
    {
        using var packed = new MemoryStream();
        using (var stream = new System.IO.Compression.ZLibStream(packed, System.IO.Compression.CompressionLevel.SmallestSize, leaveOpen: true))
        {
            for (var i = 0; i <= PdfFilters.Largest / 1024; i++)
            {
                stream.Write(new byte[1024]);
            }
        }

        var dictionary = new PdfDictionary { { "Filter", new PdfName("FlateDecode") } };
        Assert.Throws<PdfFormatException>(() => PdfFilters.Decode(new PdfStream(dictionary, packed.ToArray())));
    }

    [Theory]
    [InlineData("/W [0 0 0] /Size 99999999")]
    [InlineData("/W [1 9 1] /Size 1")]
    [InlineData("/W [1 1] /Size 1")]
    [InlineData("/W [1 1 1] /Size 5")]
    [InlineData("/W [1 1 1] /Size 1 /Index [0]")]
    [InlineData("/W [1 1 1] /Size 2 /Index [0 1 0 1]")]
    public void PackedTable_ThatIsWrong_IsRefused(string entries)
    {
        var file = $"%PDF-1.7\n1 0 obj\n<</Type /XRef {entries} /Length 6>>\nstream\n\u0001\u0009\u0000\u0001\u0009\u0000\nendstream\nendobj\nstartxref\n9\n%%EOF\n";

        Assert.Throws<PdfFormatException>(() => PdfFile.Read(Encoding.Latin1.GetBytes(file)));
    }

    private static byte[] Objects(params string[] objects)
    {
        var (file, table) = (new StringBuilder("%PDF-1.7\n"), new StringBuilder($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        foreach (var one in objects)
        {
            table.Append(null, $"{file.Length:0000000000} 00000 n \n");
            file.Append(one);
        }

        var at = file.Length;
        return Encoding.ASCII.GetBytes(file.Append(null, $"{table}trailer\n<</Size {objects.Length + 1} /Root 1 0 R>>\nstartxref\n{at}\n%%EOF\n").ToString());
    }

    private static string? Value(PdfRevision revision, string field) =>
        (revision.Resolve(PdfField.Of(revision).Single(one => one.Name == field).Dictionary["V"]) as PdfBytes)?.AsText();

    private static async Task<byte[]> QpdfAsync(byte[] pdf, string[] options)
    {
        var folder = System.IO.Directory.CreateTempSubdirectory("workflow-qpdf-").FullName;
        try
        {
            var (from, to) = (Path.Combine(folder, "from.pdf"), Path.Combine(folder, "to.pdf"));
            await File.WriteAllBytesAsync(from, pdf);
            using var process = Process.Start(QpdfTheoryAttribute.Path, [.. options, from, to]);
            await process.WaitForExitAsync();
            return await File.ReadAllBytesAsync(to);
        }
        finally
        {
            System.IO.Directory.Delete(folder, recursive: true);
        }
    }
}

/// <summary>Runs where qpdf is installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class QpdfTheoryAttribute : TheoryAttribute
{
    /// <summary>Where it is.</summary>
    public const string Path = "/usr/bin/qpdf";

    /// <summary>Says why it is skipped.</summary>
    public QpdfTheoryAttribute() => Skip = File.Exists(Path) ? null : "Install qpdf.";
}
