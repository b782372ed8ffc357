using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Workflow.Directives.Search;

namespace Workflow.Directives.Data;

/// <summary>The one database. Each feature maps its own rows in an <c>IEntityTypeConfiguration</c> beside them.</summary>
/// <param name="options">Provider and connection.</param>
public class WorkflowDb(DbContextOptions<WorkflowDb> options) : DbContext(options)
{
    // SQLite has one writer. Queuing inside the process costs microseconds; SQLite's own busy handler sleeps 150 ms a try.
    private static readonly ConcurrentDictionary<string, SemaphoreSlim> Writers = new();

    /// <summary>Rows that go with whatever is saved next, even when the act is tried again: the idempotency record, the proof of identity.</summary>
    public IList<object> Companions { get; } = [];

    /// <inheritdoc />
    public override int SaveChanges(bool acceptAllChangesOnSuccess) =>
        throw new InvalidOperationException("Every save is asynchronous, so that it can wait for its turn to write.");

    /// <inheritdoc />
    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        AddRange(Companions.Where(companion => Entry(companion).State == EntityState.Detached).ToList());

        // Looked for once here; the save itself need not look again.
        ChangeTracker.DetectChanges();
        ChangeTracker.AutoDetectChangesEnabled = false;
        foreach (var entry in ChangeTracker.Entries<IVersioned>().Where(entry => entry.State == EntityState.Modified))
        {
            entry.Property<long>(nameof(IVersioned.Version)).CurrentValue++;
        }

        var turn = Writers.GetOrAdd(Database.GetConnectionString() ?? "", _ => new SemaphoreSlim(1, 1));
        await turn.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            return await SaveIndexedAsync(acceptAllChangesOnSuccess, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            turn.Release();
            ChangeTracker.AutoDetectChangesEnabled = true;
        }
    }

    // What was written and the words it is found by are one transaction, so that a search never lags behind or runs ahead.
    private async Task<int> SaveIndexedAsync(bool acceptAllChangesOnSuccess, CancellationToken ct)
    {
        var touched = SearchIndex.Touched(this);
        if (touched.None)
        {
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct).ConfigureAwait(false);
        }

        await using var whole = Database.CurrentTransaction is null ? await Database.BeginTransactionAsync(ct).ConfigureAwait(false) : null;
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, ct).ConfigureAwait(false);
        await SearchIndex.WriteAsync(this, touched, ct).ConfigureAwait(false);
        if (whole is not null)
        {
            await whole.CommitAsync(ct).ConfigureAwait(false);
        }

        return saved;
    }

    /// <inheritdoc />
    public override ValueTask DisposeAsync()
    {
        // Contexts are pooled: nothing of this act goes on to the next.
        Companions.Clear();
        GC.SuppressFinalize(this);
        return base.DisposeAsync();
    }

    /// <inheritdoc />
    public override void Dispose()
    {
        Companions.Clear();
        GC.SuppressFinalize(this);
        base.Dispose();
    }

    /// <summary>Builds the model, which all contexts of the process share; takes most of a second the first time.</summary>
    public static void WarmUp()
    {
        var options = new DbContextOptionsBuilder<WorkflowDb>();
        options.UseWorkflowSqlite(":memory:");
        using var db = new WorkflowDb(options.Options);
        _ = db.Model;
    }

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

/// <summary>A row whose every change counts up a version that the next change must have seen.</summary>
public interface IVersioned
{
    /// <summary>Counts changes from 0; a concurrency token.</summary>
    long Version { get; set; }
}
