using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.SqlServer;

/// <summary>The model in SQL Server; the migrations of <c>Persistence/Migrations/SqlServer</c> belong to it.</summary>
internal sealed class SqlServerHubContext(DbContextOptions<SqlServerHubContext> options) : HubContext(options);
