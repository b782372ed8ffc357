using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Audit;
using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;
using Workflow.Directives.Tests.Directory.Changes;

namespace Workflow.Directives.Tests.Directory.Exchange;

/// <summary>A list comes in from a file: read, previewed, applied whole or not at all.</summary>
public sealed class ImportDirectoryTests
{
    private const string Head = "code,name,kind,system,valid_from\n";

    [Theory]
    [InlineData(DirectorySheet.Units, TableFormat.Csv)]
    [InlineData(DirectorySheet.Units, TableFormat.Xlsx)]
    [InlineData(DirectorySheet.Groups, TableFormat.Csv)]
    [InlineData(DirectorySheet.Groups, TableFormat.Xlsx)]
    [InlineData(DirectorySheet.Posts, TableFormat.Csv)]
    [InlineData(DirectorySheet.Posts, TableFormat.Xlsx)]
    [InlineData(DirectorySheet.Abbreviations, TableFormat.Csv)]
    [InlineData(DirectorySheet.Abbreviations, TableFormat.Xlsx)]
    public async Task Export_BroughtBack_ChangesNothing(DirectorySheet sheet, TableFormat format)
    {
        await using var office = await Province.OpenAsync();
        var file = await office.ExportAsync(sheet, format);

        var import = Walk.Done(await office.BringAsync(sheet, file.Content));
        var preview = Walk.Done(await office.PreviewAsync(import));

        Assert.Empty(preview.Problems);
        Assert.True(preview.Changes.Count > 20);
        Assert.All(preview.Changes, row => Assert.Equal(RowChangeKind.Unchanged, row.Kind));
    }

    [Fact]
    public async Task File_Applied_AddsChangesAndEnds_InOneAct_WithCounts()
    {
        await using var office = await Province.OpenAsync();
        var import = Walk.Done(await office.BringAsync(DirectorySheet.Units, Utf8(
            "code,name,kind,system,valid_from,valid_until\nSDULICH,Sở Du lịch,Department,State,2026-03-01,\nSYT,Sở Y tế và Dân số,Department,State,1997-01-01,\nSNV,Sở Nội vụ,Department,State,1997-01-01,30/06/2026\nSTC,Sở Tài chính,Department,State,1997-01-01,\n")));
        var preview = Walk.Done(await office.PreviewAsync(import));
        Assert.Equal([RowChangeKind.Added, RowChangeKind.Changed, RowChangeKind.Ended, RowChangeKind.Unchanged], preview.Changes.Select(row => row.Kind));

        Walk.Done(await office.ApplyAsync(import, preview.Seen));

        Assert.Contains((await office.DirectoryAsync()).Units, unit => unit.Name == "Sở Du lịch");
        var entry = await office.ReadAsync(db => db.Set<AuditEntry>().AsNoTracking().OrderBy(one => one.Seq).LastAsync());
        Assert.Contains("Added 1, Changed 1, Ended 1, Unchanged 1", entry.Detail, StringComparison.Ordinal);
        await Refused.ChangesNothingAsync(office, "directory.import-applied", () => office.ApplyAsync(import, preview.Seen));
    }

    [Fact]
    public async Task File_WithOneWrongRow_IsNotAppliedAtAll()
    {
        await using var office = await Province.OpenAsync();
        var import = Walk.Done(await office.BringAsync(DirectorySheet.Units, Utf8(Head + "SDULICH,Sở Du lịch,Department,State,2026-03-01\nSX,Sở X,Nothing,State,2026-03-01\n")));
        var preview = Walk.Done(await office.PreviewAsync(import));

        Assert.Equal(3, Assert.Single(preview.Problems).Line);
        await Refused.ChangesNothingAsync(office, "directory.rows", () => office.ApplyAsync(import, preview.Seen));
    }

    [Fact]
    public async Task File_PreviewedBeforeAnotherChange_IsPreviewedAgain()
    {
        await using var office = await Province.OpenAsync();
        var import = Walk.Done(await office.BringAsync(DirectorySheet.Units, Utf8(Head + "SDULICH,Sở Du lịch,Department,State,2026-03-01\n")));
        var seen = Walk.Done(await office.PreviewAsync(import)).Seen;
        await office.PutAsync(DirectorySheet.Units, DirectoryDesk.Row(("code", "SYT"), ("short", "Y tế")));

        await Refused.ChangesNothingAsync(office, "directory.stale", () => office.ApplyAsync(import, seen));
        Walk.Done(await office.ApplyAsync(import, Walk.Done(await office.PreviewAsync(import)).Seen));
    }

