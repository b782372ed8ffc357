namespace Workflow.Web.Startup;

/// <summary>Section <c>Workflow</c> of appsettings.json.</summary>
internal sealed record WorkflowSettings
{
    /// <summary>"true", "false", or empty: on under <c>dotnet run</c> (Development), off when published.</summary>
    public string Sample { get; init; } = "";

    /// <summary>Folder of database, mail files and keys; relative to where the program is started. Unset: data.</summary>
    public string DataDirectory { get; init; } = "data";

    /// <summary>Folder of workflow definitions. Unset or empty: <c>workflows</c> beside the program.</summary>
    public string Definitions { get; init; } = "";

    /// <summary>Who runs the definitions. Unset: BuiltIn.</summary>
    public string Runtime { get; init; } = "BuiltIn";

    /// <summary>Path of Poppler's pdftotext, which reads PDFs. Unset or empty: looked for on the PATH; without it PDFs are refused.</summary>
    public string PdfToText { get; init; } = "";

    /// <summary>Virus scanner that is asked about each file sent, clamd at host:port or on the socket of that path. Unset or empty: none.</summary>
    public string Clamd { get; init; } = "";

    public string DataPath => Path.GetFullPath(DataDirectory);

    public string DatabasePath => Path.Combine(DataPath, "workflow.db");

    public string DefinitionsPath =>
        Path.GetFullPath(Definitions.Length > 0 ? Definitions : Path.Combine(AppContext.BaseDirectory, "workflows"));

    public bool SampleOn(IHostEnvironment environment) => Sample.Length == 0 ? environment.IsDevelopment() : bool.Parse(Sample);
}
