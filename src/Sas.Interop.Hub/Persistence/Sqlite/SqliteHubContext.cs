using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.Sqlite;

/// <summary>The model in a SQLite file; the migrations of <c>Persistence/Migrations/Sqlite</c> belong to it.</summary>
internal sealed class SqliteHubContext(DbContextOptions<SqliteHubContext> options) : HubContext(options);
