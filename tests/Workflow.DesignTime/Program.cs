using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Workflow.Directives.Data;

Console.WriteLine("Use: dotnet ef migrations add NAME --project src/Workflow.Directives --startup-project tests/Workflow.DesignTime --output-dir Data/Migrations");

/// <summary>How the tool opens the model.</summary>
internal sealed class DesignTimeDb : IDesignTimeDbContextFactory<WorkflowDb>
{
    public WorkflowDb CreateDbContext(string[] args)
    {
        var options = new DbContextOptionsBuilder<WorkflowDb>();
        options.UseWorkflowSqlite("design-time.db");
        return new WorkflowDb(options.Options);
    }
}
