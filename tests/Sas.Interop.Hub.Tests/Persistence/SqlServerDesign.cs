using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

using Sas.Interop.Hub.Persistence.SqlServer;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>Lets the framework's tool make migrations; no server is asked.</summary>
internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<SqlServerHubContext>
{
    public SqlServerHubContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqlServerHubContext>().UseSqlServer("Server=localhost").Options);
}
