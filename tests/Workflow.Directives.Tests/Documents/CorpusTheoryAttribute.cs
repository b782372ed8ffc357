namespace Workflow.Directives.Tests.Documents;

/// <summary>Runs only where the folder of real directives is at hand; shows as skipped elsewhere.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class CorpusTheoryAttribute : TheoryAttribute
{
    public CorpusTheoryAttribute()
    {
        if (string.IsNullOrEmpty(Folder))
        {
            Skip = "DIRECTIVE_CORPUS is not set";
        }
    }

    public static string Folder => Environment.GetEnvironmentVariable("DIRECTIVE_CORPUS") ?? "";
}
