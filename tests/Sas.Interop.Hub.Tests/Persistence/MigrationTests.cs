using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;

using Sas.Interop.Hub.Persistence.Sqlite;

namespace Sas.Interop.Hub.Tests.Persistence;

/// <summary>The migrations lead to the model and to nothing else.</summary>
internal sealed class MigrationTests
{
    /// <summary>Every column and every index of a SQLite file. A column that was added later stands behind the others, which says nothing; triggers are no part of the model.</summary>
    internal const string SqliteSchema = """
        SELECT tables.name || '.' || columns.name || ' ' || columns.type || ' ' || columns."notnull" || ' ' || columns.pk || ' ' || COALESCE(columns.dflt_value, '-') AS "Value"
        FROM sqlite_master tables JOIN pragma_table_info(tables.name) columns WHERE tables.type = 'table' AND tables.name NOT LIKE '__EF%' AND tables.name NOT LIKE 'sqlite%'
        UNION ALL
        SELECT sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name NOT LIKE '__EF%' ORDER BY 1
        """;

    [Test]
    public void Model_AgainstTheSnapshot_HasNoPendingChange()
    {
        using var context = new SqliteDesign().CreateDbContext([]);

        Assert.That(context.Database.HasPendingModelChanges(), Is.False, "Add a migration: the model has changed.");
    }

    [Test]
    public async Task Tables_Migrated_AreThoseOfTheModel()
    {
        var migrated = await SchemaAsync(static context => context.Database.MigrateAsync());
        var made = await SchemaAsync(static context => context.Database.EnsureCreatedAsync());

        Assert.That(migrated, Is.EqualTo(made).And.Not.Empty);
    }

    [Test]
    public async Task Migrations_TakenBack_LeaveNoTable()
    {
        var left = await SchemaAsync(static async context =>
        {
            await context.Database.MigrateAsync();
            await context.GetService<IMigrator>().MigrateAsync(Migration.InitialDatabase);
        });

        Assert.That(left, Is.Empty);
    }

    private static async Task<List<string>> SchemaAsync(Func<SqliteHubContext, Task> make)
    {
        await using var connection = new SqliteConnection("Data Source=:memory:");
        await connection.OpenAsync();
        await using var context = new SqliteHubContext(new DbContextOptionsBuilder<SqliteHubContext>().UseSqlite(connection).Options);
        await make(context);
        return await context.Database
            .SqlQueryRaw<string>(SqliteSchema)
            .ToListAsync();
    }
}
