using Microsoft.EntityFrameworkCore;

namespace Sas.Interop.Hub.Persistence.PostgreSql;

/// <summary>The model in PostgreSQL; the migrations of <c>Persistence/Migrations/PostgreSql</c> belong to it.</summary>
internal sealed class PostgreSqlHubContext(DbContextOptions<PostgreSqlHubContext> options) : HubContext(options);
