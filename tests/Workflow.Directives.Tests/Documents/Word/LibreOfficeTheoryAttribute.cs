namespace Workflow.Directives.Tests.Documents.Word;

/// <summary>Runs where LibreOffice and Poppler are installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LibreOfficeTheoryAttribute : TheoryAttribute
{
    public LibreOfficeTheoryAttribute() => Skip = LibreOffice.Program is null || LibreOffice.Missing("pdftotext") ? "Install soffice and pdftotext." : null;
}
