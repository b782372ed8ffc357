using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Directives.Data;

namespace Workflow.Crash;

/// <summary>Every moment of an act at which a process may die: before and after each database command, before and after the commit.</summary>
public sealed class ActPoints
{
    private readonly Action<int, string> reached;
    private int count;

    /// <param name="reached">Told the number of the point, from 0, and what it is.</param>
    public ActPoints(Action<int, string> reached) => this.reached = reached;

    /// <summary>Whether points are counted; off while the program is prepared.</summary>
    public bool Armed { get; set; }

    /// <summary>Lets every context of the container tell its points.</summary>
    public void Watch(IServiceCollection services) => services.ConfigureDbContext<WorkflowDb>(
        options => options.AddInterceptors(new Commands(this), new Commits(this)), ServiceLifetime.Singleton);

    private void Reach(string what)
    {
        if (Armed)
        {
            reached(count++, what);
        }
    }

    private sealed class Commands(ActPoints points) : DbCommandInterceptor
    {
        public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            points.Reach($"before {Short(command)}");
            return ValueTask.FromResult(result);
        }

        public override ValueTask<DbDataReader> ReaderExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, DbDataReader result, CancellationToken cancellationToken = default)
        {
            points.Reach($"after {Short(command)}");
            return ValueTask.FromResult(result);
        }

        public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            points.Reach($"before {Short(command)}");
            return ValueTask.FromResult(result);
        }

        public override ValueTask<int> NonQueryExecutedAsync(
            DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
        {
            points.Reach($"after {Short(command)}");
            return ValueTask.FromResult(result);
        }

        private static string Short(DbCommand command) => string.Join(' ', command.CommandText.Split(' ', '\n').Take(3));
    }

    private sealed class Commits(ActPoints points) : DbTransactionInterceptor
    {
        public override ValueTask<InterceptionResult> TransactionCommittingAsync(
            DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
        {
            points.Reach("before commit");
            return ValueTask.FromResult(result);
        }

        public override Task TransactionCommittedAsync(
            DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        {
            points.Reach("after commit");
            return Task.CompletedTask;
        }
    }
}
