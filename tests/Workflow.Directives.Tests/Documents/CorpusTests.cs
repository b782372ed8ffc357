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
}
