using Microsoft.EntityFrameworkCore;
using Workflow.Web.Tests.Host;

namespace Workflow.Web.Tests.Startup;

/// <summary>The store as the start leaves it.</summary>
public sealed class StoreTests(RunningOffice office) : IClassFixture<RunningOffice>
{
    [Fact]
    public async Task Migrations_AreAllApplied_AndMatchTheModel()
    {
        Assert.Empty(await office.InStoreAsync(db => db.Database.GetPendingMigrationsAsync()));
        Assert.False(await office.InStoreAsync(db => Task.FromResult(db.Database.HasPendingModelChanges())));
    }
}
