namespace Workflow.Directives.Sample;

/// <summary>Directives that the office of the sample province might write: for the demo and for tests. All of them are made up.</summary>
public static class SampleTexts
{
    /// <summary>The keys of all texts; each is also the name of the workflow definition that takes it.</summary>
    public static IReadOnlyList<string> Keys { get; } = ["chi-thi", "cong-van", "thong-bao-ket-luan", "thong-bao-y-kien", "hoa-toc"];

    /// <summary>The template a text was written on.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    public static string TemplateOf(string key) => key == "hoa-toc" ? "cong-van-hoa-toc" : key;

    /// <summary>The text, ready to be submitted.</summary>
    /// <param name="key">One of <see cref="Keys"/>.</param>
    /// <exception cref="InvalidDataException">There is no such text.</exception>
    public static string Of(string key)
    {
        using var stream = typeof(SampleTexts).Assembly.GetManifestResourceStream($"Workflow.Directives.Sample.Texts.{key}.txt")
            ?? throw new InvalidDataException($"There is no sample text \"{key}\".");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
