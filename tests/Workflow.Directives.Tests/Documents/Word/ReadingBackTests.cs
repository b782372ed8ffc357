using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Documents;
using static Workflow.Directives.Tests.Documents.Word.WrittenTexts;

namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>What was written as a Word file and read again is the same directive.</summary>
public sealed class ReadingBackTests
{
    public static TheoryData<string> Texts { get; } = [.. Names];

    [Theory]
    [MemberData(nameof(Texts))]
    public async Task Document_WrittenAndRead_IsTheSame(string name)
    {
        var document = Document(name);

        var read = await ReadBackAsync(Written(document));

        Assert.Equal(ReadingComparison.Of(Titled(document)), ReadingComparison.Of(read));
        Assert.Equal(CorpusJson.Write(document), CorpusJson.Write(read with { ArrivalStamps = document.ArrivalStamps, Watermarks = document.Watermarks }));
        Assert.Empty(read.Unrecognised);
    }

    // A national title is part of the form: a text that lost it gets it back.
    private static DirectiveDocument Titled(DirectiveDocument d) => d.Title != HeadTitle.None ? d : d with
    {
        Title = d.Symbol?.Contains('/', StringComparison.Ordinal) == false ? HeadTitle.State : HeadTitle.Party,
    };
}
