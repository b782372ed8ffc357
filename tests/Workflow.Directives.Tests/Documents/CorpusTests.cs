using Workflow.Directives.Documents;

namespace Workflow.Directives.Tests.Documents;

public sealed class CorpusTests
{
    [CorpusTheory]
    [InlineData("000")]
    [InlineData("001")]
    [InlineData("002")]
    [InlineData("003")]
    [InlineData("004")]
    public async Task Reader_RealDirective_GivesExpectedFields(string document)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, document + ".txt"));
        var expected = await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, "expected", document + ".json"));

        var read = DocumentReader.Read(text);

        Assert.Equal(expected.Trim(), CorpusJson.Write(read));
    }

    [CorpusTheory]
    [InlineData("000", 0)]
    [InlineData("001", 0)]
    [InlineData("002", 0)]
    [InlineData("003", 0)]
    [InlineData("004", 1)]
    public async Task Reader_RealDirective_LeavesNothingOverButTheSmearedSymbol(string document, int leftOver)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(CorpusTheoryAttribute.Folder, document + ".txt"));

        var read = DocumentReader.Read(text);

        Assert.Equal(leftOver, read.Unrecognised.Length);
        Assert.Equal(ReadingComparison.Of(read), ReadingComparison.Of(DocumentReader.Read(PlainText.Write(read))));
    }
}
