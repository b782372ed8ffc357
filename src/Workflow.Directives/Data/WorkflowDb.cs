using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Workflow.Directives.Data;

/// <summary>The one database. Each feature maps its own rows in an <c>IEntityTypeConfiguration</c> beside them.</summary>
/// <param name="options">Provider and connection.</param>
public class WorkflowDb(DbContextOptions<WorkflowDb> options) : DbContext(options)
{
    /// <inheritdoc />
    protected override void OnModelCreating(ModelBuilder modelBuilder) =>
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(WorkflowDb).Assembly);

    /// <inheritdoc />
    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTime>().HaveConversion<UtcConverter>();
        configurationBuilder.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
    }

    /// <summary>Moments are stored in UTC and read back as UTC.</summary>
    private sealed class UtcConverter() : ValueConverter<DateTime, DateTime>(
        moment => moment.Kind == DateTimeKind.Local ? moment.ToUniversalTime() : moment,
        stored => DateTime.SpecifyKind(stored, DateTimeKind.Utc));
}
