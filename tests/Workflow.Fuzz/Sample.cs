namespace Workflow.Fuzz;

/// <summary>The kinds of files that doors of the program take.</summary>
internal enum SampleKind
{
    /// <summary>Word documents, for the reading page.</summary>
    Word,

    /// <summary>PDFs, for the reading page and the verification.</summary>
    Pdf,

    /// <summary>Workbooks, for the import of the directory.</summary>
    Workbook,

    /// <summary>Tables as text, for the same.</summary>
    Table,

    /// <summary>Plain text and letters, for the reading page.</summary>
    Text,
}

/// <summary>A whole file.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Content">Its bytes.</param>
internal sealed record Sample(SampleKind Kind, string Name, byte[] Content);
