using Workflow.Directives.Directory;
using Workflow.Directives.Directory.Changes;
using Workflow.Directives.Directory.Exchange;

namespace Workflow.Directives.Tests.Directory.Changes;

/// <summary>Changes the directory as an administrator does: preview, then the same again with what was seen.</summary>
internal static class DirectoryDesk
{
    public static DirectoryRow Row(params (string Column, string Value)[] fields) => Row(1, null, fields);

    public static DirectoryRow Row(int number, string? key, params (string Column, string Value)[] fields) =>
        new(number, fields.ToDictionary(field => field.Column, field => field.Value), key);

    public static DirectoryRow NewUnit(string code, string name, string from = "2026-03-11") => Row(
        ("code", code), ("name", name), ("kind", "Department"), ("system", "State"), ("parent", "UBND"), ("valid_from", from),
        ("contact1_name", "Lê Thị Hạ"), ("contact1_position", "Văn thư"), ("contact1_email", "vanthu.moi@ubnd.example"));

    public static async Task<Result<DirectoryPreview>> PreviewAsync(this Province province, DirectoryWish wish, DateOnly? at = null, string by = Who.Chief)
    {
        var actor = await province.AsAsync(by);
        return await province.AskAsync<ChangeDirectory, Result<DirectoryPreview>>(one => one.PreviewAsync(actor, wish, at, default));
    }

    public static async Task<Result<DirectoryPreview>> ChangeAsync(this Province province, DirectoryWish wish, string? seen, string by = Who.Chief)
    {
        var actor = await province.AsAsync(by);
        return await province.AskAsync<ChangeDirectory, Result<DirectoryPreview>>(one => one.RunAsync(actor, wish, seen, default));
    }

    /// <summary>Previews and applies; both must go.</summary>
    public static async Task<DirectoryPreview> PutAsync(this Province province, DirectoryWish wish)
    {
        var preview = Walk.Done(await province.PreviewAsync(wish));
        Assert.Empty(preview.Problems);
        return Walk.Done(await province.ChangeAsync(wish, preview.Seen));
    }

    public static Task<DirectoryPreview> PutAsync(this Province province, DirectorySheet sheet, params DirectoryRow[] rows) =>
        province.PutAsync(DirectoryWish.Of(sheet, rows));

    public static Task<DirectorySnapshot> DirectoryAsync(this Province province) => province.ReadAsync(db => DirectorySnapshot.LoadAsync(db, default));

    public static async Task<LineResolution> ResolveAsync(this Province province, string line, DateOnly at) =>
        RecipientResolver.Resolve(await province.DirectoryAsync(), new RecipientText(1, line), at, []);

    public static async Task<Result<DirectoryImport>> BringAsync(this Province province, DirectorySheet sheet, byte[] file, string by = Who.Chief)
    {
        var actor = await province.AsAsync(by);
        return await province.AskAsync<ImportDirectory, Result<DirectoryImport>>(one => one.BringAsync(actor, new(sheet, "danh-ba.csv", file), default));
    }

    public static async Task<Result<DirectoryPreview>> PreviewAsync(this Province province, DirectoryImport import, string by = Who.Chief)
    {
        var actor = await province.AsAsync(by);
        return await province.AskAsync<ImportDirectory, Result<DirectoryPreview>>(one => one.PreviewAsync(actor, import.Id, default));
    }

    public static async Task<Result<DirectoryPreview>> ApplyAsync(this Province province, DirectoryImport import, string? seen, string by = Who.Chief)
    {
        var actor = await province.AsAsync(by);
        return await province.AskAsync<ImportDirectory, Result<DirectoryPreview>>(one => one.ApplyAsync(actor, import.Id, seen, default));
    }

    public static async Task<ExportedFile> ExportAsync(this Province province, DirectorySheet sheet, TableFormat format)
    {
        var actor = await province.AsAsync(Who.Chief);
        return Walk.Done(await province.AskAsync<ExportDirectory, Result<ExportedFile>>(one => one.RunAsync(actor, sheet, format, default)));
    }
}
