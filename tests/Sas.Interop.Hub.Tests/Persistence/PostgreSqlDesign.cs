using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

using Sas.Interop.Hub.Persistence.PostgreSql;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>Lets the framework's tool make migrations; no server is asked.</summary>
internal sealed class PostgreSqlDesign : IDesignTimeDbContextFactory<PostgreSqlHubContext>
{
    public PostgreSqlHubContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<PostgreSqlHubContext>().UseNpgsql("Host=localhost").Options);
}
