using System.Globalization;
using System.Text;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Files.Pdf;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>The text layer of a PDF, through a program that may be missing, slow, talkative or wrong.</summary>
public sealed class PdfTextTests : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-pdf-").FullName;

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);

    [PdfToTextFact]
    public async Task TwoColumns_KeepAGapBetweenThem()
    {
        var pdf = Pdf(["(CONG VAN ve viec chuan bi tong ket nghi quyet) 60 700", "(Noi nhan:) 60 300", "(T/M BAN THUONG VU) 360 300", "(- Nhu tren;) 60 280", "(BI THU) 400 280"]);
        var read = await new SourceFileReader().ReadAsync("a.pdf", pdf, default);

        Assert.Null(read.Refusal);
        Assert.Equal(SourceFormat.Pdf, read.Value.Format);
        Assert.Matches(@"Noi nhan: {3,}T/M BAN THUONG VU", read.Value.Text);
        Assert.Matches(@"- Nhu tren; {3,}BI THU", read.Value.Text);
    }

    [Fact]
    public void LinesBrokenByThePage_AreJoined_AndOthersNot() => Assert.Equal(
        """
              THÔNG BÁO
           về kết luận của đồng chí Bí thư Tỉnh ủy

            Ngày 12 tháng 02 năm 2026, đồng chí Bí thư Tỉnh ủy đã làm việc với Ban Tổ chức.
            1. Ban Tổ chức Tỉnh ủy khẩn trương rà soát, bổ sung quy hoạch cán bộ, trình xin ý kiến.
        - Các đảng ủy trực thuộc báo cáo kết quả thực hiện trước ngày 15 tháng 3 năm nay
        Nơi nhận:                                 T/L BAN THƯỜNG VỤ
        """,
        PdfLines.Join("""
              THÔNG BÁO
           về kết luận của đồng chí Bí thư Tỉnh ủy

            Ngày 12 tháng 02 năm 2026, đồng chí Bí thư Tỉnh ủy đã
        làm việc với Ban Tổ chức.
            1. Ban Tổ chức Tỉnh ủy khẩn trương rà soát, bổ sung
        quy hoạch cán bộ, trình xin ý kiến.
        - Các đảng ủy trực thuộc báo cáo kết quả thực hiện
        trước ngày 15 tháng 3 năm nay
        Nơi nhận:                                 T/L BAN THƯỜNG VỤ
        """));

    [PdfToTextFact]
    public async Task PageWithoutLetters_IsNamed_AndAPdfOfThemRefused()
    {
        var mixed = await new SourceFileReader().ReadAsync("a.pdf", Pdf(["(Trang nay co lop chu va du dai de doc duoc, khong phai anh quet) 60 700"], []), default);
        Assert.StartsWith("Page 2 ", Assert.Single(mixed.Value.Notes).English, StringComparison.Ordinal);

        Assert.Equal(FileRefusals.PdfScanned, (await new SourceFileReader().ReadAsync("a.pdf", Pdf([], ["(2) 300 800"]), default)).Refusal);
    }

    [PdfToTextFact]
    public async Task DamagedPdf_IsRefused_AndNoDamageThrows()
    {
        Assert.Equal(FileRefusals.PdfBroken, (await new SourceFileReader().ReadAsync("a.pdf", "%PDF-1.7\n"u8.ToArray(), default)).Refusal);
        var whole = Pdf(["(CONG VAN ve viec chuan bi tong ket nghi quyet) 60 700"]);
        var chance = new Random(3);
        for (var i = 0; i < 20; i++)
        {
            var broken = (byte[])whole.Clone();
            for (var j = 0; j < 8; j++)
            {
                broken[chance.Next(5, broken.Length)] = (byte)chance.Next(256);
            }

            var result = await new SourceFileReader().ReadAsync("a.pdf", broken, default);
            Assert.True(result.Done || result.Refusal == FileRefusals.PdfBroken || result.Refusal == FileRefusals.PdfScanned, result.Refusal?.Code);
        }
    }

    [Fact]
    public async Task ProgramThatIsNotThere_IsSaid() =>
        Assert.Equal(FileRefusals.PdfReaderMissing, (await new SourceFileReader("/nowhere/pdftotext").ReadAsync("a.pdf", Pdf([]), default)).Refusal);

    [Fact]
    [Trait("BadInput", "29")]
    public async Task PdfThatIsAZipToo_IsRefused() => Assert.Equal(
        FileRefusals.NameDiffers,
        (await new SourceFileReader().ReadAsync("a.pdf", [.. Pdf([]), .. new WordFile("").ToBytes()], default)).Refusal);

    [LinuxFact]
    [Trait("BadInput", "34")]
    public async Task ProgramThatNeverEnds_IsKilledWithItsChildren()
    {
        var marker = Path.Combine(folder, "child");
        var program = Script($"sleep 600 & echo $! > {marker}\nwait");
        var result = await new SourceFileReader(program, TimeSpan.FromSeconds(1)).ReadAsync("a.pdf", Pdf([]), default);

        Assert.Equal(FileRefusals.PdfTooSlow, result.Refusal);
        var child = int.Parse(await File.ReadAllTextAsync(marker), CultureInfo.InvariantCulture);
        Assert.True(SpinWait.SpinUntil(() => !IsRunning(child), TimeSpan.FromSeconds(20)));
    }

    [LinuxFact]
    [Trait("BadInput", "34")]
    public async Task ProgramThatWritesWithoutEnd_IsStopped() =>
        Assert.Equal(FileRefusals.TextTooLong, (await new SourceFileReader(Script("yes 'văn bản'")).ReadAsync("a.pdf", Pdf([]), default)).Refusal);

    [LinuxFact]
    public async Task Password_IsTheReasonGiven() =>
        Assert.Equal(FileRefusals.PdfLocked, (await new SourceFileReader(Script("cat > /dev/null; echo 'Command Line Error: Incorrect password' >&2; exit 1")).ReadAsync("a.pdf", Pdf([]), default)).Refusal);

    [LinuxFact]
    public async Task Caller_WhoGoesAway_StopsTheReading()
    {
        using var gone = new CancellationTokenSource();
        var reading = new SourceFileReader(Script("wait; sleep 600")).ReadAsync("a.pdf", Pdf([]), gone.Token);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
    }

    /// <summary>A PDF with a page for each list of texts with their places.</summary>
    private static byte[] Pdf(params string[][] pages)
    {
        var objects = new List<string> { "<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>" };
        var kids = new List<string>();
        foreach (var page in pages)
        {
            var drawn = string.Join('\n', page.Select(text => $"BT /F 12 Tf {text[(text.LastIndexOf(')') + 2)..]} Td {text[..(text.LastIndexOf(')') + 1)]} Tj ET"));
            kids.Add($"{objects.Count + 1} 0 R");
            objects.Add($"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 3 0 R >> >> /Contents {objects.Count + 2} 0 R >>");
            objects.Add($"<< /Length {drawn.Length} >>\nstream\n{drawn}\nendstream");
        }

        objects[1] = $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids)}] >>";
        var file = new StringBuilder("%PDF-1.4\n");
        var places = new StringBuilder();
        for (var i = 0; i < objects.Count; i++)
        {
            places.Append(CultureInfo.InvariantCulture, $"{file.Length:0000000000} 00000 n \n");
            file.Append(CultureInfo.InvariantCulture, $"{i + 1} 0 obj\n{objects[i]}\nendobj\n");
        }

        var start = file.Length;
        file.Append(CultureInfo.InvariantCulture, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n{places}trailer\n<< /Size {objects.Count + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF\n");
        return Encoding.ASCII.GetBytes(file.ToString());
    }

    // Killed and not yet fetched by its parent, a process is still listed, as a zombie (proc(5), stat).
    private static bool IsRunning(int id) =>
        File.Exists($"/proc/{id}/stat") && File.ReadAllText($"/proc/{id}/stat").Split(") ")[^1][0] is not ('Z' or 'X');

    private string Script(string commands)
    {
        var path = Path.Combine(folder, "pdftotext");
        File.WriteAllText(path, "#!/bin/sh\n" + commands + "\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        return path;
    }
}
