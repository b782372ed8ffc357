using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Workflow.Directives.Data;

namespace Workflow.Directives.Tests;

/// <summary>A real SQLite file of its own for one test, deleted at the end.</summary>
public sealed class TestDatabase : IDisposable
{
    private readonly string folder = System.IO.Directory.CreateTempSubdirectory("workflow-test-").FullName;

    public TestDatabase()
    {
        Options = new DbContextOptionsBuilder<WorkflowDb>()
            .UseSqlite(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "workflow.db"), Pooling = false }.ToString())
            .Options;
        using var db = Open();
        db.Database.EnsureCreated();
    }

    public DbContextOptions<WorkflowDb> Options { get; }

    public WorkflowDb Open() => new(Options);

    public void Dispose() => System.IO.Directory.Delete(folder, recursive: true);
}
