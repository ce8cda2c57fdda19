using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

using Sas.Interop.Hub.Persistence.Sqlite;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>Lets the framework's tool make migrations; see docs/decisions/0005-preferences-in-a-database.md for the command.</summary>
internal sealed class SqliteDesign : IDesignTimeDbContextFactory<SqliteHubContext>
{
    public SqliteHubContext CreateDbContext(string[] args) => new(new DbContextOptionsBuilder<SqliteHubContext>().UseSqlite("Data Source=:memory:").Options);
}