    [Fact]
    [Trait("BadInput", "54")]
    public async Task SameRow_InOtherCapitals_IsLeftOutAndSaid_ADifferentOneIsAProblem()
    {
        await using var office = await Province.OpenAsync();
        var import = Walk.Done(await office.BringAsync(DirectorySheet.Units, Utf8(
            Head + "SDULICH,Sở Du lịch,Department,State,2026-03-01\nsdulich,SỞ DU LỊCH,Department,State,2026-03-01\nSDuLich,Sở Khác,Department,State,2026-03-01\n")));

        var preview = Walk.Done(await office.PreviewAsync(import));

        Assert.Equal(3, Assert.Single(preview.Notes).Line);
        Assert.Equal(4, Assert.Single(preview.Problems).Line);
        Assert.Single(preview.Changes);
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-8", false)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("windows-1258", false)]
    [Trait("BadInput", "54")]
    public async Task Text_InAnyOfTheEncodings_IsReadAlike(string name, bool marked)
    {
        await using var office = await Province.OpenAsync();
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        var text = Head + "SDULICH,Sở Du lịch và Đường thủy,Department,State,2026-03-01\n";
        var written = name == "windows-1258" ? ForWindows(text) : text;
        byte[] file = [.. marked ? encoding.Preamble : [], .. encoding.GetBytes(written)];

        var preview = Walk.Done(await office.PreviewAsync(Walk.Done(await office.BringAsync(DirectorySheet.Units, file))));

        Assert.Equal("Sở Du lịch và Đường thủy", Assert.Single(preview.Changes).Name);
        Assert.Empty(preview.Problems);
    }

    [Fact]
    public async Task Text_PartedBySemicolons_AsVietnameseSpreadsheetsWrite_IsRead()
    {
        await using var office = await Province.OpenAsync();

        var import = Walk.Done(await office.BringAsync(DirectorySheet.Units, Utf8("code;short\r\nSYT;\"Y tế; Dân số\"\r\n")));

        Assert.Equal("Y tế; Dân số", Assert.Single(Assert.Single(Walk.Done(await office.PreviewAsync(import)).Changes).Fields).New);
    }

    [Theory]
    [InlineData(20_000, null)]
    [InlineData(20_001, "directory.too-many-rows")]
    [InlineData(50_000, "directory.too-many-rows")]
    [Trait("BadInput", "54")]
    public async Task Rows_OverTheLimit_AreRefused(int rows, string? code)
    {
        await using var office = await Province.OpenAsync();
        var text = new StringBuilder("short,words\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"a{row},chữ\n");
        }

        Assert.Equal(code, (await office.BringAsync(DirectorySheet.Abbreviations, Utf8(text.ToString()))).Refusal?.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("name,kind\nSở Y tế,Department\n")]
    [InlineData("code,colour\nSYT,red\n")]
    [InlineData("code,name,name\nSYT,a,b\n")]
    public async Task Head_ThatIsNotOfTheList_IsRefused(string text)
    {
        await using var office = await Province.OpenAsync();

        await Refused.ChangesNothingAsync(office, "directory.file", () => office.BringAsync(DirectorySheet.Units, Utf8(text)));
    }

    [Fact]
    public async Task File_OfAnybodyElse_IsRefused()
    {
        await using var office = await Province.OpenAsync();
        var import = Walk.Done(await office.BringAsync(DirectorySheet.Units, Utf8("code,short\nSYT,Y tế\n")));

        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.BringAsync(DirectorySheet.Units, Utf8("code,short\nSYT,Y tế\n"), Who.Administrator));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.PreviewAsync(import, Who.Drafter));
        await Refused.ChangesNothingAsync(office, "not-allowed", () => office.ApplyAsync(import, "x", Who.Clerk));
    }

    private static byte[] Utf8(string text) => Encoding.UTF8.GetBytes(text);

    // Windows-1258 has letters with a hat, breve or horn, and the five tones as signs of their own.
    private static string ForWindows(string text) => string.Concat(text.Select(letter =>
    {
        var parts = letter.ToString().Normalize(NormalizationForm.FormD);
        var tone = parts.FirstOrDefault(mark => "\u0300\u0301\u0303\u0309\u0323".Contains(mark, StringComparison.Ordinal));
        return tone == 0 ? letter.ToString() : parts.Replace(tone.ToString(), "", StringComparison.Ordinal).Normalize(NormalizationForm.FormC) + tone;
    }));
}
