using FsCheck;
using FsCheck.Fluent;
using Workflow.Directives.Documents;
using static Workflow.Directives.Tests.Documents.Word.WrittenTexts;

namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>What was written as a Word file and read again is the same directive.</summary>
public sealed class ReadingBackTests
{
    private const int Draws = 1_000;

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

    [CorpusTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task RealDirective_WrittenAndRead_IsTheSame(string name)
    {
        var document = DocumentReader.Read(await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, name + ".txt")));

        var read = await ReadBackAsync(Written(document));

        Assert.Equal(ReadingComparison.Of(Titled(document)), ReadingComparison.Of(read));
    }

    [Fact]
    public void AnyDirective_WrittenAndRead_IsTheSame() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(Draws), Prop.ForAll(WrittenDocuments.Any, document =>
        {
            var read = ReadBackAsync(Written(document)).GetAwaiter().GetResult();

            Assert.Equal(ReadingComparison.Of(document), ReadingComparison.Of(read));
            Assert.Empty(read.Unrecognised);
        }));

    // A national title is part of the form: a text that lost it gets it back.
    private static DirectiveDocument Titled(DirectiveDocument d) => d.Title != HeadTitle.None ? d : d with
    {
        Title = d.Symbol?.Contains('/', StringComparison.Ordinal) == false ? HeadTitle.State : HeadTitle.Party,
    };
}
