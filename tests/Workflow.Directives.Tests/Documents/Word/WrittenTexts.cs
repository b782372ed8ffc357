using Workflow.Directives.Documents;
using Workflow.Directives.Documents.Files;
using Workflow.Directives.Documents.Form;
using Workflow.Directives.Documents.Word;

namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>Directives to write, by name: the templates, the texts that come with the program, the clean reading samples.</summary>
internal static class WrittenTexts
{
    private static readonly DateOnly Today = new(2026, 11, 2);

    internal static IReadOnlyList<string> Names { get; } =
    [
        .. DirectiveTemplates.All.Select(template => $"template {template.Key}"),
        .. System.IO.Directory.EnumerateFiles(Folder, "*.txt").Select(Path.GetFileNameWithoutExtension).OfType<string>()
            .Where(name => !name.StartsWith("damaged-", StringComparison.Ordinal) && name != "hong").Order(StringComparer.Ordinal),
    ];

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Documents", "Samples");

    internal static DirectiveDocument Document(string name) => DocumentReader.Read(Text(name));

    internal static FormProfile ProfileOf(DirectiveDocument d) => FormProfiles.For(d, d.Date ?? Today, new FormSettings());

    internal static byte[] Written(DirectiveDocument d, DocxOptions? options = null) =>
        DirectiveDocx.Write(d, ProfileOf(d), options ?? new DocxOptions { DraftMark = d.DraftMark is not null });

    internal static async Task<DirectiveDocument> ReadBackAsync(byte[] file) => DocumentReader.Read((await TextOfAsync(file)).Text);

    internal static async Task<SourceText> TextOfAsync(byte[] file)
    {
        var read = await new SourceFileReader().ReadAsync("van-ban.docx", file, CancellationToken.None);
        Assert.Null(read.Refusal);
        return read.Value;
    }

    private static string Text(string name) => name.Split(' ') is ["template", var key]
        ? DirectiveTemplates.ByKey(key)!.Fill("Nam Bình", "Tỉnh ủy Nam Bình", "Phó Bí thư", "Nguyễn Văn An")
        : File.ReadAllText(Path.Combine(Folder, name + ".txt"));
}
