using Workflow.Directives.Documents.Files.Pdf;

namespace Workflow.Directives.Tests.Documents.Files;

/// <summary>Runs where Poppler's pdftotext is installed; elsewhere it shows as skipped.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PdfToTextFactAttribute : FactAttribute
{
    public PdfToTextFactAttribute() => Skip = PdfText.Find("") is null ? "Install pdftotext (Poppler)." : null;
}

/// <summary>Runs where a script can stand for a program and its end can be watched.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class LinuxFactAttribute : FactAttribute
{
    public LinuxFactAttribute() => Skip = OperatingSystem.IsLinux() ? null : "Needs /bin/sh and /proc.";
}
